package org.waymark.metrics.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Tabular;

/**
 * Openings against completers.
 *
 * <p><b>Formula:</b> demand minus supply, both brought to one year by dividing by the years they stand for. <b>Unit:</b> that
 * of both amounts, a year. <b>How to read it:</b> positive, more openings than people with the credential. <b>When it
 * applies:</b> both amounts must count the same thing in the same region; a gap between unlike units is refused. <b>Edge
 * cases:</b> windows of different length are annualised, which assumes an even flow and is said. <b>Source:</b> Partnership
 * for Learning, job openings; Washington STEM, credentials against jobs.
 *
 * @param demand projected openings
 * @param supply projected completers
 */
public record SupplyDemand(Amount demand, Amount supply) implements Tabular {
    private static final int PLACES = 4;

    /**
     * So many of something over some years.
     *
     * @param name what it is called in print
     * @param unit what is counted: openings and completers are both {@code people with an associate degree}
     * @param region where
     * @param value how many, over all the years
     * @param fromYear the first year
     * @param untilYear the last year, not before the first
     * @param source who says so
     */
    public record Amount(
            String name, String unit, String region, BigDecimal value, int fromYear, int untilYear, String source) {
        /** Refuses negative values and years in the wrong order. */
        public Amount {
            Objects.requireNonNull(unit, "unit");
            if (value.signum() < 0) {
                throw new IllegalArgumentException("value: must be 0 or more, was " + value);
            }
            if (untilYear < fromYear) {
                throw new IllegalArgumentException("untilYear: must not be before " + fromYear + ", was " + untilYear);
            }
        }

        /** How many years it stands for. */
        public int years() {
            return untilYear - fromYear + 1;
        }

        /** The mean of a year. */
        public BigDecimal perYear() {
            return value.divide(BigDecimal.valueOf(years()), PLACES, RoundingMode.HALF_EVEN);
        }
    }

    /** Refuses amounts of unlike things or of different regions. */
    public SupplyDemand {
        if (!demand.unit().equals(supply.unit())) {
            throw new IllegalArgumentException(
                    "supply: must count " + demand.unit() + " as the demand does, counts " + supply.unit());
        }
        if (!demand.region().equals(supply.region())) {
            throw new IllegalArgumentException(
                    "supply: must be of " + demand.region() + " as the demand is, is of " + supply.region());
        }
    }

    /** Openings that nobody is projected to fill, in a year. */
    public BigDecimal gap() {
        return demand.perYear().subtract(supply.perYear());
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Supply and demand of " + demand.unit() + ", " + demand.region())
                .column(Column.text("what", "demand, supply or the gap"))
                .column(Column.text("years", "which years it stands for"))
                .column(Column.number("total", "over these years"))
                .column(Column.number("per_year", "in a year"));
        for (Amount amount : List.of(demand, supply)) {
            table.row(
                    Datum.text(amount.name()),
                    Datum.text(amount.fromYear() + " to " + amount.untilYear()),
                    Datum.exact(amount.value()),
                    Datum.exact(amount.perYear()));
            table.note(amount.name() + ": " + amount.source() + ".");
        }
        table.row(Datum.text("gap"), Datum.missing(""), Datum.missing(""), Datum.exact(gap()));
        boolean uneven = demand.years() != supply.years() || demand.fromYear() != supply.fromYear();
        return uneven
                ? table.note("The windows differ: amounts of a year assume an even flow.")
                        .build()
                : table.build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
