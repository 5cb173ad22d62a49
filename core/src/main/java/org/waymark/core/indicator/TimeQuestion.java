package org.waymark.core.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.waymark.core.schema.Axis;

/**
 * What every engine receives that is asked how long things take: who is asked about, which time, along which axes and as
 * of which day. It is to a {@link TimeToEvent} what {@link Question} is to an {@link Indicator}.
 *
 * @param of who is asked about
 * @param time which time
 * @param axes along which axes members are told apart, all crossed with each other; none for everybody alone
 * @param asOf what is dated later has not happened
 */
public record TimeQuestion(CohortDefinition of, TimeToEvent time, List<Axis> axes, LocalDate asOf) {
    /** Copies the axes; refuses an axis crossed with itself. */
    public TimeQuestion {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(time, "time");
        axes = List.copyOf(axes);
        Objects.requireNonNull(asOf, "asOf");
        if (axes.stream().distinct().count() != axes.size()) {
            throw new IllegalArgumentException("axes: an axis cannot be crossed with itself: " + axes);
        }
    }

    /** The same as of another day. */
    public TimeQuestion asOf(LocalDate day) {
        return new TimeQuestion(of, time, axes, day);
    }

    /** The same about another cohort. */
    public TimeQuestion about(CohortDefinition other) {
        return new TimeQuestion(other, time, axes, asOf);
    }

    /** The question in words. */
    public String sentence() {
        StringBuilder text =
                new StringBuilder("Of ").append(of.sentence()).append('\n').append(time.sentence());
        if (!axes.isEmpty()) {
            text.append("\nBy ").append(axes.stream().map(Axis::title).collect(Collectors.joining(" x ")));
        }
        return text.append("\nAs of ").append(asOf).append('.').toString();
    }

    @Override
    public String toString() {
        return sentence();
    }
}
