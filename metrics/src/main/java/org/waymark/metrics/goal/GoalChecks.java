package org.waymark.metrics.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * How goals stand, one row each: the goal, whose it is, what was observed, the target and the status in words. Pages put such a
 * table at their head.
 *
 * @param checks the goals as they were checked, in the order in which they shall be printed
 */
public record GoalChecks(List<GoalCheck> checks) implements Tabular {
    /** Copies the checks. */
    public GoalChecks {
        checks = List.copyOf(checks);
    }

    /** The columns of goals. */
    public static List<Column> columns() {
        return List.of(
                Column.text("goal", "what was promised"),
                Column.text("group", "whose goal it is"),
                Column.text("observed", "what was observed, in the goal's unit"),
                Column.text("target", "what was promised, in the goal's unit"),
                Column.text("status", "how it stands by what was observed"),
                Column.count("needed", "how many more would have had to succeed to meet it as counts stand"),
                Column.day("due", "the last day of the school year by whose end it is to be met"),
                Column.text("asks", "from where to where, in points and in percent"));
    }

    /** What stands in these columns of one goal. What is kept back is masked, never told as a number. */
    public static List<Datum> row(GoalCheck check) {
        Goal goal = check.goal();
        boolean kept = check.observed().isEmpty() && check.status() != GoalStatus.UNKNOWN;
        boolean every = check.group().equals(GoalCheck.EVERY_GROUP);
        Datum none = Datum.missing(every ? "by group" : kept ? Undefined.MASKED.toString() : "none");
        return List.of(
                Datum.text(goal.name()),
                Datum.text(check.group()),
                check.observed()
                        .map(value -> Datum.text(goal.inUnit(rounded(goal.kind(), value))))
                        .orElse(none),
                Datum.text((goal.strict() ? "more than " : "") + goal.inUnit(goal.target())),
                Datum.text(check.status().name()),
                check.needed().isPresent()
                        ? Datum.whole(check.needed().getAsLong())
                        : kept || every ? none : Datum.missing("none"),
                Datum.day(goal.due().endExclusive().minusDays(1)),
                Datum.text(goal.asks()));
    }

    /** As many digits as one reads. */
    private static BigDecimal rounded(Goal.Kind kind, double value) {
        int places = switch (kind) {
            case COUNT -> 0;
            case LEVEL, GAP -> 3;
            case MULTIPLE, PARITY -> 2;
        };
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Goals").columns(columns());
        checks.forEach(check -> table.row(row(check)));
        return table.build();
    }

    /** The table as text. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
