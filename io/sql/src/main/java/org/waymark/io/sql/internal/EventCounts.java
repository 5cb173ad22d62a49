package org.waymark.io.sql.internal;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unknown;
import org.waymark.core.schema.Window;

/**
 * What the events of one kind say of their owners: one table that is grouped by owner and joined once, with a few columns
 * for each condition; or a few columns of the owners themselves, where each has its one event in its own row.
 *
 * <p>Of each event first one number per condition is made, as {@link Truths} writes answers: it counts, it does not, or it
 * is doubtful for a reason.
 */
final class EventCounts {
    private static final String NOT_REPORTED = Integer.toString(Truths.unknown(Unknown.NOT_REPORTED));

    private final Asking asking;
    private final Frame events;
    private final Tests tests;
    private final Frame anchors;
    private final boolean inRows;
    private final String name;
    private final Map<String, String> ofEvent = new LinkedHashMap<>();
    private final Map<String, String> ofOwner = new LinkedHashMap<>();
    private boolean anchored;

    EventCounts(Frame owners, TableShape kind) {
        this.asking = owners.asking();
        this.inRows = kind.inRows().isPresent();
        this.events = kind.inRows().map(owners::events).orElseGet(() -> new Frame(asking, kind));
        this.tests = new Tests(events);
        this.anchors = inRows ? owners : new Frame(asking, owners.table());
        this.name = asking.name("g");
    }

    private String each(String expression) {
        return inRows
                ? anchors.column(Frame.EVENTS, expression)
                : ofEvent.computeIfAbsent(expression, e -> asking.name("e"));
    }

    /** Of how many of an owner's events a test holds. */
    private String times(String test) {
        return sum("CASE WHEN " + test + " THEN 1 ELSE 0 END");
    }

    private String sum(String number) {
        return count("SUM(" + number + ")", number);
    }

    private String most(String number) {
        return count("MAX(" + number + ")", number);
    }

    private String different(String value) {
        return count("COUNT(DISTINCT " + value + ")", "CASE WHEN (" + value + ") IS NOT NULL THEN 1 END");
    }

    /** The least over an owner's events; null where there is none. */
    private String least(String number) {
        return inRows ? "(" + number + ")" : ofOwner("MIN(" + number + ")");
    }

    /** Something over an owner's events, and the same of a single one; 0 where there are none. */
    private String count(String ofMany, String ofOne) {
        return "COALESCE(" + (inRows ? ofOne : ofOwner(ofMany)) + ", 0)";
    }

    private String ofOwner(String expression) {
        return name + "." + ofOwner.computeIfAbsent(expression, e -> asking.name("n"));
    }

    /** The first case of an answer: no event is in the row. */
    private String ifThere() {
        return inRows ? "WHEN " + events.isThere() + " = 0 THEN 0 " : "";
    }

    private WindowSql window(Window window) {
        WindowSql ends = WindowSql.of(anchors, window);
        anchored |= ends.isOfRow();
        return inRows ? ends : ends.of("a");
    }

    /** Whether enough events began within a window, as three expressions: surely, perhaps, and why it is in doubt. */
    Verdict took(Condition.Took took) {
        DaySql start = events.start();
        String passes = tests.passes(took.where());
        WindowSql window = window(took.window());
        String counts =
                each("CASE " + ifThere() + "WHEN " + passes + " = 0 THEN 0 WHEN " + start.value() + " IS NULL THEN "
                        + reasonOf(start) + " WHEN " + start.value() + " > " + asking.asOfDay() + " OR NOT ("
                        + window.contains(start.value()) + ") THEN 0 ELSE " + passes + " END");
        return verdict(took.amount(), counts, start);
    }

    private Verdict verdict(Amount amount, String counts, DaySql start) {
        String sure = counts + " = 9";
        String doubtful = counts + " BETWEEN 2 AND 8";
        String perhaps = times(doubtful);
        String doubt = least("CASE WHEN " + doubtful + " THEN " + counts + " END");
        if (amount instanceof Amount.Sum sum) {
            NumberSql number = events.numbers(sum.quantity());
            String value = each("p." + number.value());
            String reason = each("p." + number.reason());
            String total = sum("CASE WHEN " + sure + " THEN " + value + " END");
            String why = least("CASE WHEN " + doubtful + " THEN " + counts + " WHEN " + sure + " AND " + value
                    + " IS NULL THEN " + reason + " END");
            return new Verdict(total + " >= " + asking.literals().number(Tests.scaled(sum.least())), "TRUE", why);
        } else if (amount instanceof Amount.Distinct distinct) {
            LabelSql labels = events.labels(distinct.dimension());
            String text = labels.several() ? asking.dialect().joined(labels.value()) : labels.value();
            String value = each("COALESCE(" + text + ", '')");
            String reason = each(labels.reason());
            String known = different("CASE WHEN " + sure + " AND " + reason + " = 0 THEN " + value + " END");
            String unsure = doubtful + " OR " + sure + " AND " + reason + " > 0";
            return atLeast(
                    distinct.least(),
                    known,
                    times(unsure),
                    least("CASE WHEN " + doubtful + " THEN " + counts + " WHEN " + sure + " AND " + reason
                            + " > 0 THEN " + reason + " END"));
        } else if (amount instanceof Amount.SchoolYears years) {
            // A school year begins in July, so half a year later it has the number of its second calendar year.
            String year =
                    each("EXTRACT(YEAR FROM " + asking.dialect().plus("p." + start.value(), Period.ofMonths(6)) + ")");
            return atLeast(years.least(), different("CASE WHEN " + sure + " THEN " + year + " END"), perhaps, doubt);
        }
        String seen = times(sure);
        return atLeast(((Amount.Times) amount).least(), seen, perhaps, doubt);
    }

    private static Verdict atLeast(int least, String seen, String perhaps, String doubt) {
        return new Verdict(seen + " >= " + least, seen + " + " + perhaps + " >= " + least, doubt);
    }

    /** Whether a spell was held at the moment of a window that is asked for. */
    Verdict held(Condition.Held held) {
        if (held.asOf() == AsOf.AT_ENTRY && held.window().fromInclusive() instanceof Bound.Open) {
            throw new IllegalArgumentException("window: must have a first day to ask who held a status at entry");
        }
        DaySql start = events.start();
        Optional<DaySql> end = events.end();
        String passes = tests.passes(held.where());
        WindowSql window = window(held.window());
        // The days looked at: all of the window, its first, or its last that has come.
        Optional<String> first = held.asOf() == AsOf.AT_EXIT ? Optional.of(lastThatCame(window)) : window.first();
        String last = held.asOf() == AsOf.ANY_TIME_IN_WINDOW ? lastThatCame(window) : first.orElseThrow();
        List<String> cases = new ArrayList<>();
        cases.add("WHEN " + passes + " = 0 THEN 0");
        // A spell that ends on the day it begins covers no day.
        end.ifPresent(over -> cases.add("WHEN " + over.value() + " <= " + asking.asOfDay() + " AND (" + over.value()
                + " <= " + start.value()
                + first.map(day -> " OR " + over.value() + " <= " + day).orElse("")
                + ") THEN 0"));
        cases.add("WHEN " + start.value() + " IS NULL THEN " + reasonOf(start));
        cases.add(
                "WHEN " + start.value() + " > " + last + " OR " + start.value() + " > " + asking.asOfDay() + " THEN 0");
        if (end.isPresent() && first.isPresent()) {
            String why = end.get().reason();
            cases.add("WHEN " + why + " > 0 AND " + start.value() + " < " + first.get() + " THEN " + why);
        }
        String answer = each("CASE " + ifThere() + String.join(" ", cases) + " ELSE " + passes + " END");
        return new Verdict(
                most(answer) + " = 9", "TRUE", least("CASE WHEN " + answer + " > 0 THEN " + answer + " END"));
    }

    private String lastThatCame(WindowSql window) {
        return window.end()
                .map(end -> "LEAST(" + asking.dialect().plus(end, Period.ofDays(-1)) + ", " + asking.asOfDay() + ")")
                .orElse(asking.asOfDay());
    }

    /** Why the day of an event is not there: an event without a day happened, but nobody knows when. */
    private static String reasonOf(DaySql day) {
        return "CASE WHEN " + day.reason() + " = 0 THEN " + NOT_REPORTED + " ELSE " + day.reason() + " END";
    }

    /** Writes the table of counts, if there has to be one, and joins it to the owners' leaves. */
    void writeFor(Frame owners) {
        if (inRows) {
            return;
        }
        String owner = events.owner();
        String anchor = anchored ? anchors.id() : "";
        String from = events.write() + " p"
                + (anchored ? " JOIN " + anchors.write() + " a ON a." + anchor + " = p." + owner : "");
        List<String> each = new ArrayList<>(List.of("p." + owner + " AS owner"));
        ofEvent.forEach((expression, column) -> each.add(expression + " AS " + column));
        List<String> counts = new ArrayList<>(List.of("owner"));
        ofOwner.forEach((expression, column) -> counts.add(expression + " AS " + column));
        asking.step(
                name,
                "SELECT " + String.join(",\n    ", counts) + "\n  FROM (SELECT " + String.join(",\n    ", each)
                        + "\n  FROM " + from + ") e GROUP BY owner");
        owners.joinToLeaves("\n  LEFT JOIN " + name + " ON " + name + ".owner = p." + owners.id());
    }

    /**
     * What the events of an owner say.
     *
     * @param surely there is enough
     * @param perhaps there may be enough
     * @param doubt why it is in doubt; null if it is not
     */
    record Verdict(String surely, String perhaps, String doubt) {}
}
