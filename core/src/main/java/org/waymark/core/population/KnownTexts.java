package org.waymark.core.population;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The codes of the texts of a column that are met most, found by their bytes. It stands in front of the column's
 * {@link TextDictionary} and knows nothing that is not there; it is the reason why a label that came before costs a few
 * nanoseconds.
 */
final class KnownTexts {
    /** What is said of a text that is not known here. */
    static final int NOT_KNOWN = -1;

    /** More texts than this are not remembered: a column of so many is not one of labels. */
    private static final int MOST = 1 << 15;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int HEAD = 8;
    private static final int ONE_BYTE = 128;

    /** The code of a text of one plain character: flags and genders need no hash. */
    private final int[] single = new int[ONE_BYTE];

    /** The first and the last eight bytes, how many there are, all of them, and the code; one place for each text. */
    private long[] heads = new long[64];

    private long[] tails = new long[64];
    private int[] lengths = new int[64];
    private byte[][] texts = new byte[64][];
    private int[] codes = new int[64];
    private int size;

    KnownTexts() {
        Arrays.fill(single, NOT_KNOWN);
    }

    /** The code of a text of at least one byte. */
    int find(byte[] bytes, int from, int to) {
        if (to - from == 1 && bytes[from] >= 0) {
            return single[bytes[from]];
        }
        int length = to - from;
        long head = head(bytes, from, length);
        long tail = length <= HEAD ? head : (long) LONG.get(bytes, to - HEAD);
        int mask = heads.length - 1;
        for (int slot = slot(head, tail, length) & mask; lengths[slot] > 0; slot = slot + 1 & mask) {
            if (heads[slot] == head
                    && tails[slot] == tail
                    && lengths[slot] == length
                    && (length <= 2 * HEAD || isSame(texts[slot], bytes, from))) {
                return codes[slot];
            }
        }
        return NOT_KNOWN;
    }

    /** Remembers a text that is not known yet. */
    void add(byte[] bytes, int from, int to, int code) {
        if (to - from == 1 && bytes[from] >= 0) {
            single[bytes[from]] = code;
        } else if (size < MOST) {
            if (2 * ++size > texts.length) {
                grow();
            }
            put(Arrays.copyOfRange(bytes, from, to), code);
        }
    }

    /** The text of a slice. */
    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private void put(byte[] text, int code) {
        int length = text.length;
        long head = head(text, 0, length);
        long tail = length <= HEAD ? head : (long) LONG.get(text, length - HEAD);
        int mask = heads.length - 1;
        int slot = slot(head, tail, length) & mask;
        while (lengths[slot] > 0) {
            slot = slot + 1 & mask;
        }
        heads[slot] = head;
        tails[slot] = tail;
        lengths[slot] = length;
        texts[slot] = text;
        codes[slot] = code;
    }

    private void grow() {
        byte[][] oldTexts = texts;
        int[] oldCodes = codes;
        heads = new long[2 * oldTexts.length];
        tails = new long[heads.length];
        lengths = new int[heads.length];
        texts = new byte[heads.length][];
        codes = new int[heads.length];
        for (int i = 0; i < oldTexts.length; i++) {
            if (oldTexts[i] != null) {
                put(oldTexts[i], oldCodes[i]);
            }
        }
    }

    /** The first eight bytes, zeros behind a shorter text. */
    private static long head(byte[] bytes, int from, int length) {
        if (from + HEAD <= bytes.length) {
            long word = (long) LONG.get(bytes, from);
            return length >= HEAD ? word : word & (1L << 8 * length) - 1;
        }
        long word = 0;
        for (int i = Math.min(length, HEAD) - 1; i >= 0; i--) {
            word = word << 8 | bytes[from + i] & 0xFF;
        }
        return word;
    }

    /** Whether texts of the same length have the same bytes between their first and their last eight. */
    private static boolean isSame(byte[] text, byte[] bytes, int from) {
        for (int i = HEAD; i < text.length - HEAD; i += HEAD) {
            if ((long) LONG.get(text, i) != (long) LONG.get(bytes, from + i)) {
                return false;
            }
        }
        return true;
    }

    /** Made of both ends, so that numbered names such as those of schools fall apart. */
    private static int slot(long head, long tail, int length) {
        long mixed = (head ^ (tail + length) * 0xFF51AFD7ED558CCDL) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40);
    }
}
