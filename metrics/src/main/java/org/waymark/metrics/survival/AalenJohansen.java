package org.waymark.metrics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Undefined;

/**
 * The share that has reached each of several kinds first, by Aalen and Johansen: of those who have a credential, how many
 * have a degree, an apprenticeship, a certificate.
 *
 * <p><b>Formula:</b> Fₖ(t) = Σ S(tⱼ-) dₖⱼ/nⱼ over the times up to t, with S the share that waits for any kind. Variance of
 * Greenwood's type: with u = Fₖ(t) - Fₖ(tⱼ), c = u/S(tⱼ), a = S(tⱼ-)(1 - c), b = -S(tⱼ-)c, the sum of
 * [a² dₖ(n - dₖ) + b² dₒ(n - dₒ) - 2ab dₖdₒ] / n³, dₒ being events of the other kinds.
 *
 * <p><b>Unit:</b> a share in [0, 1]; the shares of all kinds and the share that waits add up to 1.
 *
 * <p><b>How to read it:</b> 0 is nobody by this way; a difference between groups is one in what comes first, which may be
 * a difference in pace or in choice.
 *
 * <p><b>When it applies:</b> as {@link KaplanMeier}. 1 minus a Kaplan-Meier curve with the other kinds taken for censored
 * is not the same, and is too high.
 *
 * <p><b>Edge cases:</b> where nobody has reached the kind, or everybody has and by no other, there are no limits.
 *
 * <p><b>Source:</b> O. O. Aalen and S. Johansen, Scandinavian Journal of Statistics 5 (1978) 141; variance as in Andersen,
 * Borgan, Gill and Keiding, Statistical Models Based on Counting Processes (1993), IV.4.
 */
public final class AalenJohansen {
    /** Far below any variance that a whole number of members can have: what is left of nothing by rounding. */
    private static final double NOTHING = 1e-24;

    private final RiskTable table;
    private final KaplanMeier any;
    /** Row by row, kind by kind. */
    private final double[][] incidence;

    private AalenJohansen(RiskTable table) {
        this.table = table;
        this.any = KaplanMeier.of(table);
        this.incidence = new double[table.rows().size()][table.kinds().size()];
        for (int row = 0; row < incidence.length; row++) {
            RiskTable.Row counts = table.rows().get(row);
            for (int kind = 0; kind < incidence[row].length; kind++) {
                double before = row == 0 ? 0 : incidence[row - 1][kind];
                double share = (double) counts.eventsByKind().get(kind) / counts.atRisk();
                incidence[row][kind] = before + survivalBefore(row) * share;
            }
        }
    }

    /** The shares of a table. */
    public static AalenJohansen of(RiskTable table) {
        return new AalenJohansen(table);
    }

    private double survivalBefore(int row) {
        return row == 0 ? 1 : any.steps().get(row - 1).survival();
    }

    /** What the shares were made of. */
    public RiskTable table() {
        return table;
    }

    /** The share that waits for any kind. */
    public KaplanMeier waiting() {
        return any;
    }

    /**
     * The share of a kind from one time on.
     *
     * @param time from when
     * @param atRisk how many were waiting until then
     * @param events to how many an event of the kind came
     * @param share the share that has reached the kind first
     * @param standardError its standard error, of Greenwood's type
     */
    public record Step(double time, long atRisk, long events, double share, double standardError) {
        /** Limits F^exp(±z s / (F ln F)); empty where the share is 0, or does not vary. */
        public Optional<Interval> interval(double confidence) {
            if (share <= 0 || share >= 1 || standardError == 0) {
                return Optional.empty();
            }
            double logarithm = Math.log(share);
            double reach = Quantiles.normal(confidence) * standardError / (share * logarithm);
            return Optional.of(new Interval(
                    Math.exp(logarithm * Math.exp(-reach)),
                    Math.exp(logarithm * Math.exp(reach)),
                    confidence,
                    "log-log"));
        }

        /** Limits z standard errors away, kept within [0, 1]; for comparison. */
        public Interval plainInterval(double confidence) {
            double reach = Quantiles.normal(confidence) * standardError;
            return new Interval(share - reach, share + reach, confidence, "plain").clippedTo(0, 1);
        }
    }

    /**
     * One step per time at which somebody left. It takes time with the square of their number: to look at a few times ask
     * {@link #at}.
     *
     * @throws IllegalArgumentException if the table has no such kind
     */
    public List<Step> steps(String kind) {
        int index = table.indexOf(kind);
        List<Step> steps = new ArrayList<>();
        for (int row = 0; row < incidence.length; row++) {
            steps.add(step(index, row));
        }
        return steps;
    }

    /**
     * The share of a kind at a time; beyond the last time anybody was seen it stays as it was.
     *
     * @throws IllegalArgumentException if the table has no such kind
     */
    public Step at(String kind, double time) {
        int index = table.indexOf(kind);
        int row = rowAt(time);
        return row < 0 ? new Step(0, table.atRisk(0), 0, 0, 0) : step(index, row);
    }

    /**
     * The share of a kind at a time with log-log limits, or why there is none. A kind that never came to anybody here has a
     * share of 0.
     */
    public CurveReading reading(String kind, double time, double confidence) {
        Optional<Undefined> undefined = any.undefinedAt(time);
        if (undefined.isPresent()) {
            return CurveReading.none(undefined.get());
        }
        if (!table.kinds().contains(kind)) {
            return CurveReading.withoutLimits(0, Undefined.ZERO_VARIANCE);
        }
        Step step = at(kind, time);
        return step.interval(confidence)
                .map(limits -> CurveReading.of(step.share(), step.standardError(), limits))
                .orElseGet(() -> CurveReading.withoutLimits(step.share(), Undefined.ZERO_VARIANCE));
    }

    private int rowAt(double time) {
        int row = -1;
        while (row + 1 < incidence.length && table.rows().get(row + 1).time() <= time) {
            row++;
        }
        return row;
    }

    private Step step(int kind, int row) {
        RiskTable.Row counts = table.rows().get(row);
        double variance = variance(kind, row);
        return new Step(
                counts.time(),
                counts.atRisk(),
                counts.eventsByKind().get(kind),
                incidence[row][kind],
                variance <= NOTHING ? 0 : Math.sqrt(variance));
    }

    private double variance(int kind, int last) {
        double sum = 0;
        for (int row = 0; row <= last; row++) {
            RiskTable.Row counts = table.rows().get(row);
            double n = counts.atRisk();
            double own = counts.eventsByKind().get(kind);
            double others = counts.events() - own;
            if (own + others == 0) {
                continue;
            }
            double before = survivalBefore(row);
            double after = any.steps().get(row).survival();
            double c = after == 0 ? 0 : (incidence[last][kind] - incidence[row][kind]) / after;
            double a = before * (1 - c);
            double b = -before * c;
            sum += (a * a * own * (n - own) + b * b * others * (n - others) - 2 * a * b * own * others) / (n * n * n);
        }
        return sum;
    }

    /**
     * The standard error of Aalen's type, which some programs give instead: a little larger where many events come at one
     * time.
     *
     * @throws IllegalArgumentException if the table has no such kind
     */
    public double aalenError(String kind, double time) {
        int index = table.indexOf(kind);
        int last = rowAt(time);
        double sum = 0;
        for (int row = 0; row <= last; row++) {
            RiskTable.Row counts = table.rows().get(row);
            double n = counts.atRisk();
            double own = counts.eventsByKind().get(index);
            double others = counts.events() - own;
            double before = survivalBefore(row);
            double after = any.steps().get(row).survival();
            double c = after == 0 ? 0 : (incidence[last][index] - incidence[row][index]) / after;
            sum += before * before * ((1 - c) * (1 - c) * spread(own, n) + c * c * spread(others, n)) / (n * n);
        }
        return Math.sqrt(sum);
    }

    /** One event at a time has no tie to be corrected for, also where it is the last member's. */
    private static double spread(double events, double atRisk) {
        return events <= 1 ? events : events * (atRisk - events) / (atRisk - 1);
    }
}
