package org.waymark.metrics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.TimeCell;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * The share that is still waiting at each time, by Kaplan and Meier.
 *
 * <p><b>Formula:</b> S(t) = Π (1 - d/n) over the times up to t at which events came to d of n at risk; variance S² Σ d /
 * (n(n - d)), Greenwood's.
 *
 * <p><b>Unit:</b> a share in [0, 1], over time in the unit of the table.
 *
 * <p><b>How to read it:</b> 1 is that nobody has reached it yet; 1 - S is the share that has. Members who could not be
 * followed further count for as long as they were followed.
 *
 * <p><b>When it applies:</b> those who were lost from sight would have gone on like those who were not. For one kind of
 * several it does not: see {@link AalenJohansen}.
 *
 * <p><b>Edge cases:</b> at S = 0 there is no standard error; before the first event it is 0 and says little. Beyond the
 * last time anybody was seen the curve is not known, unless it is 0. Of late entrants a small number at risk early on can
 * bring the curve to 0 for good.
 *
 * <p><b>Source:</b> E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the
 * American Statistical Association 53 (1958) 457; M. Greenwood, Reports on Public Health and Medical Subjects 33 (1926).
 */
public final class KaplanMeier implements Tabular {
    /** A share this close to the one asked for is the same: rounding only, as in R. */
    private static final double SAME = 1.5e-8;

    private final RiskTable table;
    private final List<Step> steps;

    private KaplanMeier(RiskTable table) {
        this.table = table;
        List<Step> made = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        for (RiskTable.Row row : table.rows()) {
            double n = row.atRisk();
            double d = row.events();
            if (d > 0) {
                survival *= (n - d) / n;
                greenwood += d / (n * (n - d));
            }
            made.add(new Step(row.time(), row.atRisk(), row.events(), row.censored(), survival, greenwood));
        }
        this.steps = List.copyOf(made);
    }

    /** The curve of a table. */
    public static KaplanMeier of(RiskTable table) {
        return new KaplanMeier(table);
    }

    /** The curve of a cell of counts, with time in years. */
    public static KaplanMeier of(TimeCell cell) {
        return of(RiskTable.of(cell));
    }

    /**
     * The curve from one time on.
     *
     * @param time from when
     * @param atRisk how many were waiting until then
     * @param events to how many an event came
     * @param censored how many were last seen
     * @param survival the share that still waits
     * @param greenwood Σ d / (n(n - d)) up to the time; infinite where nobody waits any more
     */
    public record Step(double time, long atRisk, long events, long censored, double survival, double greenwood) {
        /** The standard error of the share; empty where nobody waits any more. */
        public Optional<Double> standardError() {
            return survival > 0 ? Optional.of(survival * Math.sqrt(greenwood)) : Optional.empty();
        }

        /** The limits of the share; empty where there are none. */
        public Optional<Interval> interval(SurvivalInterval type, double confidence) {
            return type.of(survival, greenwood, confidence);
        }

        /** The share that has reached it. */
        public double reached() {
            return 1 - survival;
        }
    }

    /** What the curve was made of. */
    public RiskTable table() {
        return table;
    }

    /** One step per time at which somebody left, censored or not. */
    public List<Step> steps() {
        return steps;
    }

    /** The curve as it is at a time; it stays as it was last beyond the last time anybody was seen. */
    public Step at(double time) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? new Step(0, table.atRisk(0), 0, 0, 1, 0) : steps.get(low - 1);
    }

    /** Why nothing is known of a time; empty if something is. */
    public Optional<Undefined> undefinedAt(double time) {
        if (table.members() == 0) {
            return Optional.of(Undefined.NO_OBSERVATIONS);
        }
        boolean beyond = table.lastTime().orElseThrow() < time && at(time).survival() > 0;
        return beyond ? Optional.of(Undefined.NOT_IDENTIFIED) : Optional.empty();
    }

    /**
     * The time by which so many have reached it: the first at which the share that waits is 1 - {@code share} at most, and
     * the middle of the stretch if it stays just there; empty if so many never do. The median is the quantile of 0.5.
     *
     * @param share in (0, 1)
     */
    public Optional<Double> quantile(double share) {
        return quantile(share, step -> Optional.of(step.survival()));
    }

    /**
     * The lower limit of the quantile, where the lower limit of the curve passes; empty if it does not. Limits that rise
     * again are passed where they come nearest from below, as in R.
     */
    public Optional<Double> quantileLower(double share, SurvivalInterval type, double confidence) {
        return quantile(share, step -> step.interval(type, confidence).map(Interval::lower));
    }

    /** The upper limit of the quantile, likewise where the upper limit of the curve passes. */
    public Optional<Double> quantileUpper(double share, SurvivalInterval type, double confidence) {
        return quantile(share, step -> step.interval(type, confidence).map(Interval::upper));
    }

    private Optional<Double> quantile(double share, Function<Step, Optional<Double>> curve) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share: must lie in (0, 1), was " + share);
        }
        double wanted = 1 - share;
        Optional<Step> first = highest(curve, wanted + SAME);
        if (first.isEmpty() || curve.apply(first.get()).orElseThrow() < wanted - SAME) {
            return first.map(Step::time);
        }
        Step next = highest(curve, wanted - 2 * SAME).orElse(steps.get(steps.size() - 1));
        return Optional.of((first.get().time() + next.time()) / 2);
    }

    /** The first of the highest steps that are so high at most. Limits may rise again, so it is not the first of all. */
    private Optional<Step> highest(Function<Step, Optional<Double>> curve, double most) {
        Step best = null;
        double height = -1;
        for (Step step : steps) {
            double own = curve.apply(step).orElse(-1.0);
            if (own <= most && own > height) {
                best = step;
                height = own;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * How long members wait on average up to a horizon, as the area under the curve: "years without a credential before
     * age 26".
     *
     * <p><b>Formula:</b> ∫ S from 0 to the horizon; variance Σ (∫ S from tᵢ to the horizon)² dᵢ / (nᵢ(nᵢ - dᵢ)).
     * <b>Unit:</b> that of time. <b>How to read it:</b> the horizon itself is nobody reaching it before; limits are z
     * standard errors away. <b>When it applies:</b> as the curve does; it needs no proportional hazards. <b>Edge
     * cases:</b> a horizon beyond the last time anybody was seen is refused unless nobody waits any more; without events
     * there are no limits. <b>Source:</b> as R's survival, without a factor m/(m - 1).
     */
    public CurveReading restrictedMean(double horizon, double confidence) {
        Optional<Undefined> undefined = undefinedAt(horizon);
        if (undefined.isPresent()) {
            return CurveReading.none(undefined.get());
        }
        // Backwards, so that the area from each step to the horizon is there when the step is met.
        double area = 0;
        double variance = 0;
        double until = horizon;
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.time() > horizon) {
                continue;
            }
            area += step.survival() * (until - step.time());
            until = step.time();
            double n = step.atRisk();
            double d = step.events();
            if (d > 0 && d < n) {
                variance += area * area * d / (n * (n - d));
            }
        }
        return CurveReading.around(area + until, Math.sqrt(variance), confidence, "z");
    }

    /**
     * The curve at some times, such as whole years, with limits; beyond the last time anybody was seen there is none.
     */
    public Table toTable(List<Double> times, SurvivalInterval type, double confidence) {
        Table.Builder rows = Table.builder("Kaplan-Meier")
                .column(Column.number("time", "in the unit of the times"))
                .column(Column.count("at_risk", "waiting and in sight when the time came"))
                .column(Column.count("reached", "to whom an event came by the time"))
                .column(Column.share("waiting", "share that still waits"))
                .column(Column.share("lower", "lower limit of the share"))
                .column(Column.share("upper", "upper limit of the share"));
        for (double time : times) {
            String mark = undefinedAt(time).map(Undefined::toString).orElse("");
            Optional<Step> step = mark.isEmpty() ? Optional.of(at(time)) : Optional.empty();
            Optional<Interval> limits = step.flatMap(known -> known.interval(type, confidence));
            rows.row(
                    Datum.real(time),
                    Datum.whole(table.atRisk(time)),
                    Datum.whole(table.reachedBy(time)),
                    Datum.realOr(step.map(Step::survival), mark),
                    Datum.realOr(limits.map(Interval::lower), mark),
                    Datum.realOr(limits.map(Interval::upper), mark));
        }
        return rows.build();
    }

    /** The curve at every time at which an event came, with log-log limits at 95 %. */
    @Override
    public Table toTable() {
        return toTable(
                steps.stream().filter(step -> step.events() > 0).map(Step::time).toList(),
                SurvivalInterval.LOG_LOG,
                0.95);
    }

    /** The number followed, and the median time. */
    @Override
    public String toString() {
        return "Kaplan-Meier of " + table + ", median "
                + quantile(0.5).map(table::inWords).orElse("not reached");
    }
}
