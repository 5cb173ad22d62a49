package org.waymark.io.published;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;

/**
 * What a published file holds: its cells as they were printed, and a tally for each of its slices. In the tallies a masked
 * count is an interval, and so is that of a group that the file leaves out, unless its profile says that it is zero.
 *
 * @param name what the source is called
 * @param citation where it comes from
 * @param cells every cell in the order of the file
 * @param tallies a tally for each slice, by its name
 */
public record PublishedTables(String name, String citation, List<PublishedCell> cells, Map<String, Tally> tallies) {
    /** Copies the parts in their order. */
    public PublishedTables {
        cells = List.copyOf(cells);
        tallies = Collections.unmodifiableMap(new LinkedHashMap<>(tallies));
    }

    /**
     * The tally of a slice.
     *
     * @throws IllegalArgumentException if the file has no such slice
     */
    public Tally tally(String slice) {
        Tally tally = tallies.get(slice);
        if (tally == null) {
            throw new IllegalArgumentException("slice: must be one of " + tallies.keySet() + ", was " + slice);
        }
        return tally;
    }

    /** The cells as a table, with counts and rates between bounds. */
    public Table toTable() {
        Table.Builder table = Table.builder(name)
                .column(Column.text("slice", "which table of the source"))
                .column(Column.text("group", "place and group"))
                .column(Column.count("members_low", "members, at least"))
                .column(Column.count("members_high", "members, at most"))
                .column(Column.count("yes_low", "successes, at least"))
                .column(Column.count("yes_high", "successes, at most"))
                .column(Column.text("rate", "between what the printed rate lies"));
        for (PublishedCell cell : cells) {
            table.row(
                    Datum.text(cell.slice()),
                    Datum.text(cell.labels().entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", "))),
                    Datum.whole(cell.members().low()),
                    Datum.whole(cell.members().high()),
                    Datum.whole(cell.yes().low()),
                    Datum.whole(cell.yes().high()),
                    Datum.text(cell.rate()
                            .map(r -> r.low().toPlainString() + ".." + r.high().toPlainString())
                            .orElse("")));
        }
        return table.build();
    }

    /** The name, and how many cells each slice has. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name + ": " + cells.size() + " cells");
        for (String slice : tallies.keySet()) {
            long own = cells.stream().filter(cell -> cell.slice().equals(slice)).count();
            long masked = cells.stream()
                    .filter(cell -> cell.slice().equals(slice) && cell.isMasked())
                    .count();
            text.append("\n  ")
                    .append(slice.isEmpty() ? "all" : slice)
                    .append(": ")
                    .append(own)
                    .append(" cells, ");
            text.append(masked).append(" of them masked");
        }
        return text.toString();
    }
}
