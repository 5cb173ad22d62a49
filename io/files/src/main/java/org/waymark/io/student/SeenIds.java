package org.waymark.io.student;

/**
 * Which ids have been seen, eight bytes each. Ids of up to 18 digits are told apart exactly, zeros in front included;
 * others by a number of 63 bits made of them, so that of ten million different ones two are taken for one in about one of
 * 200,000 files. Safe for use by several threads.
 */
final class SeenIds {
    private static final int PARTS = 256;
    private static final int MOST_DIGITS = 18;

    private final Part[] parts = new Part[PARTS];
    private volatile boolean repeated;

    SeenIds() {
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Part();
        }
    }

    /** Whether an id has come twice. */
    boolean isRepeated() {
        return repeated;
    }

    void add(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        if (!parts[(int) (mixed >>> 56)].add(number, mixed)) {
            repeated = true;
        }
    }

    /** The number of an id; never 0. */
    static long number(char[] text, int from, int to) {
        long number = 1;
        boolean digits = to - from <= MOST_DIGITS;
        for (int i = from; i < to && digits; i++) {
            digits = text[i] >= '0' && text[i] <= '9';
            number = number * 10 + (text[i] - '0');
        }
        if (digits) {
            return number;
        }
        long hash = (long) to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0xFF51AFD7ED558CCDL;
            hash ^= hash >>> 32;
        }
        return hash | Long.MIN_VALUE;
    }

    /** The same of an id as bytes; 0 if it is not all ASCII. */
    static long number(byte[] text, int from, int to) {
        long number = 1;
        boolean digits = to - from <= MOST_DIGITS;
        for (int i = from; i < to && digits; i++) {
            digits = text[i] >= '0' && text[i] <= '9';
            number = number * 10 + (text[i] - '0');
        }
        if (digits) {
            return number;
        }
        long hash = (long) to - from;
        for (int i = from; i < to; i++) {
            if (text[i] < 0) {
                return 0;
            }
            hash = (hash ^ text[i]) * 0xFF51AFD7ED558CCDL;
            hash ^= hash >>> 32;
        }
        return hash | Long.MIN_VALUE;
    }

    /** The ids of which the number falls into one part; each part grows by itself, so that little is held twice. */
    private static final class Part {
        private long[] slots = new long[64];
        private int used;

        synchronized boolean add(long number, long mixed) {
            if (4L * used > 3L * slots.length) {
                grow();
            }
            int at = find(slots, number, mixed);
            if (slots[at] == number) {
                return false;
            }
            slots[at] = number;
            used++;
            return true;
        }

        private static int find(long[] slots, long number, long mixed) {
            int at = (int) ((mixed >>> 24 & 0xFFFFFFFFL) * slots.length >>> 32);
            while (slots[at] != 0 && slots[at] != number) {
                at = at + 1 == slots.length ? 0 : at + 1;
            }
            return at;
        }

        private void grow() {
            long[] grown = new long[slots.length + (slots.length >> 1)];
            for (long number : slots) {
                if (number != 0) {
                    grown[find(grown, number, number * 0x9E3779B97F4A7C15L)] = number;
                }
            }
            slots = grown;
        }
    }
}
