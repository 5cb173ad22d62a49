package org.waymark.metrics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Undefined;

/**
 * How many succeeded, and each group's share of them: the composition of participants, of partners, of staff.
 *
 * <p><b>Formula:</b> yes, those who did so early counting; a group's share is its number divided by everybody's. <b>Unit:</b>
 * members; shares in [0, 1]. <b>How to read it:</b> shares of overlapping groups, or of members with several labels, add up
 * to more than 1. <b>When it applies:</b> to every indicator; with one that everybody fulfils it counts a roster. <b>Edge
 * cases:</b> of nobody there is no share; masked counts give no number; a count is complete, so it has no interval.
 * <b>Source:</b> plain counting.
 *
 * @param indicator what is counted
 */
public record Headcount(Indicator indicator) {
    /** Of those who fulfil an indicator. */
    public static Headcount of(Indicator indicator) {
        return new Headcount(indicator);
    }

    /** The number of all. */
    public Measure<Tally, Figure> total() {
        return tally -> figure("Headcount", tally.total(indicator));
    }

    /** The number and the share of each group along an axis, everybody first. */
    public Measure<Tally, Table> by(Axis axis) {
        return tally -> {
            Cell all = tally.total(indicator);
            List<Figure> figures = new ArrayList<>();
            figures.add(figure("Headcount", all));
            for (Cell cell : tally.by(indicator, axis)) {
                if (cell.labels().stream().allMatch(Label::isGroup)
                        || reached(cell).high() > 0) {
                    figures.add(figure("Headcount", cell));
                    figures.add(share(cell, all));
                }
            }
            return Figure.table(indicator.name() + " by " + axis.title(), figures);
        };
    }

    private static Count reached(Cell cell) {
        return cell.yes().plus(cell.early());
    }

    private static Figure figure(String measure, Cell cell) {
        Count reached = reached(cell);
        Figure.Builder figure =
                reached.isExact() ? Figure.of(measure, reached.exact()) : Figure.undefined(measure, Undefined.MASKED);
        return figure.of(cell.name()).inference(Inference.DESCRIPTIVE).build();
    }

    private static Figure share(Cell cell, Cell all) {
        Count own = reached(cell);
        Count total = reached(all);
        boolean exact = own.isExact() && total.isExact();
        Optional<Undefined> why = !exact
                ? Optional.of(Undefined.MASKED)
                : total.exact() == 0 ? Optional.of(Undefined.NO_OBSERVATIONS) : Optional.empty();
        Figure.Builder figure = why.isPresent()
                ? Figure.undefined("Share of all", why.get())
                : Figure.of("Share of all", (double) own.exact() / total.exact())
                        .count("yes", own.exact())
                        .count("n", total.exact());
        return figure.of(cell.name()).inference(Inference.DESCRIPTIVE).build();
    }
}
