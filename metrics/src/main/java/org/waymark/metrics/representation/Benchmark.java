package org.waymark.metrics.representation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.survey.SurveyEstimate;

/**
 * What share of a region's people is of a group, as far as it is known: counted, or estimated by a survey.
 *
 * <p>A count of everybody, such as a school district's enrolment, has no margin; an estimate, such as one of the American
 * Community Survey, has. The year matters: participants of one year are compared with the people of another.
 *
 * @param group the name of the group
 * @param share its share of the region, in [0, 1], with its margin of error
 * @param source where it was published
 * @param year the year it speaks of; of an estimate over several years the last
 */
public record Benchmark(String group, SurveyEstimate share, String source, int year) {
    /** Refuses shares outside [0, 1]. */
    public Benchmark {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(source, "source");
        if (share.value().signum() < 0 || share.value().compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("share: must lie in [0, 1], was " + share.value());
        }
    }

    /** A complete count of the region's people; nobody at all is refused. */
    public static Benchmark counted(String group, Share region, String source, int year) {
        Fraction share = Fraction.of(region.yes(), region.n());
        return new Benchmark(group, SurveyEstimate.exact(share), source, year);
    }

    /**
     * Estimates of the group and of the region of which it is a part.
     *
     * @param group the name of the group
     * @param members how many of the region are of the group
     * @param region how many there are in the region; not 0
     * @param source where both were published
     * @param year the year they speak of
     */
    public static Benchmark estimated(
            String group, SurveyEstimate members, SurveyEstimate region, String source, int year) {
        return new Benchmark(group, members.shareOf(region), source, year);
    }

    /**
     * The share of each group among those of whom an indicator holds: of a directory's schools by locale or by district, of the
     * enrolment that a state printed by group. Each is counted, so none has a margin; a group whose number the source keeps back
     * has no benchmark, and neither has anyone where the number of all is kept back or 0.
     *
     * @param indicator who is counted
     * @param groups along what the groups stand
     * @param tally the counts, by these groups
     * @param source where they were published
     * @param year the year they speak of
     */
    public static List<Benchmark> shares(Indicator indicator, Axis groups, Tally tally, String source, int year) {
        Count all = tally.total(indicator).yes();
        List<Benchmark> shares = new ArrayList<>();
        for (Cell cell : tally.by(indicator, groups)) {
            boolean known = all.isExact() && all.exact() > 0 && cell.yes().isExact();
            if (known && cell.labels().get(0).isGroup()) {
                shares.add(counted(cell.name(), new Share(cell.yes().exact(), all.exact()), source, year));
            }
        }
        return List.copyOf(shares);
    }

    /** Whether it is a complete count, without sampling error. */
    public boolean isExact() {
        return share.isExact();
    }

    /** Written as {@code Latinx 0.2829 ± 0.0122 (90 %), ACS 5-year (2023)}. */
    @Override
    public String toString() {
        return group + " " + share + ", " + source + " (" + year + ")";
    }
}
