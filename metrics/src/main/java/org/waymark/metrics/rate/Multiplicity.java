package org.waymark.metrics.rate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Adjusts p-values for how many were looked at.
 *
 * <p><b>Formula:</b> as each constant says, with the m p-values that are there in ascending order; at most 1. <b>Unit:</b>
 * a p-value in [0, 1]. <b>How to read it:</b> compare it with the level as if it were the only one. <b>When it
 * applies:</b> Holm for claims which groups differ, Benjamini-Hochberg for screening many. <b>Edge cases:</b> a p-value
 * that is missing stays missing and is not counted; equal ones stay equal. <b>Source:</b> S. Holm, Scandinavian Journal of
 * Statistics 6 (1979) 65; Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289; Y.
 * Benjamini and D. Yekutieli, Annals of Statistics 29 (2001) 1165; Y. Hochberg, Biometrika 75 (1988) 800.
 */
public enum Multiplicity {
    /** m p: none of the claims is wrong, at the level. */
    BONFERRONI(false) {
        @Override
        double factor(int rank, int m) {
            return m;
        }
    },
    /** (m - i + 1) p, never below the one before: the same promise, and never weaker. */
    HOLM(false) {
        @Override
        double factor(int rank, int m) {
            return m - rank + 1.0;
        }
    },
    /** (m - i + 1) p, never above the one after; needs independent or positively dependent tests. */
    HOCHBERG(true) {
        @Override
        double factor(int rank, int m) {
            return m - rank + 1.0;
        }
    },
    /** (m / i) p, never above the one after: the share of wrong claims among those made, at the level. */
    BENJAMINI_HOCHBERG(true) {
        @Override
        double factor(int rank, int m) {
            return (double) m / rank;
        }
    },
    /** The same times 1 + 1/2 + ... + 1/m, under any dependence. */
    BENJAMINI_YEKUTIELI(true) {
        @Override
        double factor(int rank, int m) {
            return harmonic(m) * m / rank;
        }
    };

    private final boolean fromTheLargest;

    Multiplicity(boolean fromTheLargest) {
        this.fromTheLargest = fromTheLargest;
    }

    /** By what the p-value of a rank is multiplied. */
    abstract double factor(int rank, int m);

    /** The adjusted p-values, in the order given. */
    public List<Optional<Double>> adjust(List<Optional<Double>> values) {
        List<Integer> there = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            values.get(i).ifPresent(p -> {
                if (!(p >= 0 && p <= 1)) {
                    throw new IllegalArgumentException("values: must lie in [0, 1], one was " + p);
                }
            });
            if (values.get(i).isPresent()) {
                there.add(i);
            }
        }
        there.sort(Comparator.comparingDouble(i -> values.get(i).orElseThrow()));
        List<Optional<Double>> adjusted = new ArrayList<>(values);
        int m = there.size();
        double before = fromTheLargest ? 1 : 0;
        for (int step = 1; step <= m; step++) {
            int rank = fromTheLargest ? m - step + 1 : step;
            int at = there.get(rank - 1);
            double product = Math.min(1, factor(rank, m) * values.get(at).orElseThrow());
            before = fromTheLargest ? Math.min(before, product) : Math.max(before, product);
            adjusted.set(at, Optional.of(before));
        }
        return adjusted;
    }

    /**
     * The part of α that is left to each, in the order given: an interval at 1 less that part decides as the adjusted p-value
     * does. Empty for what is missing.
     *
     * <p>With m of them and R claims: α/m; by Holm α/(m - i + 1) for the i-th smallest while claims are made, and α/(m - R) for
     * the others; by Hochberg α/(m - R + 1); by Benjamini-Hochberg αR/m, and that over 1 + 1/2 + ... + 1/m.
     */
    public List<Optional<Double>> levels(List<Optional<Double>> values, double alpha) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isPresent()) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> values.get(i).orElseThrow()));
        int m = order.size();
        long claimed = adjust(values).stream()
                .flatMap(Optional::stream)
                .filter(a -> a <= alpha)
                .count();
        List<Optional<Double>> levels = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int rank = order.indexOf(i) + 1;
            levels.add(rank == 0 ? Optional.empty() : Optional.of(level(rank, m, claimed, alpha)));
        }
        return levels;
    }

    private double level(int rank, int m, long claimed, double alpha) {
        return switch (this) {
            case BONFERRONI -> alpha / m;
            case HOLM -> alpha / (m - Math.min(rank - 1, claimed));
            case HOCHBERG -> alpha / (m - Math.max(0, claimed - 1));
            case BENJAMINI_HOCHBERG -> alpha * Math.max(1, claimed) / m;
            case BENJAMINI_YEKUTIELI -> alpha * Math.max(1, claimed) / m / harmonic(m);
        };
    }

    private static double harmonic(int m) {
        double sum = 0;
        for (int i = 1; i <= m; i++) {
            sum += 1.0 / i;
        }
        return sum;
    }
}
