package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waymark.core.schema.Condition;
import org.waymark.core.tally.Tally;

/** Whom tallies count: which count the same members, which are pools of others, and what is left of one without another. */
final class Extents {
    /** A pool is looked at as the sum of others in so many ways at most. */
    private static final int MOST_COVERS = 16;

    /** So many rests of cohorts are looked at at most. */
    private static final int MOST_RESTS = 64;

    private final List<Extent> all = new ArrayList<>();
    private final int[] ofTally;
    private final int given;
    private final int cohorts;
    private final List<Cover> covers = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();

    /** A pool and others that make it up. */
    record Cover(int whole, List<Integer> parts) {}

    /** A whole, a part of it, and what is left. */
    record Difference(int whole, int part, int rest) {}

    Extents(List<Tally> tallies) {
        ofTally = new int[tallies.size()];
        List<String> names = new ArrayList<>();
        for (int t = 0; t < ofTally.length; t++) {
            ofTally[t] = number(Extent.of(tallies.get(t).question()));
            if (ofTally[t] == names.size()) {
                names.add(tallies.get(t).question().of().name());
            }
        }
        given = all.size();
        for (int whole = 0; whole < given; whole++) {
            cover(whole, all.get(whole).parts(), List.of());
        }
        // What is left is looked at likewise, for it may hold others: of three years the third is what two leave.
        for (int whole = 0; whole < all.size() && all.size() <= given + MOST_RESTS; whole++) {
            for (int part = 0; part < given; part++) {
                if (all.get(whole).holds(all.get(part)) && !covered(whole, part)) {
                    differences.add(
                            new Difference(whole, part, number(all.get(whole).less(all.get(part)))));
                } else if (whole < part && crosses(all.get(whole), all.get(part))) {
                    if (covers.stream().noneMatch(isOf(whole))
                            || covers.stream().noneMatch(isOf(part))) {
                        conflicts.add(names.get(whole) + " and " + names.get(part)
                                + " share members: release them together with the parts of which they are made");
                    }
                }
            }
        }
        if (all.size() > given + MOST_RESTS) {
            conflicts.add(given + " cohorts that hold one another leave too many rests to look at:"
                    + " ask for them as groups of one cohort");
        }
        cohorts = all.size();
    }

    private static java.util.function.Predicate<Cover> isOf(int whole) {
        return cover -> cover.whole() == whole;
    }

    private static boolean crosses(Extent one, Extent other) {
        return one.sameMoment(other)
                && one.meets(other)
                && !one.parts().equals(other.parts())
                && !one.holds(other)
                && !other.holds(one);
    }

    private int number(Extent extent) {
        int at = all.indexOf(extent);
        if (at < 0) {
            all.add(extent);
        }
        return at < 0 ? all.size() - 1 : at;
    }

    /** Another number, for what is nobody's cohort. */
    int another() {
        all.add(all.get(0));
        return all.size() - 1;
    }

    /** Whether a number is of what is nobody's cohort. */
    boolean isResidual(int number) {
        return number >= cohorts;
    }

    /** All ways to make up a whole of others that share nobody. */
    private void cover(int whole, Set<Condition> left, List<Integer> parts) {
        if (left.isEmpty()) {
            if (parts.size() > 1) {
                covers.add(new Cover(whole, parts));
            }
            return;
        }
        Condition first = left.iterator().next();
        for (int part = 0; part < given && covers.size() < (whole + 1) * MOST_COVERS; part++) {
            Extent own = all.get(part);
            if (part != whole
                    && own.sameMoment(all.get(whole))
                    && own.unit().equals(all.get(whole).unit())
                    && all.get(whole).left().containsAll(own.left())
                    && own.parts().contains(first)
                    && left.containsAll(own.parts())) {
                Set<Condition> rest = new LinkedHashSet<>(left);
                rest.removeAll(own.parts());
                List<Integer> more = new ArrayList<>(parts);
                more.add(part);
                cover(whole, rest, more);
            }
        }
    }

    private boolean covered(int whole, int part) {
        return covers.stream()
                .anyMatch(cover -> cover.whole() == whole && cover.parts().contains(part));
    }

    /** Whom a tally counts. */
    int of(int tally) {
        return ofTally[tally];
    }

    Extent extent(int number) {
        return all.get(number);
    }

    List<Cover> covers() {
        return covers;
    }

    List<Difference> differences() {
        return differences;
    }

    /** Which tallies cannot be looked at without others. */
    List<String> conflicts() {
        return conflicts;
    }
}
