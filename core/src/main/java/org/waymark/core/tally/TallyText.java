package org.waymark.core.tally;

import java.util.List;
import java.util.stream.Collectors;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/** A tally as the table that it prints. */
final class TallyText {
    private static final int MOST_ROWS = 60;

    private TallyText() {}

    static Table of(Tally tally) {
        Table.Builder table = Table.builder(tally.question().of().name() + ", as of "
                        + tally.question().asOf() + ": " + tally.log())
                .column(Column.text("indicator", "what is asked"))
                .column(Column.text("axis", "along what"))
                .column(Column.text("group", "who"))
                .column(Column.count("members", "everybody of the group"))
                .column(Column.count("yes", "window closed with success"))
                .column(Column.count("known", "window closed, outcome known"))
                .column(Column.count("unknown", "outcome unknown or window open"))
                .column(Column.count("early", "success seen, window still open"))
                .column(Column.count("left_out", "outside the universe, or left out"));
        int rows = 0;
        int more = 0;
        for (Indicator indicator : tally.question().indicators()) {
            for (List<Axis> axes : crossings(tally)) {
                for (Cell cell : tally.by(indicator, axes.toArray(new Axis[0]))) {
                    if (rows++ >= MOST_ROWS) {
                        more++;
                        continue;
                    }
                    table.row(row(indicator, axes, cell));
                }
            }
        }
        if (more > 0) {
            table.note(more + " more rows are not shown.");
        }
        return table.build();
    }

    private static List<List<Axis>> crossings(Tally tally) {
        return tally.faces().stream()
                .map(Face::axes)
                .filter(axes ->
                        axes.isEmpty() || tally.question().faces().crossings().contains(axes))
                .toList();
    }

    private static List<Datum> row(Indicator indicator, List<Axis> axes, Cell cell) {
        return List.of(
                Datum.text(indicator.id()),
                Datum.text(axes.stream().map(Axis::title).collect(Collectors.joining(" x "))),
                Datum.text(cell.name()),
                count(cell.members()),
                count(cell.yes()),
                count(cell.known()),
                count(cell.unknown()),
                count(cell.early()),
                count(cell.outside().plus(cell.excluded())));
    }

    private static Datum count(Count count) {
        return count.isExact() ? Datum.whole(count.exact()) : Datum.text(count.toString());
    }
}
