package org.waymark.io.internal;

/**
 * Numbers by the hash of a text, 16 bytes a place: for as many ids as a state has students. Two texts with the same hash
 * are taken for one; among a hundred million that happens once in a thousand files.
 */
public final class LongMap {
    /** What {@link #get} gives where nothing was put. */
    public static final long NOTHING = Long.MIN_VALUE;

    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;

    /** An empty map. */
    public LongMap() {}

    /** The hash of a part of a text; never 0. */
    public static long hash(char[] text, int from, int to) {
        return hash(0x9E3779B97F4A7C15L, text, from, to);
    }

    /** The hash of what was hashed before and then a part of a text; never 0. */
    public static long hash(long before, char[] text, int from, int to) {
        long hash = before + (to - from);
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ hash >>> 32) * 0x94D049BB133111EBL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }

    /** The hash of a text. */
    public static long hash(String text) {
        return hash(text.toCharArray(), 0, text.length());
    }

    /** Puts a number where none is; gives the number that stands then. */
    public long putIfAbsent(long hash, long value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int at = place(hash);
        if (keys[at] == 0) {
            keys[at] = hash;
            values[at] = value;
            size++;
        }
        return values[at];
    }

    /** The number of a hash; {@link #NOTHING} if there is none. */
    public long get(long hash) {
        int at = place(hash);
        return keys[at] == 0 ? NOTHING : values[at];
    }

    private int place(long hash) {
        int mask = keys.length - 1;
        int at = (int) (hash >>> 20) & mask;
        while (keys[at] != 0 && keys[at] != hash) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new long[keys.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                putIfAbsent(oldKeys[i], oldValues[i]);
            }
        }
    }
}
