package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A small system of equations over whole numbers with limits, of which the largest and smallest value of a sum are asked:
 * exact linear programs, and where their answer is no whole number a search with so many nodes and no more.
 */
final class Program {
    private static final int[] NOTHING = {};

    private final List<int[]> bound = new ArrayList<>();
    private final List<long[]> weights = new ArrayList<>();
    private final List<Long> right = new ArrayList<>();
    private final long[] low;
    private final long[] high;
    private int budget;
    private Optional<Simplex> warm = Optional.empty();
    private boolean started;

    Program(long[] low, long[] high) {
        this.low = low;
        this.high = high;
    }

    /** Adds an equation. */
    void equation(int[] variables, long[] with, long rightSide) {
        bound.add(variables);
        weights.add(with);
        right.add(rightSide);
    }

    /** A fresh simplex of the program within other limits. */
    Simplex simplex(long[] from, long[] to) {
        long[][] rows = new long[bound.size()][from.length + 1];
        for (int r = 0; r < rows.length; r++) {
            for (int k = 0; k < bound.get(r).length; k++) {
                rows[r][bound.get(r)[k]] += weights.get(r)[k];
            }
            rows[r][from.length] = right.get(r);
        }
        return new Simplex(rows, from, to);
    }

    /** The whole-number point at which a sum is largest. */
    static final class Best {
        private final long value;
        private final long[] point;

        private Best(long value, long[] point) {
            this.value = value;
            this.point = point;
        }

        /** The sum there; {@link Simplex#NONE} if it has no limit. */
        long value() {
            return value;
        }

        /** The point; empty where the sum has no limit. */
        long[] point() {
            return point;
        }
    }

    /** The largest value of a sum; empty if no whole-number point was found. */
    Optional<Best> maximise(int[] of, long[] with, int nodes) {
        if (!started) {
            started = true;
            Simplex first = simplex(low, high);
            warm = first.start() ? Optional.of(first) : Optional.empty();
        }
        if (warm.isEmpty()) {
            return Optional.empty();
        }
        Simplex simplex = warm.get();
        if (!simplex.maximise(of, with)) {
            return Optional.of(new Best(Simplex.NONE, new long[0]));
        }
        budget = nodes;
        int fraction = simplex.fraction();
        return fraction < 0
                ? Optional.of(best(simplex, of, with))
                : search(simplex, fraction, low, high, of, with, Optional.empty());
    }

    private Best best(Simplex simplex, int[] of, long[] with) {
        long[] point = new long[low.length];
        for (int j = 0; j < point.length; j++) {
            point[j] = simplex.numerator(j) / simplex.denominator();
        }
        long value = 0;
        for (int k = 0; k < of.length; k++) {
            value = Math.addExact(value, Math.multiplyExact(with[k], point[of[k]]));
        }
        return new Best(value, point);
    }

    private Optional<Best> search(
            Simplex parent, int fraction, long[] from, long[] to, int[] of, long[] with, Optional<Best> found) {
        Optional<Best> best = found;
        long below = Math.floorDiv(parent.numerator(fraction), parent.denominator());
        for (int side = 0; side < 2; side++) {
            if (budget-- <= 0) {
                return best;
            }
            long[] lower = from.clone();
            long[] upper = to.clone();
            if (side == 0) {
                upper[fraction] = below;
            } else {
                lower[fraction] = below + 1;
            }
            Simplex child = simplex(lower, upper);
            if (!child.start()) {
                continue;
            }
            if (!child.maximise(of, with)) {
                return Optional.of(new Best(Simplex.NONE, new long[0]));
            }
            if (best.isPresent() && roof(child, of, with) <= best.get().value()) {
                continue;
            }
            int next = child.fraction();
            best = next < 0 ? Optional.of(best(child, of, with)) : search(child, next, lower, upper, of, with, best);
        }
        return best;
    }

    private static long roof(Simplex simplex, int[] of, long[] with) {
        long sum = 0;
        for (int k = 0; k < of.length; k++) {
            sum = Math.addExact(sum, Math.multiplyExact(with[k], simplex.numerator(of[k])));
        }
        return Math.floorDiv(sum, simplex.denominator());
    }

    /** Any whole-number point; empty if none was found. */
    Optional<long[]> anyPoint(int nodes) {
        return maximise(NOTHING, new long[0], nodes).map(Best::point);
    }

    @Override
    public String toString() {
        return low.length + " variables, " + bound.size() + " equations, limits " + Arrays.hashCode(high);
    }
}
