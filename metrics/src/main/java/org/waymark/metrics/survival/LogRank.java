package org.waymark.metrics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.TimeCell;
import org.waymark.core.tally.TimeTally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.TrendTest;

/**
 * The log-rank test of whether several groups of different members wait alike, and its weighted relatives.
 *
 * <p><b>Formula:</b> over the times t with D events among N at risk, observed minus expected events O - E of each group
 * with nᵍ at risk, E = D nᵍ/N, and the hypergeometric covariances D (N - D)/(N - 1) nᵍ/N (δ - nʰ/N), each weighted by
 * S(t-)^rho of all together; χ² = (O - E)' V⁻¹ (O - E) without one group, with one degree of freedom less than groups.
 *
 * <p><b>Unit:</b> χ², and a p-value in [0, 1].
 *
 * <p><b>How to read it:</b> how often curves so far apart would be seen if all groups waited alike. rho = 0 is the
 * log-rank test, rho = 1 (Peto and Peto) looks at early differences more.
 *
 * <p><b>When it applies:</b> nobody stands in two groups. Curves that cross may look alike to it; compare attainment by a
 * horizon instead, see {@link AttainmentComparison}.
 *
 * <p><b>Edge cases:</b> one group, or no event, has no test; a group never at risk when an event came is left out; strata
 * are added up.
 *
 * <p><b>Source:</b> R. Peto and J. Peto, Journal of the Royal Statistical Society A 135 (1972) 185; D. P. Harrington and
 * T. R. Fleming, Biometrika 69 (1982) 553.
 *
 * @param strata in each stratum one table per group, the groups in the same order
 * @param rho the power of the weights, 0 or more
 */
public record LogRank(List<List<RiskTable>> strata, double rho) implements Tabular {
    /** Copies the lists; refuses strata of different numbers of groups, and weights below 0. */
    public LogRank {
        strata = strata.stream().map(List::copyOf).toList();
        if (strata.isEmpty() || strata.stream().map(List::size).distinct().count() != 1) {
            throw new IllegalArgumentException("strata: must be one at least, of the same groups each");
        }
        if (!(rho >= 0 && rho < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rho: must be 0 or more, was " + rho);
        }
    }

    /** The log-rank test of some groups. */
    public static LogRank of(List<RiskTable> groups) {
        return new LogRank(List.of(groups), 0);
    }

    /** The log-rank test of the groups along an axis; members of no group and of an unknown one are left out. */
    public static Measure<TimeTally, LogRank> by(Axis axis) {
        return tally -> {
            if (tally.categories().stream().anyMatch(along -> along.axis().equals(axis) && along.overlap())) {
                throw new IllegalArgumentException("axis: groups must not overlap, those of " + axis.title() + " do");
            }
            List<RiskTable> groups = new ArrayList<>();
            for (TimeCell cell : tally.by(axis)) {
                if (cell.labels().stream().allMatch(Label::isGroup)) {
                    groups.add(RiskTable.of(cell));
                }
            }
            return of(groups);
        };
    }

    /** The same with other weights. */
    public LogRank rho(double power) {
        return new LogRank(strata, power);
    }

    /**
     * What came to one group, and what would have if all waited alike; both weighted.
     *
     * @param members how many
     * @param observed events
     * @param expected events
     * @param variance of their difference
     */
    public record Group(long members, double observed, double expected, double variance) {}

    /** The groups in order. */
    public List<Group> groups() {
        return sums().groups();
    }

    /** The statistic; empty where there is none. */
    public Optional<Double> chiSquare() {
        return sums().chiSquare();
    }

    /** One less than there are groups that were ever at risk. */
    public int degreesOfFreedom() {
        return Math.max(0, sums().atRisk().size() - 1);
    }

    /** How often a χ² so large would be seen if all groups waited alike; empty where there is none. */
    public Optional<Double> p() {
        int freedom = degreesOfFreedom();
        return chiSquare().map(statistic -> TrendTest.p(statistic, freedom));
    }

    private LogRankSums sums() {
        LogRankSums sums = new LogRankSums(strata.get(0).size());
        strata.forEach(groups -> sums.add(groups, rho));
        return sums;
    }

    /** The test as a row of a table. */
    public Figure figure() {
        boolean single = groups().stream().filter(group -> group.members() > 0).count() < 2;
        Undefined why = single ? Undefined.NO_REFERENCE : Undefined.ZERO_VARIANCE;
        String measure = rho == 0 ? "Log-rank chi-square" : "Weighted log-rank chi-square";
        Figure.Builder figure = chiSquare()
                .map(statistic -> Figure.of(measure, statistic))
                .orElseGet(() -> Figure.undefined(measure, why));
        p().ifPresent(p -> figure.verdict(String.format(Locale.ROOT, "p %.3g", p)));
        return figure.of(strata.get(0).size() + " groups")
                .method("rho " + rho)
                .count("members", groups().stream().mapToLong(Group::members).sum())
                .count("degrees_of_freedom", degreesOfFreedom())
                .build();
    }

    @Override
    public Table toTable() {
        return figure().toTable();
    }

    /** Written as {@code log-rank chi-square 4.563, 2 degrees of freedom, p 0.102}. */
    @Override
    public String toString() {
        String name = rho == 0 ? "log-rank" : "weighted log-rank (rho " + rho + ")";
        return chiSquare()
                .map(statistic -> String.format(
                        Locale.ROOT,
                        "%s chi-square %.3f, %d degrees of freedom, p %.3g",
                        name,
                        statistic,
                        degreesOfFreedom(),
                        p().orElse(1.0)))
                .orElse(name + ": no test of one group, or without events");
    }
}
