package org.waymark.metrics.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Moves found road by road: a cell moves, and each relation that this breaks is mended by the cheapest road to another that is
 * broken the other way. Where cells stand in two relations each, that is how cheapest flows are made of shortest paths; where they
 * stand in more, a road breaks others, which are mended in turn. A move that is not found may exist all the same.
 *
 * <p><b>Source:</b> J. Castro (2006), Minimum-distance controlled perturbation methods and network flows heuristics for cell
 * suppression; R. K. Ahuja, T. L. Magnanti and J. B. Orlin (1993), Network Flows, chapter 9.
 */
final class Circuits {
    /** What a step costs, so that short roads come first. */
    private static final int STEP = 8;

    /** Dearer than hiding what is cheap: what mends one relation and breaks another seldom comes to an end. */
    private static final int BREAK = 400;

    private static final int BREAK_EASILY = 24;

    /** A row of so many terms costs one more: what is near by is looked at before what is everywhere. */
    private static final int WIDE = 4;

    /** Of a wider row so many terms are looked at first, those of the same places in all such rows. */
    private static final int WINDOW = 40;

    /** What hiding the cheapest unit costs at least beside them. */
    private static final long PRICE = 100;

    /** So many roads mend what one step of a move breaks. */
    private static final int ROADS = 40;

    /** Where a road breaks what cannot be mended, so many others are tried. */
    private static final int TRIES = 3;

    /** With each effort all roads of a move together are looked for so many times as far. */
    private static final long BUDGET = 40;

    /** Multiples of it are spread evenly. */
    private static final double GOLDEN = 0.618_033_988_749_895;

    /** How far a road is looked for: to carry all at once, and to carry anything. */
    private static final int NEAR = 400;

    private static final int FURTHER = 1_000;
    private static final int MIDDLE = 4_000;
    private static final int LONG = 15_000;
    private static final int FAR = 60_000;

    /** Roads along what is hidden. */
    static final List<Effort> HIDDEN = List.of(new Effort(NEAR, 0, BREAK), new Effort(MIDDLE, 0, BREAK));

    /** First along what is hidden, then by hiding what is cheap. */
    static final List<Effort> THRIFTY = List.of(
            new Effort(NEAR, 0, BREAK),
            new Effort(FURTHER, 0, BREAK),
            new Effort(NEAR, 1, BREAK),
            new Effort(NEAR, 4, BREAK));

    /** By hiding what is dear, where nothing else is left. */
    static final List<Effort> DEAR = List.of(
            new Effort(MIDDLE, 4, BREAK),
            new Effort(MIDDLE, 16, BREAK),
            new Effort(LONG, 16, BREAK),
            new Effort(LONG, Integer.MAX_VALUE, BREAK));

    /** By hiding whatever is near by, and breaking others. */
    static final List<Effort> BOLD = List.of(
            new Effort(NEAR, Integer.MAX_VALUE, BREAK_EASILY),
            new Effort(MIDDLE, Integer.MAX_VALUE, BREAK_EASILY),
            new Effort(FAR, Integer.MAX_VALUE, BREAK_EASILY));

    /** For what is not found otherwise: each reach looks at the terms of wide rows in another order. */
    static final List<Effort> PATIENT = IntStream.range(0, 24)
            .mapToObj(k -> new Effort(MIDDLE + 997 * k, Integer.MAX_VALUE, k % 2 == 0 ? BREAK_EASILY : BREAK))
            .toList();

    /**
     * How far a road is looked for, and what it may do.
     *
     * @param steps how many steps are looked at
     * @param dearest it hides units that cost so many times the cheapest at most
     * @param breaking what it costs to break one relation more
     */
    record Effort(int steps, int dearest, int breaking) {}

    private final Problem problem;
    private final Network network;
    private final long[] moved;
    private final long[] movedSum;
    private final long[] open;
    private final int[] broken;
    private final int[] brokenAt;
    private int brokenCount;
    private final boolean[] linked;

    /** What stands in three relations or more; it does not move back while others mend what it broke. */
    private final boolean[] hubs;

    private final int[] heldIn;
    private final int[] bannedIn;
    private int attempts;
    private int calls;
    private final int[] paid;
    private int payment;
    private final int[] takenIn;
    private final int[] sumTakenIn;
    private int takings;

    private final int outside;
    private final Front there;
    private final Front back;
    private final long least;
    private final long scale;

    /** Whether there are variables that bind nothing else, by which a road can leave the network. */
    private boolean leaves;

    private int[] log = new int[64];
    private long[] logBy = new long[64];
    private int logged;
    private int[] bill = new int[16];
    private int billed;
    private boolean[] hidden = {};
    private long ceiling;
    private long breaking;
    private double window;
    private long budget;

    Circuits(Problem problem, Network network) {
        this.problem = problem;
        this.network = network;
        moved = new long[network.variables()];
        movedSum = new long[problem.relations().cells()];
        linked = new boolean[network.variables()];
        hubs = new boolean[network.variables()];
        heldIn = new int[network.variables()];
        takenIn = new int[network.variables()];
        sumTakenIn = new int[movedSum.length];
        bannedIn = new int[network.variables()];
        for (int v = 0; v < hubs.length; v++) {
            hubs[v] = network.terms().size(v) > 2;
            leaves |= network.terms().size(v) < 2 && !network.fixed(v);
        }
        paid = new int[problem.units()];
        int rows = network.rows();
        open = new long[rows];
        broken = new int[rows];
        brokenAt = new int[rows];
        Arrays.fill(brokenAt, -1);
        for (int row = 0; row < rows; row++) {
            open[row] = network.over(row);
        }
        outside = 2 * rows;
        there = new Front(outside + 1);
        back = new Front(outside + 1);
        long cheapest = Long.MAX_VALUE;
        for (int u = 0; u < paid.length; u++) {
            if (problem.choice(u) == Problem.Choice.FREE) {
                cheapest = Math.min(cheapest, Math.max(1, problem.cost(u)));
            }
        }
        least = cheapest;
        scale = Math.max(1, PRICE / least);
    }

    /**
     * Moves a cell by so much, or as far as roads were found.
     *
     * @param hiddenUnits what is hidden
     * @param efforts what is tried, one after the other, until it has moved so much
     */
    Witness.Move move(int cell, int direction, long amount, boolean[] hiddenUnits, List<Effort> efforts) {
        hidden = hiddenUnits;
        payment++;
        logged = 0;
        billed = 0;
        int[] parts = problem.parts(cell);
        long rest = amount;
        for (Effort effort : efforts) {
            if (rest <= 0) {
                break;
            }
            budget = BUDGET * effort.steps();
            breaking = effort.breaking();
            ceiling = effort.dearest() == Integer.MAX_VALUE ? Long.MAX_VALUE : effort.dearest() * least;
            for (int part : parts) {
                int v = network.variable(part);
                window = GOLDEN * (v + effort.steps()) % 1;
                while (rest > 0 && !network.fixed(v)) {
                    long by = Math.min(rest, room(v, direction));
                    while (by > 0 && !mended(v, direction * by, effort.steps())) {
                        by = by / 2;
                    }
                    if (by <= 0) {
                        break;
                    }
                    rest -= by;
                }
            }
        }
        return taken();
    }

    /** Moves a variable and mends what that breaks; if it cannot be mended nothing has moved. */
    private boolean mended(int v, long by, int effort) {
        calls++;
        for (int tries = 0; tries < TRIES; tries++) {
            attempts++;
            int before = logged;
            int owed = billed;
            pay(v);
            linked[v] = true;
            shift(v, by);
            int row = mendAll(effort);
            linked[v] = false;
            if (row < 0) {
                return true;
            }
            int culprit = culprit(row, before + 1);
            undo(before);
            while (billed > owed) {
                paid[bill[--billed]] = 0;
            }
            if (culprit < 0) {
                return false;
            }
            // A road broke what cannot be mended: the next try goes round.
            bannedIn[culprit] = calls;
        }
        return false;
    }

    /** The row that cannot be mended; -1 if all are. */
    private int mendAll(int effort) {
        for (int roads = 0; brokenCount > 0; roads++) {
            int row = hardest();
            if (roads == ROADS || !mend(row, effort)) {
                return row;
            }
        }
        return -1;
    }

    /** The variable that broke a row last, if it stands in several; -1 if none does. */
    private int culprit(int row, int since) {
        for (int k = logged - 1; k >= since; k--) {
            if (hubs[log[k]]) {
                Lists terms = network.terms();
                for (int i = terms.begin(log[k]); i < terms.end(log[k]); i++) {
                    if (network.rowAt(terms.at(i)) == row) {
                        return log[k];
                    }
                }
            }
        }
        return -1;
    }

    /** The broken relation of fewest cells: there the road has least choice. */
    private int hardest() {
        int best = broken[0];
        for (int b = 1; b < brokenCount; b++) {
            if (length(broken[b]) < length(best) || (length(broken[b]) == length(best) && broken[b] < best)) {
                best = broken[b];
            }
        }
        return best;
    }

    private int length(int row) {
        return network.begin(row + 1) - network.begin(row);
    }

    private boolean mend(int row, int effort) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("protecting was interrupted");
        }
        long amount = network.equation(row) ? Math.abs(open[row]) : open[row];
        for (boolean pays : ceiling > 0 ? new boolean[] {false, true} : new boolean[] {false}) {
            int met = amount > 1 ? look(row, amount, Math.min(effort, NEAR), pays) : -1;
            met = met < 0 ? look(row, 1, effort, pays) : met;
            if (met >= 0) {
                return walk(met, amount);
            }
        }
        return false;
    }

    // A state is a row with the sign of what it is over: 2 * row, and one more if it is too small.

    private int state(int row, boolean tooSmall) {
        return 2 * row + (tooSmall ? 1 : 0);
    }

    /**
     * Looks for the cheapest road that can carry so much, to a row that is broken the other way or out of the network: from both
     * ends at once. Answers the state where both meet; -1 if they do not.
     */
    private int look(int row, long carry, int most, boolean pays) {
        int effort = (int) Math.min(most, Math.max(0, budget));
        there.begin();
        back.begin();
        there.reach(state(row, open[row] < 0), 0, -1, -1);
        for (int b = 0; b < brokenCount; b++) {
            int other = broken[b];
            if (other != row && network.equation(other)) {
                back.reach(state(other, open[other] > 0), 0, -1, -1);
            }
        }
        int left = effort;
        int met = -1;
        long best = Long.MAX_VALUE;
        while (there.next() && left >= 0) {
            if (met >= 0 && Math.addExact(there.least(), back.next() ? back.least() : 0) >= best) {
                break;
            }
            if (!leaves && !back.next()) {
                break;
            }
            boolean forth = !back.next() || there.size() <= back.size();
            Front own = forth ? there : back;
            Front other = forth ? back : there;
            int state = own.settle();
            if (state == outside) {
                return own.distance(state) < best ? state : met;
            }
            if (other.reached(state) && own.distance(state) + other.distance(state) < best) {
                best = own.distance(state) + other.distance(state);
                met = state;
            }
            int at = state >> 1;
            int length = length(at);
            boolean wide = length > WINDOW && most < FAR;
            left -= wide ? WINDOW : length;
            int first = wide ? (int) (length * window) : 0;
            for (int k = 0; k < (wide ? WINDOW : length); k++) {
                int term = network.begin(at) + (first + k) % length;
                int weight = (int) network.weightAt(term);
                boolean tooSmall = (state & 1) == 1;
                follow(own, forth, state, term, tooSmall == forth ? weight : -weight, carry, pays);
            }
        }
        budget -= effort - left;
        return met;
    }

    /** Goes on from a state along the variable of a term; backwards, from where a road ends to where it may come from. */
    private void follow(Front front, boolean forth, int state, int term, int way, long carry, boolean pays) {
        int v = network.variableAt(term);
        boolean cameBy = front.from(state) >= 0 && network.variableAt(front.road(state)) == v;
        if (cameBy
                || Math.abs(way) != 1
                || linked[v]
                || network.fixed(v)
                || bannedIn[v] == calls
                || heldIn[v] == -attempts * way
                || room(v, way) < carry) {
            return;
        }
        long price = price(v);
        if (price < 0 || (price > 0 && !pays)) {
            return;
        }
        Lists terms = network.terms();
        int ends = 0;
        int breaks = 0;
        for (int i = terms.begin(v); i < terms.end(v); i++) {
            int other = terms.at(i);
            if (network.rowAt(other) != state >> 1) {
                ends += network.equation(network.rowAt(other)) ? 1 : 0;
                breaks += breaks(other, way, carry) ? 1 : 0;
            }
        }
        long cost = front.distance(state) + STEP + price;
        if (ends == 0 && forth) {
            front.reach(outside, cost + breaking * breaks, term, state);
        }
        for (int i = terms.begin(v); i < terms.end(v); i++) {
            int other = terms.at(i);
            int row = network.rowAt(other);
            long change = network.weightAt(other) * way;
            if (row != state >> 1 && network.equation(row) && Math.abs(change) == 1) {
                int more = breaks - (breaks(other, way, carry) ? 1 : 0);
                front.reach(
                        state(row, forth ? change < 0 : change > 0),
                        cost + breaking * more + length(row) / WIDE,
                        forth ? term : other,
                        state);
            }
        }
    }

    /** Whether a move of a term's variable breaks its row more. */
    private boolean breaks(int term, int way, long carry) {
        long change = network.weightAt(term) * way;
        long now = open[network.rowAt(term)];
        return network.equation(network.rowAt(term)) ? now * change >= 0 : now + change * carry > 0;
    }

    /** Sends as much along a road as it carries. */
    private boolean walk(int met, long most) {
        int length = 0;
        for (int state = met; there.from(state) >= 0; state = there.from(state)) {
            length++;
        }
        int meeting = length;
        int end = met;
        for (; met != outside && back.from(end) >= 0; end = back.from(end)) {
            length++;
        }
        int[] along = new int[length];
        int[] ways = new int[length];
        int at = meeting;
        for (int state = met; there.from(state) >= 0; state = there.from(state)) {
            along[--at] = network.variableAt(there.road(state));
            ways[at] = way(there.from(state), there.road(state));
        }
        at = meeting;
        for (int state = met; met != outside && back.from(state) >= 0; state = back.from(state)) {
            along[at] = network.variableAt(back.road(state));
            ways[at++] = way(state, back.road(state));
        }
        long amount = end == outside ? most : Math.min(most, Math.abs(open[end >> 1]));
        for (int k = 0; k < length; k++) {
            amount = Math.min(amount, room(along[k], ways[k]));
        }
        for (int k = 0; k < length; k++) {
            int v = along[k];
            if (amount <= 0 || room(v, ways[k]) < amount) {
                return false;
            }
            pay(v);
            shift(v, ways[k] * amount);
            heldIn[v] = hubs[v] ? attempts * ways[k] : 0;
        }
        return true;
    }

    /** Which way a term's variable must go to mend a state. */
    private int way(int state, int term) {
        int weight = (int) network.weightAt(term);
        return (state & 1) == 1 ? weight : -weight;
    }

    /** What it costs to hide a variable's cells; negative where one of them is too dear. */
    private long price(int v) {
        long price = 0;
        Lists cells = network.cells();
        for (int i = cells.begin(v); i < cells.end(v); i++) {
            int u = problem.unit(cells.at(i));
            if (hidden[u] || paid[u] == payment) {
                continue;
            }
            if (problem.cost(u) > ceiling) {
                return -1;
            }
            price += problem.cost(u) * scale;
        }
        return price;
    }

    private void pay(int v) {
        Lists cells = network.cells();
        for (int i = cells.begin(v); i < cells.end(v); i++) {
            int u = problem.unit(cells.at(i));
            if (!hidden[u] && paid[u] != payment) {
                paid[u] = payment;
                bill = billed == bill.length ? Arrays.copyOf(bill, 2 * billed) : bill;
                bill[billed++] = u;
            }
        }
    }

    /** How far a variable can go, with the sums that follow it. */
    private long room(int v, int way) {
        long room = way < 0
                ? network.down(v) + moved[v]
                : network.up(v) == Simplex.NONE ? Simplex.NONE : network.up(v) - moved[v];
        Lists sums = network.sums();
        for (int i = sums.begin(v); i < sums.end(v); i++) {
            int sum = network.sumAt(sums.at(i));
            long up = problem.up(sum);
            room = Math.min(
                    room, way < 0 ? problem.down(sum) + movedSum[sum] : up == Simplex.NONE ? up : up - movedSum[sum]);
        }
        return room;
    }

    private void shift(int v, long by) {
        if (logged == log.length) {
            log = Arrays.copyOf(log, 2 * logged);
            logBy = Arrays.copyOf(logBy, 2 * logged);
        }
        log[logged] = v;
        logBy[logged++] = by;
        change(v, by);
    }

    private void undo(int before) {
        while (logged > before) {
            logged--;
            change(log[logged], -logBy[logged]);
        }
    }

    private void change(int v, long by) {
        moved[v] += by;
        Lists sums = network.sums();
        for (int i = sums.begin(v); i < sums.end(v); i++) {
            movedSum[network.sumAt(sums.at(i))] += by;
        }
        Lists terms = network.terms();
        for (int i = terms.begin(v); i < terms.end(v); i++) {
            int row = network.rowAt(terms.at(i));
            open[row] += network.weightAt(terms.at(i)) * by;
            boolean isBroken = network.equation(row) ? open[row] != 0 : open[row] > 0;
            if (isBroken != brokenAt[row] >= 0) {
                set(row, isBroken);
            }
        }
    }

    private void set(int row, boolean isBroken) {
        if (isBroken) {
            brokenAt[row] = brokenCount;
            broken[brokenCount++] = row;
        } else {
            int last = broken[--brokenCount];
            broken[brokenAt[row]] = last;
            brokenAt[last] = brokenAt[row];
            brokenAt[row] = -1;
        }
    }

    /** What has moved, with the sums that follow; then everything stands where it stood. */
    private Witness.Move taken() {
        int most = 0;
        for (int k = 0; k < logged; k++) {
            most += network.cells().size(log[k]) + network.sums().size(log[k]);
        }
        int[] cells = new int[most];
        long[] by = new long[most];
        int size = 0;
        takings++;
        for (int k = 0; k < logged; k++) {
            int v = log[k];
            if (moved[v] == 0 || takenIn[v] == takings) {
                continue;
            }
            takenIn[v] = takings;
            for (int i = network.cells().begin(v); i < network.cells().end(v); i++) {
                cells[size] = network.cells().at(i);
                by[size++] = moved[v];
            }
            for (int i = network.sums().begin(v); i < network.sums().end(v); i++) {
                int sum = network.sumAt(network.sums().at(i));
                if (movedSum[sum] != 0 && sumTakenIn[sum] != takings) {
                    sumTakenIn[sum] = takings;
                    cells[size] = sum;
                    by[size++] = movedSum[sum];
                }
            }
        }
        undo(0);
        return new Witness.Move(Arrays.copyOf(cells, size), Arrays.copyOf(by, size));
    }
}
