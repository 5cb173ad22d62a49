package org.waymark.metrics.demand;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Tabular;

/**
 * Nested shares of jobs: of all jobs so many need a credential, and of those so many need STEM.
 *
 * <p><b>Formula:</b> the share of all is the product of the shares up to that step, exact to the last digit. <b>Unit:</b>
 * shares in [0, 1]. <b>How to read it:</b> each share has the step before as its base; 67 % of those 70 % are 46.9 % of all.
 * <b>When it applies:</b> to shares that a source publishes. <b>Edge cases:</b> none. <b>Source:</b> Career Connect
 * Southwest, Background.
 *
 * @param of what the first share is a share of
 * @param year for which year
 * @param source who says so
 * @param steps the shares, each of the one before
 */
public record DemandShares(String of, int year, String source, List<Step> steps) implements Tabular {
    /**
     * One share.
     *
     * @param name of what
     * @param share of the step before, in [0, 1]
     */
    public record Step(String name, BigDecimal share) {
        /** Refuses shares outside [0, 1]. */
        public Step {
            Objects.requireNonNull(name, "name");
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("share: must lie in [0, 1], was " + share);
            }
        }
    }

    /** Copies the steps. */
    public DemandShares {
        steps = List.copyOf(steps);
    }

    /** Shares of something in a year, as a source has them. */
    public static DemandShares of(String what, int year, String source) {
        return new DemandShares(what, year, source, List.of());
    }

    /** The same with a further share, of the last step. */
    public DemandShares then(String name, String share) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(name, new BigDecimal(share)));
        return new DemandShares(of, year, source, more);
    }

    /** The share of all at the last step. */
    public BigDecimal ofAll() {
        return steps.stream().map(Step::share).reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Shares of " + of + ", " + year)
                .column(Column.text("step", "what is needed"))
                .column(Column.share("share", "of the step before"))
                .column(Column.share("share_of_all", "of " + of))
                .note("Source: " + source + ".");
        BigDecimal all = BigDecimal.ONE;
        for (Step step : steps) {
            all = all.multiply(step.share);
            table.row(Datum.text(step.name), Datum.exact(step.share), Datum.exact(all));
        }
        return table.build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
