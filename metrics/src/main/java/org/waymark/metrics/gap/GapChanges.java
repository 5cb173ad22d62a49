package org.waymark.metrics.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.smallgroup.Prior;
import org.waymark.metrics.smallgroup.ShrunkenRates;
import org.waymark.metrics.smallgroup.Units;

/**
 * How the gaps of all groups of an axis changed between two dates; with a warning about the group that stood furthest behind.
 *
 * <p>Who is picked because the first rate was low was partly unlucky, and will on average do better without any cause. How much
 * better is told by {@link #returnToMean}: (1 - w)(μ - p) with the mean μ of the groups and the reliability w = n/(n + M) of the
 * group's rate p, by moments ({@link Prior}). Source: F. Galton, Regression towards mediocrity (1886); A. G. Barnett and others,
 * International Journal of Epidemiology 34 (2005) 215.
 *
 * @param changes one per group that is there at both dates, in the axis's order
 * @param prior how the groups' true rates were spread before, as far as their counts tell
 */
public record GapChanges(List<GapChange> changes, Prior prior) implements Tabular {
    /** Copies the list. */
    public GapChanges {
        changes = List.copyOf(changes);
    }

    /** The changes of a gap along the axes, from one tally to a later one. */
    public static GapChanges between(Tally before, Tally after, Gap gap, Axis... axes) {
        List<GapEstimate> then = gap.in(Scale.POINTS).by(axes).over(before).groups();
        List<GapEstimate> now = gap.in(Scale.POINTS).by(axes).over(after).groups();
        List<GapChange> changes = new ArrayList<>();
        List<Units.Unit> units = new ArrayList<>();
        for (GapEstimate one : then) {
            List<Label> labels = one.group().cell().labels();
            now.stream()
                    .filter(other -> other.group().cell().labels().equals(labels))
                    .findFirst()
                    .ifPresent(other -> changes.add(new GapChange(one, other)));
            if (labels.stream().allMatch(Label::isGroup)) {
                one.group()
                        .share()
                        .ifPresent(share -> units.add(new Units.Unit(one.group().group(), share)));
            }
        }
        return new GapChanges(
                changes,
                ShrunkenRates.of(Units.of("all", units), Prior.Method.MOMENTS).prior());
    }

    /** The change of the group of that name. */
    public Optional<GapChange> group(String name) {
        return changes.stream().filter(change -> change.group().equals(name)).findFirst();
    }

    /** The group that stood furthest behind before; empty if no gap is known. */
    public Optional<GapChange> furthestBefore() {
        return changes.stream()
                .filter(change -> change.before().value().isPresent())
                .min(Comparator.comparingDouble(
                        change -> direction(change) * change.before().value().orElseThrow()));
    }

    private static int direction(GapChange change) {
        return change.before().group().indicator().direction() == Direction.ADVERSE ? -1 : 1;
    }

    /**
     * By how much the group's rate is expected to move if nothing changed but chance: towards the mean of the groups, by the part
     * of its distance that is not reliable. Empty where it cannot be told.
     */
    public Optional<Double> returnToMean(GapChange change) {
        return change.before().group().share().filter(share -> share.n() > 0).flatMap(this::returnToMean);
    }

    private Optional<Double> returnToMean(Share share) {
        return prior.mean().flatMap(mean -> prior.reliability(share.n()).map(w -> (1 - w) * (mean - share.value())));
    }

    /** Every change, in points and as a ratio, as rows that all families of measures share. */
    public List<Figure> figures() {
        return changes.stream().flatMap(change -> change.toFigures().stream()).toList();
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Change of gaps")
                .column(Column.text("group", "who"))
                .column(Column.points("gap_before", "rate minus that of the reference, at the first date"))
                .column(Column.points("gap_after", "the same at the second date"))
                .column(Column.points("change", "after minus before; above 0 the group gained"))
                .column(Column.points("change_lower", "lower limit of the interval"))
                .column(Column.points("change_upper", "upper limit of the interval"))
                .column(Column.text("verdict", "what became of the gap, decided by the interval"))
                .column(Column.text("movement", "how the gap was seen to move, if points and ratio agree"))
                .column(Column.points("group_change", "by how much the group's own rate moved"))
                .column(Column.points("reference_change", "by how much that of the reference moved"))
                .column(Column.points("expected", "by how much the group's rate moves if nothing changed but chance"))
                .column(Column.number("ratio_of_ratios", "the ratio of rates after divided by that before"))
                .column(Column.number("ratio_lower", "lower limit of the interval"))
                .column(Column.number("ratio_upper", "upper limit of the interval"))
                .column(Column.text("in_points", "how the gap moved in points"))
                .column(Column.text("as_ratio", "how it moved as a ratio"))
                .column(Column.text("reference", "with what the group is compared"));
        changes.forEach(change -> table.row(row(change)));
        table.note(
                "Limits of changes are recovered from those of the two gaps (MOVER), as if of other members at each date.");
        furthestBefore().ifPresent(furthest -> table.note(warning(furthest)));
        return table.build();
    }

    private String warning(GapChange furthest) {
        String expected = returnToMean(furthest)
                .map(move -> String.format(
                        Locale.ROOT, "; by that alone its rate is expected to move by %+.1f points", 100 * move))
                .orElse("");
        return "Who was picked because the first rate was bad will do better by chance: " + furthest.group()
                + " stood furthest behind before" + expected + ".";
    }

    private List<Datum> row(GapChange change) {
        String mark = change.undefined().map(Undefined::toString).orElse("");
        String ratioMark = change.ratioUndefined().map(Undefined::toString).orElse("");
        return List.of(
                Datum.text(change.group()),
                Datum.realOr(change.before().value(), mark),
                Datum.realOr(change.after().value(), mark),
                Datum.realOr(change.change(), mark),
                Datum.realOr(change.interval().map(Interval::lower), mark),
                Datum.realOr(change.interval().map(Interval::upper), mark),
                Datum.text(change.verdict().name()),
                Datum.text(change.movement().map(Enum::name).orElse("")),
                Datum.realOr(change.groupChange(), mark),
                Datum.realOr(change.referenceChange(), mark),
                Datum.realOr(returnToMean(change), ""),
                Datum.realOr(change.ratioOfRatios(), ratioMark),
                Datum.realOr(change.ratioInterval().map(Interval::lower), ratioMark),
                Datum.realOr(change.ratioInterval().map(Interval::upper), ratioMark),
                Datum.text(change.pointsMovement().map(Enum::name).orElse("")),
                Datum.text(change.ratioMovement().map(Enum::name).orElse("")),
                Datum.text(change.before().referenceName()));
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
