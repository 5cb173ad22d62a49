package org.waymark.metrics.disclosure;

import java.util.Arrays;

/** How far a search for the cheapest road has come from one of its ends: what each state costs, and how it was reached. */
final class Front {
    private final long[] distance;
    private final int[] road;
    private final int[] from;
    private final int[] stamp;
    private int search;
    private long[] costs = new long[256];
    private int[] states = new int[256];
    private int size;

    Front(int states) {
        distance = new long[states];
        road = new int[states];
        from = new int[states];
        stamp = new int[states];
    }

    /** Forgets the search before. */
    void begin() {
        search++;
        size = 0;
    }

    boolean reached(int state) {
        return stamp[state] == search;
    }

    long distance(int state) {
        return distance[state];
    }

    /** By which road a state was reached. */
    int road(int state) {
        return road[state];
    }

    /** From which state; -1 of a state at which the search began, or that it did not reach. */
    int from(int state) {
        return stamp[state] == search ? from[state] : -1;
    }

    void reach(int state, long cost, int by, int before) {
        if (stamp[state] != search || cost < distance[state]) {
            stamp[state] = search;
            distance[state] = cost;
            road[state] = by;
            from[state] = before;
            add(cost, state);
        }
    }

    /** Whether there is a state to go on from. */
    boolean next() {
        while (size > 0 && costs[0] > distance[states[0]]) {
            removeLeast();
        }
        return size > 0;
    }

    /** What the next state costs. */
    long least() {
        return costs[0];
    }

    int size() {
        return size;
    }

    /** The cheapest state to go on from. */
    int settle() {
        return removeLeast();
    }

    private void add(long cost, int state) {
        if (size == costs.length) {
            costs = Arrays.copyOf(costs, 2 * size);
            states = Arrays.copyOf(states, 2 * size);
        }
        int at = size++;
        while (at > 0 && before(cost, state, (at - 1) / 2)) {
            costs[at] = costs[(at - 1) / 2];
            states[at] = states[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        costs[at] = cost;
        states[at] = state;
    }

    private int removeLeast() {
        int least = states[0];
        size--;
        long cost = costs[size];
        int state = states[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            child += child + 1 < size && before(costs[child + 1], states[child + 1], child) ? 1 : 0;
            if (before(cost, state, child)) {
                break;
            }
            costs[at] = costs[child];
            states[at] = states[child];
            at = child;
        }
        costs[at] = cost;
        states[at] = state;
        return least;
    }

    /** The order of states that cost the same is that of their numbers: always the same. */
    private boolean before(long cost, int state, int place) {
        return cost < costs[place] || (cost == costs[place] && state < states[place]);
    }
}
