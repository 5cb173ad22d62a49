package org.waymark.io.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param checks the identities that were looked for, and how often each held
 */
public record PublishedTables(
        String name,
        String citation,
        List<PublishedCell> cells,
        Map<String, Tally> tallies,
        List<IdentityCheck> checks) {
    private static final int PLACES = 12;

    /** Copies the parts in their order. */
    public PublishedTables {
        cells = List.copyOf(cells);
        tallies = Collections.unmodifiableMap(new LinkedHashMap<>(tallies));
        checks = List.copyOf(checks);
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

    /**
     * Between what the rate of several cells together lies, by the ends that are printed: members times rates, over members. A
     * cell whose rate is hidden may have any. What rounding adds at both ends is left out, as in published pools; the tallies
     * hold it. Empty if a cell's members are not known exactly, or there is nobody.
     *
     * @param cells cells of people who stand in one of them only
     */
    public static Optional<RateBounds> pooled(List<PublishedCell> cells) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (PublishedCell cell : cells) {
            if (!cell.members().isExact()) {
                return Optional.empty();
            }
            BigDecimal members = BigDecimal.valueOf(cell.members().exact());
            all = all.add(members);
            low = low.add(members.multiply(cell.printed().map(RateBounds::low).orElse(BigDecimal.ZERO)));
            high = high.add(
                    members.multiply(cell.printed().map(RateBounds::high).orElse(BigDecimal.ONE)));
        }
        return all.signum() == 0
                ? Optional.empty()
                : Optional.of(new RateBounds(
                        low.divide(all, PLACES, RoundingMode.FLOOR),
                        true,
                        high.divide(all, PLACES, RoundingMode.CEILING),
                        true));
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
                .column(Column.text("rate", "between what the printed rate lies"))
                .column(Column.text("mark", "what stands where numbers would"));
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
                            .orElse("")),
                    Datum.text(cell.mark()));
        }
        return table.build();
    }

    /** How many cells bear each mark, as the profile writes it: {@code N<{n}}; a cell without a mark is under the empty text. */
    public Map<String, Long> marks() {
        Map<String, Long> marks = new LinkedHashMap<>();
        cells.forEach(cell -> marks.merge(cell.mark(), 1L, Long::sum));
        return Collections.unmodifiableMap(marks);
    }

    /** The name, how many cells each slice has, and which identities held. */
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
        checks.forEach(check -> text.append("\n  ").append(check));
        return text.toString();
    }
}
