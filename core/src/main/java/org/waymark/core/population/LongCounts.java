package org.waymark.core.population;

import java.util.Arrays;

/** How often whole numbers of 0 or more were seen: open addressing, no object per number. */
final class LongCounts {
    private static final long FREE = -1;

    private long[] keys = new long[1_024];
    private long[] counts = new long[1_024];
    private int size;

    LongCounts() {
        Arrays.fill(keys, FREE);
    }

    void increment(long key) {
        int at = find(key);
        if (keys[at] == FREE) {
            if (2 * (size + 1) > keys.length) {
                grow();
                at = find(key);
            }
            keys[at] = key;
            size++;
        }
        counts[at]++;
    }

    /** How often the number was seen. */
    long count(long key) {
        int at = find(key);
        return keys[at] == FREE ? 0 : counts[at];
    }

    /** The numbers that were seen, rising. */
    long[] sorted() {
        long[] seen = Arrays.stream(keys).filter(key -> key != FREE).toArray();
        Arrays.sort(seen);
        return seen;
    }

    private int find(long key) {
        // The multiplier is the golden ratio's: neighbouring numbers land far from each other.
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & keys.length - 1;
        while (keys[at] != FREE && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new long[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }
}
