package org.waymark.io.sql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Unknown;

/**
 * What is wrong with a table, counted where it lies: one finding for each kind of fault in each column, which stands for as
 * many places as there are.
 */
final class TableCheck {
    private static final int UNREADABLE = Truths.unknown(Unknown.UNREADABLE);

    private final Tables tables;
    private final TableShape table;
    private final Reading reading;
    private final String given;
    private final List<String> counts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    TableCheck(Dialect dialect, Tables tables, TableShape table) {
        this.tables = tables;
        this.table = table;
        this.reading = new Reading(dialect);
        String keys = Stream.concat(
                        table.id().stream(), table.ownerUnit().stream().flatMap(unit -> table.owner().stream()))
                .map(key -> reading.isGiven("t", table, key))
                .collect(Collectors.joining(" AND "));
        this.given = keys.isEmpty() ? "TRUE" : "COALESCE(" + keys + ", FALSE)";
        rows();
        for (String name : table.columns().keySet()) {
            if (table.hasNumberOnly(name)) {
                unreadable(reading.number("t", table, name).reason(), name, Reason.UNREADABLE_NUMBER, NUMBER);
            } else if (table.hasDayOnly(name)) {
                unreadable(reading.day("t", table, name).reason(), name, Reason.UNREADABLE_DATE, DAY);
            } else if (table.hasLabels(name)) {
                reading.unfit("t", table, name)
                        .ifPresent(unfit ->
                                count(given + " AND " + unfit, Reason.UNKNOWN_LABEL, name, labels(table, name)));
            }
        }
    }

    static final String DAY = "a date like 2005-04-30";
    static final String NUMBER = "a number of at most four decimal places";

    static String labels(TableShape table, String name) {
        List<String> known = table.field(name).<List<String>>map(Field::labels).orElse(List.of());
        return known.isEmpty() ? "a label" : "one of " + known;
    }

    /** Ids that several rows have. */
    static Finding repeated(TableShape table, long ids) {
        return Finding.error(
                        Reason.DUPLICATE_ID,
                        table.unit().name(),
                        0,
                        table.id().orElse(""),
                        "an id that no other row has")
                .withRepeats(ids - 1);
    }

    /** Rows without an id are left out unseen, then spells that end before they begin, then rows that hang on nobody. */
    private void rows() {
        if (!given.equals("TRUE")) {
            count("NOT " + given, Reason.MISSING_VALUE, "", "every id; such rows are left out");
        }
        Optional<String> reversed = reading.reversed("t", table);
        reversed.ifPresent(condition -> count(
                given + " AND " + condition,
                Reason.CONTRADICTION,
                "",
                "a spell that does not end before it starts; such rows are left out"));
        Optional<TableShape> owners = table.ownerUnit().flatMap(tables::find);
        if (table.owner().isPresent() && owners.isPresent() && owners.get().id().isPresent()) {
            String owner = table.owner().get();
            String there = reading.key("t", table, owner) + " IN (SELECT "
                    + reading.key("o", owners.get(), owners.get().id().get())
                    + " FROM " + owners.get().from() + " o WHERE "
                    + String.join(" AND ", reading.stands("o", owners.get())) + ")";
            count(
                    given + reversed.map(condition -> " AND NOT " + condition).orElse("") + " AND NOT " + there,
                    Reason.DANGLING_REFERENCE,
                    owner,
                    "an id of " + owners.get().unit() + "; such rows are left out");
        }
    }

    private void unreadable(String reason, String name, Reason finding, String expected) {
        if (!table.has(name + TableShape.REASON)) {
            count(given + " AND (" + reason + ") = " + UNREADABLE, finding, name, expected);
        }
    }

    private void count(String wrong, Reason reason, String column, String expected) {
        counts.add("SUM(CASE WHEN " + wrong + " THEN 1 ELSE 0 END)");
        findings.add(Finding.error(reason, table.unit().name(), 0, column, expected));
    }

    /** What is wrong, asked of the session. */
    List<Finding> findings(Session session) {
        List<Finding> wrong = new ArrayList<>(table.unreadColumns());
        if (!counts.isEmpty()) {
            String text = "SELECT " + String.join(",\n  ", counts) + " FROM " + table.from() + " t";
            Object[] numbers = session.rows(new Statement(text, List.of())).get(0);
            for (int i = 0; i < numbers.length; i++) {
                long count = numbers[i] == null ? 0 : ((Number) numbers[i]).longValue();
                if (count > 0) {
                    wrong.add(findings.get(i).withRepeats(count - 1));
                }
            }
        }
        if (table.id().isPresent()) {
            Object ids = session.value("SELECT COUNT(*) FROM (" + reading.repeatedIds(table) + ") r");
            if (ids != null && ((Number) ids).longValue() > 0) {
                wrong.add(repeated(table, ((Number) ids).longValue()));
            }
        }
        return wrong;
    }
}
