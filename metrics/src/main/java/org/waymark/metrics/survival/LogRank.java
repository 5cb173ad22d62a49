package org.waymark.metrics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.TimeCell;
import org.waymark.core.tally.TimeTally;
import org.waymark.metrics.measure.Measure;
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
public record LogRank(List<List<RiskTable>> strata, double rho) {
    /** Of a pivot this small, compared with the largest variance, nothing is left but rounding. */
    private static final double SINGULAR = 1e-12;

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

    private Sums sums() {
        Sums sums = new Sums(strata.get(0).size());
        strata.forEach(groups -> sums.add(groups, rho));
        return sums;
    }

    private static final class Sums {
        private final long[] members;
        private final double[] observed;
        private final double[] expected;
        private final double[][] covariance;

        Sums(int groups) {
            members = new long[groups];
            observed = new double[groups];
            expected = new double[groups];
            covariance = new double[groups][groups];
        }

        void add(List<RiskTable> groups, double rho) {
            TreeSet<Double> times = new TreeSet<>();
            List<KaplanMeier> curves = new ArrayList<>();
            for (int g = 0; g < members.length; g++) {
                members[g] += groups.get(g).members();
                curves.add(KaplanMeier.of(groups.get(g)));
                groups.get(g).rows().stream().filter(row -> row.events() > 0).forEach(row -> times.add(row.time()));
            }
            double survival = 1;
            for (double time : times) {
                double[] atRisk = new double[members.length];
                double[] events = new double[members.length];
                double all = 0;
                double came = 0;
                for (int g = 0; g < members.length; g++) {
                    atRisk[g] = groups.get(g).atRisk(time);
                    KaplanMeier.Step step = curves.get(g).at(time);
                    events[g] = step.time() == time ? step.events() : 0;
                    all += atRisk[g];
                    came += events[g];
                }
                add(atRisk, events, all, came, rho == 0 ? 1 : Math.pow(survival, rho));
                survival *= (all - came) / all;
            }
        }

        private void add(double[] atRisk, double[] events, double all, double came, double weight) {
            double spread = all > 1 ? weight * weight * came * (all - came) / (all - 1) : 0;
            for (int g = 0; g < atRisk.length; g++) {
                double share = atRisk[g] / all;
                observed[g] += weight * events[g];
                expected[g] += weight * came * share;
                for (int h = 0; h < atRisk.length; h++) {
                    covariance[g][h] += spread * share * ((g == h ? 1 : 0) - atRisk[h] / all);
                }
            }
        }

        List<Group> groups() {
            List<Group> groups = new ArrayList<>();
            for (int g = 0; g < members.length; g++) {
                groups.add(new Group(members[g], observed[g], expected[g], covariance[g][g]));
            }
            return groups;
        }

        /** The places of the groups that were at risk when some event came. */
        List<Integer> atRisk() {
            List<Integer> places = new ArrayList<>();
            for (int g = 0; g < members.length; g++) {
                if (expected[g] > 0) {
                    places.add(g);
                }
            }
            return places;
        }

        Optional<Double> chiSquare() {
            List<Integer> places = atRisk();
            int size = places.size() - 1;
            if (size < 1) {
                return Optional.empty();
            }
            double[][] matrix = new double[size][size + 1];
            double[] difference = new double[size];
            for (int i = 0; i < size; i++) {
                int g = places.get(i);
                difference[i] = observed[g] - expected[g];
                matrix[i][size] = difference[i];
                for (int j = 0; j < size; j++) {
                    matrix[i][j] = covariance[g][places.get(j)];
                }
            }
            return solve(matrix).map(solution -> {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += difference[i] * solution[i];
                }
                return sum;
            });
        }

        /** Gauss's elimination; empty if the matrix has no inverse. */
        private static Optional<double[]> solve(double[][] matrix) {
            int size = matrix.length;
            double largest = 0;
            for (int i = 0; i < size; i++) {
                largest = Math.max(largest, matrix[i][i]);
            }
            for (int column = 0; column < size; column++) {
                int pivot = column;
                for (int row = column + 1; row < size; row++) {
                    pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
                }
                double[] swapped = matrix[pivot];
                matrix[pivot] = matrix[column];
                matrix[column] = swapped;
                if (!(Math.abs(swapped[column]) > SINGULAR * largest)) {
                    return Optional.empty();
                }
                for (int row = 0; row < size; row++) {
                    double factor = row == column ? 0 : matrix[row][column] / swapped[column];
                    for (int c = column; c <= size; c++) {
                        matrix[row][c] -= factor * swapped[c];
                    }
                }
            }
            double[] solution = new double[size];
            for (int i = 0; i < size; i++) {
                solution[i] = matrix[i][size] / matrix[i][i];
            }
            return Optional.of(solution);
        }
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
