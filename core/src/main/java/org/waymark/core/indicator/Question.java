package org.waymark.core.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.core.schema.Axis;
import org.waymark.core.time.SchoolYear;

/**
 * What every engine receives: who is asked about, what is asked, along which axes, as of which day and for which period.
 *
 * @param of who is asked about
 * @param indicators what is asked, with different ids
 * @param faces along which axes, alone and crossed
 * @param asOf what is dated later has not happened
 * @param period the school year that windows relative to the period mean
 * @param cluster the axis whose groups are not independent of each other's members, such as the school: counts are kept
 *     by it as well, for honest standard errors
 */
public record Question(
        CohortDefinition of,
        List<Indicator> indicators,
        Faces faces,
        LocalDate asOf,
        Optional<SchoolYear> period,
        Optional<Axis> cluster) {
    /** Copies the indicators; refuses none, repeated ids, and units other than the cohort's. */
    public Question {
        Objects.requireNonNull(of, "of");
        indicators = List.copyOf(indicators);
        Objects.requireNonNull(faces, "faces");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(cluster, "cluster");
        if (indicators.isEmpty()) {
            throw new IllegalArgumentException("indicators: must hold one at least");
        }
        if (indicators.stream().map(Indicator::id).distinct().count() != indicators.size()) {
            throw new IllegalArgumentException("indicators: ids must differ, were "
                    + indicators.stream().map(Indicator::id).toList());
        }
        for (Indicator indicator : indicators) {
            if (!indicator.unit().equals(of.unit())) {
                throw new IllegalArgumentException(
                        "indicators: must count " + of.unit() + ", " + indicator + " counts " + indicator.unit());
            }
        }
    }

    /** A question without period and cluster. */
    public static Question of(CohortDefinition of, List<Indicator> indicators, Faces faces, LocalDate asOf) {
        return new Question(of, indicators, faces, asOf, Optional.empty(), Optional.empty());
    }

    /** The same with counts kept by the groups of an axis whose members are not independent, such as the school. */
    public Question clusteredBy(Axis axis) {
        return new Question(of, indicators, faces, asOf, period, Optional.of(axis));
    }

    /** The same for a school year. */
    public Question during(SchoolYear year) {
        return new Question(of, indicators, faces, asOf, Optional.of(year), cluster);
    }

    /** The same as of another day. */
    public Question asOf(LocalDate day) {
        return new Question(of, indicators, faces, day, period, cluster);
    }

    /** The same about another cohort. */
    public Question about(CohortDefinition other) {
        return new Question(other, indicators, faces, asOf, period, cluster);
    }

    /**
     * The names of the dimensions, milestones, quantities and kinds of events of which the question speaks: a reader may
     * pass over everything else.
     */
    public Set<String> keys() {
        return KeyNames.of(this);
    }

    /** The question in words. */
    public String sentence() {
        StringBuilder text = new StringBuilder("Of ").append(of.sentence());
        for (Indicator indicator : indicators) {
            text.append('\n').append(indicator).append(": ").append(indicator.sentence());
            if (!indicator.citation().isEmpty()) {
                text.append(" Source: ").append(indicator.citation()).append('.');
            }
        }
        if (!faces.crossings().isEmpty()) {
            text.append("\nBy ")
                    .append(faces.crossings().stream()
                            .map(axes -> axes.stream().map(Axis::title).collect(Collectors.joining(" x ")))
                            .collect(Collectors.joining(", ")));
        }
        text.append("\nAs of ").append(asOf);
        period.ifPresent(year -> text.append(", for ").append(year));
        cluster.ifPresent(axis -> text.append(", clustered by ").append(axis.title()));
        return text.append('.').toString();
    }

    @Override
    public String toString() {
        return sentence();
    }
}
