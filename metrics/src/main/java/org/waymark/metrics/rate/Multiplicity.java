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
            double harmonic = 0;
            for (int i = 1; i <= m; i++) {
                harmonic += 1.0 / i;
            }
            return harmonic * m / rank;
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
}
