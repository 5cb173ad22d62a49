package org.waymark.metrics.survival;

import java.util.List;
import java.util.Optional;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;

/** The curves of groups in rows, a row for each group and time. */
final class AttainmentCurves {
    private AttainmentCurves() {}

    static Table table(String title, List<Attainment> groups) {
        Table.Builder rows = Table.builder(title)
                .column(Column.text("group", "who"))
                .column(Column.number("time", "years since the origin"))
                .column(Column.count("at_risk", "waiting and in sight when the time came"))
                .column(Column.share("attained", "share that has reached it by the time, Kaplan-Meier"))
                .column(Column.share("lower", "lower limit of the share"))
                .column(Column.share("upper", "upper limit of the share"));
        groups.forEach(group -> add(rows, group));
        return rows.build();
    }

    private static void add(Table.Builder rows, Attainment group) {
        String none = Undefined.ZERO_VARIANCE.toString();
        for (KaplanMeier.Step step : KaplanMeier.of(group.table()).steps()) {
            if (step.events() > 0 && step.time() <= group.horizon()) {
                Optional<Interval> waiting = step.interval(group.type(), group.confidence());
                rows.row(
                        Datum.text(group.group()),
                        Datum.real(step.time()),
                        Datum.whole(step.atRisk()),
                        Datum.real(step.reached()),
                        Datum.realOr(waiting.map(limits -> 1 - limits.upper()), none),
                        Datum.realOr(waiting.map(limits -> 1 - limits.lower()), none));
            }
        }
    }
}
