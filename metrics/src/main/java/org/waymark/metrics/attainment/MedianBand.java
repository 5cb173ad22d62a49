package org.waymark.metrics.attainment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;

/**
 * Between which amounts the median lies, from counts of how many reached each of them: median earnings without anybody's wages.
 *
 * <p><b>Formula:</b> of n members of known outcome, m reached an amount. The median, which is the amount of the member in
 * the middle and of an even n the mean of the two, is at least the amount if 2m &gt; n, and below it if 2m &lt; n. Where
 * 2m = n one of the two in the middle lies on either side, and the amount tells nothing. The band is from the largest amount
 * of the first kind to the smallest of the second. <b>Unit:</b> that of the amounts. <b>How to read it:</b> half of the
 * members lie below the band's upper end and half at or above its lower end; the closer the amounts stand, the narrower it
 * is. <b>When it applies:</b> where a source gives counts by bands, or wages may not leave a database; all the indicators
 * must have one universe. <b>Edge cases:</b> nobody has no median; below the smallest amount the band has no lower end,
 * above the largest no upper; masked and unknown counts widen the band. <b>Source:</b> the median of grouped data; Workforce
 * Innovation and Opportunity Act, median earnings in the second quarter.
 *
 * @param reached the indicator of having reached each amount, by the amount
 */
public record MedianBand(SortedMap<BigDecimal, Indicator> reached) implements Measure<Tally, MedianBand.Band> {
    /** Copies the indicators; refuses none, and different universes. */
    public MedianBand {
        reached = new TreeMap<>(reached);
        if (reached.isEmpty()) {
            throw new IllegalArgumentException("reached: must hold one at least");
        }
        long universes =
                reached.values().stream().map(Indicator::universe).distinct().count();
        if (universes > 1) {
            throw new IllegalArgumentException("reached: must have one universe, had " + universes);
        }
    }

    /**
     * Between what the median lies.
     *
     * @param low the largest amount that it reaches for certain; empty if it may lie below all
     * @param high the smallest amount that it does not reach for certain; empty if it may lie above all
     * @param n of how many members
     */
    public record Band(Optional<BigDecimal> low, Optional<BigDecimal> high, Count n) implements Tabular {
        /** Refuses null. */
        public Band {
            Objects.requireNonNull(low, "low");
            Objects.requireNonNull(high, "high");
            Objects.requireNonNull(n, "n");
        }

        @Override
        public Table toTable() {
            return Table.builder("Median")
                    .column(Column.text("n", "members whose amount is known"))
                    .column(Column.number("from", "the median is at least this"))
                    .column(Column.number("below", "the median is below this"))
                    .row(
                            Datum.text(n.toString()),
                            low.map(Datum::exact).orElse(Datum.missing("no lower end")),
                            high.map(Datum::exact).orElse(Datum.missing("no upper end")))
                    .build();
        }

        /** Written as {@code median from 7500 to below 8000 (n 214)}. */
        @Override
        public String toString() {
            return "median from " + low.map(BigDecimal::toPlainString).orElse("?") + " to below "
                    + high.map(BigDecimal::toPlainString).orElse("?") + " (n " + n + ")";
        }
    }

    @Override
    public Band over(Tally counted) {
        Optional<BigDecimal> low = Optional.empty();
        Optional<BigDecimal> high = Optional.empty();
        Count n = Count.ZERO;
        for (Map.Entry<BigDecimal, Indicator> amount : reached.entrySet()) {
            Cell cell = counted.total(amount.getValue());
            Count open = cell.unknown();
            Count yes = new Count(cell.yes().low(), Math.addExact(cell.yes().high(), open.high()));
            Count no = new Count(cell.no().low(), Math.addExact(cell.no().high(), open.high()));
            n = cell.known().plus(open);
            if (yes.low() > no.high()) {
                low = Optional.of(amount.getKey());
            } else if (yes.high() < no.low() && high.isEmpty()) {
                high = Optional.of(amount.getKey());
            }
        }
        return new Band(low, high, n);
    }
}
