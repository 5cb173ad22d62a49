package org.waymark.metrics.attainment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.table.Table;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Scale;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * Whether a gap is closing between two periods, and which side moved.
 *
 * <p><b>Formula:</b> how far a group is behind is the reference's rate minus the group's, or the other way round where a lower
 * rate is better; change = later minus earlier. Limits: change ± z times the root of the sum of the two gaps' squared
 * errors. <b>Unit:</b> a difference of shares. <b>How to read it:</b> negative, the gap is narrowing; the verdict is told by the
 * limits. A gap may narrow because the group rose or because the reference fell: both changes stand beside it. <b>When it
 * applies:</b> to two periods of the same definition with different members, such as two classes; of the same people in two years
 * the limits are too wide. <b>Edge cases:</b> a gap that cannot be told in one of the periods has no change; a group that was not
 * behind has none to narrow. <b>Source:</b> Career Connect Southwest, narrow the participation gap; variance of a difference of
 * independent differences.
 *
 * @param earlier the gap of the earlier period, in points
 * @param later the gap of the later period, of the same indicator, group and reference
 * @param confidence the level of the limits
 */
public record GapChange(GapEstimate earlier, GapEstimate later, double confidence) implements Tabular {
    /** What became of a gap. */
    public enum Direction {
        /** Smaller by more than chance. */
        NARROWING,
        /** Larger by more than chance. */
        WIDENING,
        /** The limits hold both, or there are none. */
        CANNOT_TELL,
        /** The group was not behind. */
        NO_GAP
    }

    /** Refuses gaps of different definitions, groups or references, and ratios. */
    public GapChange {
        boolean same = earlier.group().indicator().equals(later.group().indicator())
                && earlier.group().group().equals(later.group().group())
                && earlier.reference().equals(later.reference());
        if (!same) {
            throw new IllegalArgumentException(
                    "later: must be of the same indicator, group and reference as the earlier gap");
        }
        if (earlier.scale() != Scale.POINTS || later.scale() != Scale.POINTS) {
            throw new IllegalArgumentException("later: must be in points, as the earlier gap");
        }
    }

    /** The change with limits at 95 %. */
    public static GapChange of(GapEstimate earlier, GapEstimate later) {
        return new GapChange(earlier, later, 0.95);
    }

    /** How far behind the group is; negative where it is ahead. */
    private static Optional<Double> behind(GapEstimate gap) {
        boolean adverse = gap.group().indicator().direction() == Indicator.Direction.ADVERSE;
        return gap.value().map(value -> adverse ? value : -value);
    }

    /** How much farther behind the group is than it was; empty if a gap cannot be told. */
    public Optional<Double> change() {
        return behind(earlier).flatMap(before -> behind(later).map(now -> now - before));
    }

    /** How much the group's own rate rose. */
    public Optional<Double> ofGroup() {
        return earlier.group().value().flatMap(before -> later.group().value().map(now -> now - before));
    }

    /** How much the rate of the reference rose. */
    public Optional<Double> ofReference() {
        return earlier.referenceRate().flatMap(before -> later.referenceRate().map(now -> now - before));
    }

    /** The limits of the change; empty where a gap has no error. */
    public Optional<Interval> interval() {
        if (change().isEmpty()
                || earlier.standardError().isEmpty()
                || later.standardError().isEmpty()) {
            return Optional.empty();
        }
        double error =
                Math.hypot(earlier.standardError().get(), later.standardError().get());
        double reach = Quantiles.normal(confidence) * error;
        return Optional.of(
                new Interval(change().get() - reach, change().get() + reach, confidence, "independent periods"));
    }

    /** What became of it, by the limits. */
    public Direction direction() {
        if (behind(earlier).filter(before -> before <= 0).isPresent()) {
            return Direction.NO_GAP;
        }
        return interval()
                .map(limits -> limits.upper() < 0
                        ? Direction.NARROWING
                        : limits.lower() > 0 ? Direction.WIDENING : Direction.CANNOT_TELL)
                .orElse(Direction.CANNOT_TELL);
    }

    /** The change in words: what happened, and which side moved. */
    public String explain() {
        return earlier.group().group() + ": "
                + change().map(change -> String.format(Locale.ROOT, "the gap changed by %+.1f points", 100 * change))
                        .orElse("there is no change to tell")
                + ofGroup()
                        .flatMap(own -> ofReference()
                                .map(other -> String.format(
                                        Locale.ROOT,
                                        "; the group's rate by %+.1f, that of %s by %+.1f",
                                        100 * own,
                                        later.referenceName(),
                                        100 * other)))
                        .orElse("")
                + ". " + direction() + ".";
    }

    /** The change as the row that all families of measures share. */
    public Figure toFigure() {
        Figure.Builder figure = change().map(
                        change -> Figure.of("Change of the gap to " + later.referenceName(), change))
                .orElseGet(() -> Figure.undefined(
                        "Change of the gap to " + later.referenceName(),
                        earlier.undefined().or(later::undefined).orElse(Undefined.NO_REFERENCE)));
        interval().ifPresent(figure::interval);
        if (change().isPresent() && interval().isEmpty()) {
            figure.withoutLimits(Undefined.ZERO_VARIANCE);
        }
        return figure.of(earlier.group().group()).verdict(direction().name()).build();
    }

    @Override
    public Table toTable() {
        return Figure.table(later.group().indicator().name() + ": change of the gap", List.of(toFigure()))
                .withNotes(List.of(explain()));
    }

    /** The change in words. */
    @Override
    public String toString() {
        return explain();
    }
}
