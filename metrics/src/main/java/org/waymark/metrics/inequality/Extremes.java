package org.waymark.metrics.inequality;

import java.util.Optional;

/** Two groups alone: the difference and the ratio of the ends, or of the reference and the other end. */
final class Extremes {
    private Extremes() {}

    /** From which group the other is taken, or by which it is divided. */
    private record Ends(int first, int second) {
        static Ends of(Compared c) {
            int last = c.size() - 1;
            if (c.all.ordered()) {
                return c.isAdverse() ? new Ends(0, last) : new Ends(last, 0);
            }
            if (c.named.isEmpty()) {
                int top = c.extreme(true, -1);
                return new Ends(top, c.extreme(false, top));
            }
            int reference = c.named.getAsInt();
            int other = c.extreme(c.isAdverse(), reference);
            return c.isAdverse() ? new Ends(other, reference) : new Ends(reference, other);
        }
    }

    static Optional<Double> difference(Compared c) {
        Ends ends = Ends.of(c);
        return Optional.of(c.values[ends.first] - c.values[ends.second]);
    }

    static Optional<Double> differenceError(Compared c) {
        Ends ends = Ends.of(c);
        return ends(c, ends, 1, 1);
    }

    static Optional<Double> ratio(Compared c) {
        Ends ends = Ends.of(c);
        double divisor = c.values[ends.second];
        return divisor == 0 ? Optional.empty() : Optional.of(c.values[ends.first] / divisor);
    }

    /** On the logarithm. */
    static Optional<Double> ratioError(Compared c) {
        Ends ends = Ends.of(c);
        return c.values[ends.first] == 0
                ? Optional.empty()
                : ends(c, ends, c.values[ends.first], c.values[ends.second]);
    }

    private static Optional<Double> ends(Compared c, Ends ends, double unit1, double unit2) {
        return c.errorsOf(ends.first, ends.second).map(e -> Math.hypot(e[0] / unit1, e[1] / unit2));
    }
}
