package org.waymark.metrics.linkage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Count;
import org.waymark.metrics.measure.Tabular;

/**
 * How many different people stand in several lists, and which pairs of rows could not be told apart or together.
 *
 * @param people how many: at least as if every ambiguous pair were one person, at most as if none were and every row without a
 *     key were somebody else
 * @param lists what was in each list, by its name
 * @param ambiguous the pairs that somebody has to look at
 */
public record Linked(Count people, Map<String, Tallied> lists, List<Ambiguous> ambiguous) implements Tabular {
    /** Copies the parts in their order. */
    public Linked {
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
        ambiguous = List.copyOf(ambiguous);
    }

    /**
     * A row of a list.
     *
     * @param list the name of the list
     * @param number counted from 1
     */
    public record Row(String list, long number) {
        /** Written as {@code district A:17}. */
        @Override
        public String toString() {
            return list + ":" + number;
        }
    }

    /**
     * Two rows that share a key and are not the same person for sure.
     *
     * @param first the one
     * @param second the other
     * @param key what they share: the names of columns, never a value
     */
    public record Ambiguous(Row first, Row second, String key) {}

    /**
     * What was in a list.
     *
     * @param rows how many rows
     * @param people how many different people at least, among rows with a key
     * @param withoutKey how many rows have no key at all
     */
    public record Tallied(long rows, long people, long withoutKey) {}

    /** The pairs as a table that can be sent to who keeps the lists. */
    public Table ambiguousTable() {
        Table.Builder table = Table.builder("Pairs of rows that may be one person")
                .column(Column.text("first", "list and row"))
                .column(Column.text("second", "list and row"))
                .column(Column.text("key", "what they share"));
        ambiguous.forEach(pair ->
                table.row(Datum.text(pair.first.toString()), Datum.text(pair.second.toString()), Datum.text(pair.key)));
        return table.build();
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Different people in several lists")
                .column(Column.text("list", "which list, or all of them"))
                .column(Column.count("rows", "how many rows"))
                .column(Column.count("people_low", "different people, at least"))
                .column(Column.count("people_high", "different people, at most"))
                .column(Column.count("without_key", "rows without any key"));
        long rows = 0;
        long without = 0;
        for (Map.Entry<String, Tallied> list : lists.entrySet()) {
            Tallied own = list.getValue();
            rows += own.rows;
            without += own.withoutKey;
            table.row(
                    Datum.text(list.getKey()),
                    Datum.whole(own.rows),
                    Datum.whole(own.people),
                    Datum.whole(own.rows),
                    Datum.whole(own.withoutKey));
        }
        return table.row(
                        Datum.text("all"),
                        Datum.whole(rows),
                        Datum.whole(people.low()),
                        Datum.whole(people.high()),
                        Datum.whole(without))
                .note(ambiguous.size() + " pairs of rows are ambiguous.")
                .build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
