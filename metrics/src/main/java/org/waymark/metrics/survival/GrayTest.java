package org.waymark.metrics.survival;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.core.tally.TimeTally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.TrendTest;

/**
 * Gray's test of whether several groups of different members reach one kind alike, the others being other ways out: whether
 * as many women as men earn a degree first, and as fast.
 *
 * <p><b>Formula:</b> of each group the sum over times of dN - R dN./R., where N counts events of the kind, R = Y (1 - F)/S of
 * Y at risk, F the share that has reached the kind and S that which waits for any, before the time; a dot adds over groups.
 * χ² = z' V⁻¹ z without one group, with one degree of freedom less than groups; V as in the source, pooled under the
 * hypothesis, with events that come at once taken as drawn without putting back.
 *
 * <p><b>Unit:</b> χ², and a p-value in [0, 1].
 *
 * <p><b>How to read it:</b> how often shares so far apart would be seen if all groups reached the kind alike. It compares what is
 * reached in the end and how fast, both at once; {@link LogRank} of one kind, the others censored, compares the pace of those who
 * still wait, which is another question.
 *
 * <p><b>When it applies:</b> nobody stands in two groups, and everybody is followed from the origin on.
 *
 * <p><b>Edge cases:</b> one group, or no event of the kind, has no test. Without other kinds the scores are those of the log-rank
 * test. Other programs treat events that come at once otherwise: χ² differs by up to one per mille where nearly all do.
 *
 * <p><b>Source:</b> R. J. Gray, A class of K-sample tests for comparing the cumulative incidence of a competing risk, Annals
 * of Statistics 16 (1988) 1141.
 *
 * @param groups one table per group
 * @param kind the kind that is compared
 */
public record GrayTest(List<RiskTable> groups, String kind) implements Tabular {
    /** Copies the list; refuses groups that were entered late. */
    public GrayTest {
        Objects.requireNonNull(kind, "kind");
        groups = List.copyOf(groups);
        if (groups.stream().anyMatch(RiskTable::hasLateEntries)) {
            throw new IllegalArgumentException("groups: must be followed from the origin on, some were entered late");
        }
    }

    /** The test of the groups along an axis; members of no group and of an unknown one are left out. */
    public static Measure<TimeTally, GrayTest> by(Axis axis, String kind) {
        return LogRank.by(axis).then(test -> new GrayTest(test.strata().get(0), kind));
    }

    /** By how much the events of each group exceed those that would have come if all reached the kind alike. */
    public List<Double> scores() {
        return new GraySums(tested(), kind).scores();
    }

    /** The statistic; empty where there is none. */
    public Optional<Double> chiSquare() {
        return new GraySums(tested(), kind).chiSquare();
    }

    /** Groups of somebody. */
    private List<RiskTable> tested() {
        return groups.stream().filter(group -> group.members() > 0).toList();
    }

    /** One less than there are groups of somebody. */
    public int degreesOfFreedom() {
        return Math.max(0, tested().size() - 1);
    }

    /** How often a χ² so large would be seen if all groups reached the kind alike; empty where there is none. */
    public Optional<Double> p() {
        int freedom = degreesOfFreedom();
        return chiSquare().map(statistic -> TrendTest.p(statistic, freedom));
    }

    /** The test as a row of a table. */
    public Figure figure() {
        String measure = "Gray's chi-square, " + kind;
        Undefined why = degreesOfFreedom() == 0 ? Undefined.NO_REFERENCE : Undefined.ZERO_VARIANCE;
        Figure.Builder figure = chiSquare()
                .map(statistic -> Figure.of(measure, statistic))
                .orElseGet(() -> Figure.undefined(measure, why));
        p().ifPresent(p -> figure.verdict(String.format(Locale.ROOT, "p %.3g", p)));
        return figure.of(groups.size() + " groups")
                .method("Gray")
                .count("members", groups.stream().mapToLong(RiskTable::members).sum())
                .count("degrees_of_freedom", degreesOfFreedom())
                .build();
    }

    @Override
    public Table toTable() {
        return figure().toTable();
    }

    /** Written as {@code Gray's test of degree: chi-square 6.683, 2 degrees of freedom, p 0.0354}. */
    @Override
    public String toString() {
        String name = "Gray's test of " + kind + ": ";
        return chiSquare()
                .map(statistic -> String.format(
                        Locale.ROOT,
                        "%schi-square %.3f, %d degrees of freedom, p %.3g",
                        name,
                        statistic,
                        degreesOfFreedom(),
                        p().orElse(1.0)))
                .orElse(name + "no test of one group, or without events");
    }
}
