package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/**
 * Moves found link by link: a cell moves, each relation that this breaks is mended by one more cell, until all hold again.
 * Short chains come first. Where groups meet places most moves are such chains, and they are found without a program; a move
 * that is not found may exist all the same.
 */
final class Chains {
    /** How many cells a chain may have, and how many steps it is looked for. */
    private static final int[][] LENGTHS = {{4, 100}, {7, 300}, {12, 600}, {18, 1_200}};

    /** All chains of one move together are looked for so many steps. */
    private static final int MOST_STEPS = 3_000;

    /** Relations of more cells are mended last: it takes long to see how many cells can. */
    private static final int WIDE = 64;

    /** So many cells are tried to mend one relation. */
    private static final int BREADTH = 6;

    private final Problem problem;
    private final Relations relations;
    private final long[] moved;
    private final long[] open;
    private final int[] broken;
    private final boolean[] inside;
    private final boolean[] linked;
    private final List<Integer> touched = new ArrayList<>();
    private int brokenCount;
    private int steps;
    private int left;
    private boolean[] hidden = {};
    private IntPredicate movable = cell -> false;
    private final Map<Integer, Integer> paid = new LinkedHashMap<>();

    Chains(Problem problem) {
        this.problem = problem;
        relations = problem.relations();
        moved = new long[relations.cells()];
        open = new long[relations.size()];
        broken = new int[relations.size()];
        inside = new boolean[relations.size()];
        linked = new boolean[relations.cells()];
        for (int r = 0; r < open.length; r++) {
            if (relations.sense(r) == Relations.Sense.AT_MOST) {
                long sum = 0;
                for (int k = 0; k < relations.length(r); k++) {
                    sum += relations.weight(r, k) * problem.value(relations.cell(r, k));
                }
                open[r] = sum - relations.right(r);
            }
        }
    }

    /**
     * Moves a cell by so much, or as far as chains were found.
     *
     * @param hiddenUnits what is hidden; cells of other units cost what hiding them costs
     * @param ofCells which cells may move
     * @param most how many units more may be hidden
     */
    Witness.Move move(int cell, int direction, long amount, boolean[] hiddenUnits, IntPredicate ofCells, int most) {
        hidden = hiddenUnits;
        movable = ofCells;
        left = MOST_STEPS;
        long rest = amount;
        while (rest > 0) {
            long by = Math.min(rest, own(cell, direction));
            while (by > 0 && !foundFor(cell, direction * by, most)) {
                by /= 2;
            }
            if (by <= 0) {
                break;
            }
            rest -= by;
        }
        paid.clear();
        return taken();
    }

    /** A sum that follows its parts moves with any of them. */
    private boolean foundFor(int cell, long by, int most) {
        for (int part : problem.parts(cell)) {
            if (room(part, by > 0 ? 1 : -1) >= Math.abs(by) && found(part, by, most)) {
                return true;
            }
        }
        return false;
    }

    private boolean found(int cell, long by, int most) {
        for (int[] length : LENGTHS) {
            for (int more = 0; more <= most; more += more < 2 ? 1 : 2) {
                steps = Math.min(left, length[1]);
                left -= steps;
                if (link(cell, by, length[0], more)) {
                    left += Math.max(0, steps);
                    return true;
                }
                left += Math.max(0, steps);
            }
        }
        return false;
    }

    /** Moves a cell and mends what that breaks; if it cannot be mended nothing has moved. */
    private boolean link(int cell, long by, int length, int more) {
        int unit = problem.unit(cell);
        boolean pays = !hidden[unit] && !paid.containsKey(unit);
        if (pays && more <= 0 || --steps < 0) {
            return false;
        }
        if (pays) {
            paid.put(unit, cell);
        }
        linked[cell] = true;
        shift(cell, by);
        if (mended(Math.abs(by), length - 1, pays ? more - 1 : more)) {
            linked[cell] = false;
            touched.add(cell);
            return true;
        }
        shift(cell, -by);
        linked[cell] = false;
        if (pays) {
            paid.remove(unit);
        }
        return false;
    }

    private boolean mended(long by, int length, int more) {
        if (brokenCount == 0) {
            return true;
        }
        if (brokenCount > 4 * length) {
            return false;
        }
        int r = hardest(by, more);
        if (r < 0) {
            return false;
        }
        for (Candidate next : candidates(r, by, more)) {
            if (link(next.cell(), next.by(), length, more)) {
                return true;
            }
        }
        return false;
    }

    private record Candidate(int cell, long by, long cost, int breaks) implements Comparable<Candidate> {
        /** The best is the last. */
        @Override
        public int compareTo(Candidate other) {
            int order = Long.compare(other.cost, cost);
            order = order == 0 ? Integer.compare(other.breaks, breaks) : order;
            return order == 0 ? Integer.compare(other.cell, cell) : order;
        }
    }

    /** The cells that can mend a relation, the cheapest first and then those that break least. */
    private List<Candidate> candidates(int r, long by, int more) {
        PriorityQueue<Candidate> best = new PriorityQueue<>(BREADTH + 1);
        for (int k = 0; k < relations.length(r); k++) {
            if (mends(r, k, by, more)) {
                int cell = relations.cell(r, k);
                long step = step(r, k, by);
                best.add(new Candidate(cell, step, price(cell), breaks(cell, step)));
                if (best.size() > BREADTH) {
                    best.poll();
                }
            }
        }
        Candidate[] order = new Candidate[best.size()];
        for (int k = order.length - 1; k >= 0; k--) {
            order[k] = best.remove();
        }
        return Arrays.asList(order);
    }

    private long step(int r, int place, long by) {
        return (open[r] > 0) == (relations.weight(r, place) > 0) ? -by : by;
    }

    private boolean mends(int r, int place, long by, int more) {
        int cell = relations.cell(r, place);
        return !linked[cell]
                && !problem.follows(cell)
                && Math.abs(relations.weight(r, place)) == 1
                && movable.test(cell)
                && (more > 0 || price(cell) == 0)
                && room(cell, step(r, place, by) > 0 ? 1 : -1) >= by;
    }

    private long price(int cell) {
        int unit = problem.unit(cell);
        return hidden[unit] || paid.containsKey(unit) ? 0 : problem.cost(unit);
    }

    /** The broken relation that fewest cells can mend; -1 if one cannot be mended. */
    private int hardest(long by, int more) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int b = brokenCount - 1; b >= 0; b--) {
            int r = broken[b];
            if (relations.length(r) > WIDE) {
                best = best < 0 ? r : best;
                continue;
            }
            int count = 0;
            for (int k = 0; k < relations.length(r) && count < least; k++) {
                count += mends(r, k, by, more) ? 1 : 0;
            }
            if (count == 0) {
                return -1;
            }
            if (count < least) {
                best = r;
                least = count;
            }
        }
        return best;
    }

    /** How many relations more are broken when a cell moves. */
    private int breaks(int cell, long by) {
        int more = 0;
        for (int d = 0; d < relations.degree(cell); d++) {
            int r = relations.relation(cell, d);
            if (problem.follower(r) >= 0) {
                continue;
            }
            more += isBroken(r, open[r] + relations.weightOf(cell, d) * by) ? 1 : 0;
            more -= isBroken(r, open[r]) ? 1 : 0;
        }
        return more;
    }

    /** How far a cell can go, with the sums that follow it. */
    private long room(int cell, int direction) {
        long room = own(cell, direction);
        for (int d = 0; d < relations.degree(cell); d++) {
            int sum = problem.follower(relations.relation(cell, d));
            room = sum < 0 ? room : Math.min(room, own(sum, direction));
        }
        return room;
    }

    private long own(int cell, int direction) {
        if (direction < 0) {
            return problem.down(cell) + moved[cell];
        }
        long up = problem.up(cell);
        return up == Simplex.NONE ? up : up - moved[cell];
    }

    private void shift(int cell, long by) {
        moved[cell] += by;
        for (int d = 0; d < relations.degree(cell); d++) {
            int r = relations.relation(cell, d);
            int sum = problem.follower(r);
            if (sum >= 0) {
                moved[sum] += sum == cell ? 0 : by;
                continue;
            }
            open[r] += relations.weightOf(cell, d) * by;
            if (isBroken(r, open[r]) != inside[r]) {
                set(r, !inside[r]);
            }
        }
    }

    private void set(int r, boolean isBroken) {
        inside[r] = isBroken;
        if (isBroken) {
            broken[brokenCount++] = r;
            return;
        }
        int at = 0;
        while (broken[at] != r) {
            at++;
        }
        System.arraycopy(broken, at + 1, broken, at, --brokenCount - at);
    }

    private boolean isBroken(int r, long by) {
        return relations.sense(r) == Relations.Sense.EQUAL ? by != 0 : by > 0;
    }

    /** What has moved, with the sums that follow; then everything stands where it stood. */
    private Witness.Move taken() {
        Map<Integer, Long> moves = new LinkedHashMap<>();
        for (int cell : touched) {
            for (int d = 0; d < relations.degree(cell); d++) {
                int sum = problem.follower(relations.relation(cell, d));
                if (sum >= 0 && moved[sum] != 0) {
                    moves.put(sum, moved[sum]);
                }
            }
            if (moved[cell] != 0) {
                moves.put(cell, moved[cell]);
            }
        }
        for (int cell : touched) {
            shift(cell, -moved[cell]);
        }
        touched.clear();
        return Witness.Move.of(moves);
    }
}
