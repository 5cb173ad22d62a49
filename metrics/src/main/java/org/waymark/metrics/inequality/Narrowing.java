package org.waymark.metrics.inequality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.waymark.metrics.measure.Bounds;

/**
 * Bounds of a figure over everything that is possible, by branch and bound: what is possible is parted further and further where
 * the figure could still be largest, and of each part a range is computed that holds whatever the figure is in it. The bounds
 * hold the figure however early it ends.
 *
 * @param <B> a part of what is possible
 * @param enclosure a range that holds the figure in a part; empty if there is no figure
 * @param parts the same in parts; itself alone if nothing is left to part
 * @param example one possibility of a part
 * @param patience how many parts are looked at, at the most
 */
record Narrowing<B>(
        Function<B, Optional<Range>> enclosure,
        Function<B, List<B>> parts,
        Function<B, Optional<B>> example,
        int patience) {
    /** How near to what was seen the bounds shall come, as a part of how far apart they were at first. */
    private static final double NEAR = 1e-4;

    private static final double VERY_NEAR = 1e-6;

    private record Part<B>(B part, double most) {}

    /** Empty if there is a figure nowhere. */
    Optional<Bounds> over(B all) {
        return most(all, enclosure)
                .flatMap(most -> most(all, part -> enclosure.apply(part).map(Range::negated))
                        .map(least -> new Bounds(Math.min(-least, most), most)));
    }

    private Optional<Double> most(B all, Function<B, Optional<Range>> of) {
        PriorityQueue<Part<B>> open = new PriorityQueue<>(
                Comparator.comparingDouble((Part<B> part) -> part.most).reversed());
        Optional<Range> first = of.apply(all);
        first.ifPresent(range -> open.add(new Part<>(all, range.high())));
        double width = first.map(Range::width).orElse(0.0);
        double near = Double.isInfinite(width) ? VERY_NEAR : NEAR * width;
        double seen = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < patience && !open.isEmpty(); i++) {
            Part<B> top = open.peek();
            if (top.most <= seen + near) {
                break;
            }
            List<B> split = parts.apply(top.part);
            if (split.size() == 1 && split.get(0).equals(top.part)) {
                break;
            }
            open.remove();
            for (B part : split) {
                of.apply(part).ifPresent(range -> open.add(new Part<>(part, range.high())));
                Optional<Range> one = example.apply(part).flatMap(of);
                seen = Math.max(seen, one.map(Range::low).orElse(seen));
            }
        }
        Part<B> top = open.peek();
        return top == null ? Optional.empty() : Optional.of(Math.max(top.most, seen));
    }
}
