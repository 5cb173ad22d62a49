package org.waymark.metrics.disclosure;

import java.util.Arrays;

/** A list of numbers for each of many things, all in two arrays. */
final class Lists {
    private final int[] start;
    private final int[] items;

    private Lists(int[] start, int[] items) {
        this.start = start;
        this.items = items;
    }

    /** For each key the places that have it, in order; a place whose key is negative stands in none. */
    static Lists byKey(int[] keys, int most) {
        int[] start = new int[most + 1];
        for (int key : keys) {
            if (key >= 0) {
                start[key + 1]++;
            }
        }
        for (int key = 0; key < most; key++) {
            start[key + 1] += start[key];
        }
        int[] items = new int[start[most]];
        int[] next = Arrays.copyOf(start, most);
        for (int place = 0; place < keys.length; place++) {
            if (keys[place] >= 0) {
                items[next[keys[place]]++] = place;
            }
        }
        return new Lists(start, items);
    }

    int begin(int of) {
        return start[of];
    }

    int end(int of) {
        return start[of + 1];
    }

    int size(int of) {
        return start[of + 1] - start[of];
    }

    int at(int place) {
        return items[place];
    }
}
