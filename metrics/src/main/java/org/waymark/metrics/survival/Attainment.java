package org.waymark.metrics.survival;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.core.indicator.State;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * How many of a group have reached it by a horizon, when not everybody could be followed so far.
 *
 * <p><b>Formula:</b> F = 1 - S at the horizon, with S of {@link KaplanMeier}; what came at the horizon counts. By kind
 * {@link AalenJohansen}.
 *
 * <p><b>Unit:</b> a share in [0, 1].
 *
 * <p><b>How to read it:</b> 0 is nobody, 1 everybody. It is the share that would have reached it if all had been followed.
 *
 * <p><b>When it applies:</b> as the curves; the limits are the complement of those of S, log-log unless said otherwise.
 *
 * <p><b>Edge cases:</b> nobody has no number. If nobody was followed to the horizon while some still wait, the share is
 * NOT_IDENTIFIED: the curve is never drawn on. Where nobody or everybody has reached it there are no limits.
 *
 * <p><b>Source:</b> as of the curves.
 *
 * @param group of whom
 * @param table their times
 * @param horizon by when, in the unit of the times
 * @param confidence the level of limits
 * @param type how the limits of S are found
 */
public record Attainment(String group, RiskTable table, double horizon, double confidence, SurvivalInterval type)
        implements Tabular {
    /** Refuses horizons below 0 and levels outside (0, 1). */
    public Attainment {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(type, "type");
        if (!(horizon >= 0 && horizon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("horizon: must be 0 or more and finite, was " + horizon);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /** The attainment of a group by a horizon, with log-log limits at 95 %. */
    public static Attainment of(String group, RiskTable table, double horizon) {
        return new Attainment(group, table, horizon, 0.95, SurvivalInterval.LOG_LOG);
    }

    /** Why there is no number; empty if there is one. */
    public Optional<Undefined> undefined() {
        return curve().undefinedAt(horizon);
    }

    private KaplanMeier curve() {
        return KaplanMeier.of(table);
    }

    KaplanMeier.Step atHorizon() {
        return curve().at(horizon);
    }

    /** Whether anything varies there: somebody has reached it, and somebody has not. */
    boolean varies() {
        double survival = atHorizon().survival();
        return survival > 0 && survival < 1;
    }

    /** The share that has reached it by the horizon. */
    public CurveReading reached() {
        Optional<Undefined> undefined = undefined();
        if (undefined.isPresent()) {
            return CurveReading.none(undefined.get());
        }
        KaplanMeier.Step step = atHorizon();
        Optional<Interval> limits = varies() ? step.interval(type, confidence) : Optional.empty();
        return limits.map(interval -> CurveReading.of(
                        step.reached(), step.standardError().orElseThrow(), SurvivalInterval.complement(interval)))
                .orElseGet(() -> CurveReading.withoutLimits(step.reached(), Undefined.ZERO_VARIANCE));
    }

    /** The share that has reached a kind first by the horizon. */
    public CurveReading reached(String kind) {
        return AalenJohansen.of(table).reading(kind, horizon, confidence);
    }

    /** How long they wait on average up to the horizon, in the unit of the times. */
    public CurveReading restrictedMean() {
        return curve().restrictedMean(horizon, confidence);
    }

    /** The share minus a goal, with the limits of the share minus the goal. */
    public CurveReading toGoal(BigDecimal goal) {
        return lessGoal(reached(), goal);
    }

    /** The share that has reached a kind first, minus a goal. */
    public CurveReading toGoal(String kind, BigDecimal goal) {
        return lessGoal(reached(kind), goal);
    }

    private static CurveReading lessGoal(CurveReading share, BigDecimal goal) {
        double target = checkedGoal(goal);
        return new CurveReading(
                share.value().map(value -> value - target),
                share.standardError(),
                share.limits()
                        .map(limits -> new Interval(
                                limits.lower() - target,
                                limits.upper() - target,
                                limits.confidence(),
                                limits.method())),
                share.undefined());
    }

    /** The share minus a goal, with limits z standard errors away; for comparison. */
    public CurveReading plainToGoal(BigDecimal goal) {
        double target = checkedGoal(goal);
        CurveReading share = reached();
        if (share.standardError().isEmpty()) {
            return toGoal(goal);
        }
        return CurveReading.around(
                share.value().orElseThrow() - target, share.standardError().get(), confidence, "Greenwood z");
    }

    private static double checkedGoal(BigDecimal goal) {
        if (goal.signum() < 0 || goal.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("goal: must lie in [0, 1], was " + goal);
        }
        return goal.doubleValue();
    }

    /** The share if nobody of those of whom it is unknown has reached it; the share itself if it is known of all. */
    public Optional<Double> ifUnknownsNo() {
        return reached().value().map(share -> withUnknowns(share, 0));
    }

    /** The share if everybody of those of whom it is unknown has reached it; the share itself if it is known of all. */
    public Optional<Double> ifUnknownsYes() {
        return reached().value().map(share -> withUnknowns(share, 1));
    }

    /** A mean over the members, and over those of whom it is unknown as if each of them had the given value. */
    double withUnknowns(double mean, double ofEachUnknown) {
        double known = table.members();
        double unknown = table.unknown();
        return (mean * known + ofEachUnknown * unknown) / (known + unknown);
    }

    /**
     * Those seen to reach it among all, whether they were followed to the horizon or not. It is too low, since who was not
     * followed counts as a no; offered only to show by how much.
     */
    public Share countingTheUnseenAsNo() {
        return new Share(table.reachedBy(horizon), table.members());
    }

    /**
     * Those seen to reach it among those whose outcome at the horizon was seen. It is too high, since who reaches it early
     * is seen to, and who does not is seen only at the end; offered only to show by how much.
     */
    public Share leavingOutTheUnseen() {
        return new Share(table.reachedBy(horizon), table.members() - table.censoredBefore(horizon));
    }

    /** The share, the share of each kind, and the mean wait, as rows. */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("Attainment by " + byWhen(), reached().clippedTo(0, 1), "Kaplan-Meier"));
        if (table.kinds().size() > 1) {
            for (String kind : table.kinds()) {
                figures.add(figure(
                        "Attainment by " + byWhen() + ": " + kind, reached(kind).clippedTo(0, 1), "Aalen-Johansen"));
            }
        }
        if (table.unknown() > 0) {
            figures.add(ifUnknowns("none", ifUnknownsNo()));
            figures.add(ifUnknowns("all", ifUnknownsYes()));
        }
        figures.add(figure("Mean wait to " + byWhen(), restrictedMean().clippedTo(0, horizon), "restricted mean"));
        return figures;
    }

    Figure figure(String measure, CurveReading reading, String method) {
        Figure.Builder figure = reading.figure(measure, group)
                .method(method)
                .count("members", table.members())
                .count("reached", table.reachedBy(horizon))
                .count("followed_to_horizon", table.atRisk(horizon));
        table.aside().forEach((state, count) -> figure.count(column(state), count));
        return figure.build();
    }

    private Figure ifUnknowns(String did, Optional<Double> share) {
        CurveReading reading = new CurveReading(share, Optional.empty(), Optional.empty(), undefined());
        return figure("The same if " + did + " of the unknown did", reading, "Kaplan-Meier");
    }

    private static String column(State state) {
        return state.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** The horizon in print. */
    String byWhen() {
        return table.inWords(horizon);
    }

    /** What the number says, how it was found and of whom it does not speak. */
    public String explain() {
        StringBuilder text = new StringBuilder(group)
                .append(": ")
                .append(table.members())
                .append(" members, of whom ")
                .append(table.reachedBy(horizon))
                .append(" were seen to reach it by ")
                .append(byWhen())
                .append(". ");
        if (undefined().equals(Optional.of(Undefined.NOT_IDENTIFIED))) {
            double last = table.lastTime().orElseThrow();
            text.append(String.format(
                    Locale.ROOT,
                    "How many will have by %s is not identified: nobody was followed beyond %s, when %.1f %% had reached"
                            + " it and the others were still waiting. What comes after has not been seen, and no curve is"
                            + " drawn on into it.",
                    byWhen(),
                    table.inWords(last),
                    100 * curve().at(last).reached()));
        } else if (undefined().isPresent()) {
            text.append("There is nobody to follow.");
        } else {
            text.append("Estimate ")
                    .append(reached().clippedTo(0, 1))
                    .append(
                            ", by Kaplan and Meier: who was last seen earlier counts as waiting until then, neither as a"
                                    + " yes nor as a no after it. ")
                    .append(table.atRisk(horizon))
                    .append(" were still waiting and in sight at the end.");
        }
        if (table.unknown() > 0 && undefined().isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    " With the %d of whom it is unknown it lies between %.1f %% and %.1f %%.",
                    table.unknown(),
                    100 * ifUnknownsNo().orElseThrow(),
                    100 * ifUnknownsYes().orElseThrow()));
        }
        if (!table.aside().isEmpty()) {
            text.append(" Not in these numbers: ")
                    .append(table.aside().entrySet().stream()
                            .map(entry -> entry.getValue() + " " + entry.getKey())
                            .collect(Collectors.joining(", ")))
                    .append('.');
        }
        return text.toString();
    }

    @Override
    public Table toTable() {
        return Figure.table("Attainment by " + byWhen(), figures());
    }

    /** Written as {@code rural: 0.699 [0.638, 0.758] log-log 95 %}. */
    @Override
    public String toString() {
        return group + ": " + reached().clippedTo(0, 1);
    }
}
