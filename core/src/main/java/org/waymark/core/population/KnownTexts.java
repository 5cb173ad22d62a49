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

    private long[] heads = new long[64];
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
        long head = head(bytes, from, to);
        int mask = heads.length - 1;
        int slot = slot(head, bytes, from, to) & mask;
        while (true) {
            byte[] text = texts[slot];
            if (text == null) {
                return NOT_KNOWN;
            }
            if (heads[slot] == head && text.length == to - from && hasTail(text, bytes, from)) {
                return codes[slot];
            }
            slot = slot + 1 & mask;
        }
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
        long head = head(text, 0, text.length);
        int mask = heads.length - 1;
        int slot = slot(head, text, 0, text.length) & mask;
        while (texts[slot] != null) {
            slot = slot + 1 & mask;
        }
        heads[slot] = head;
        texts[slot] = text;
        codes[slot] = code;
    }

    private void grow() {
        byte[][] oldTexts = texts;
        int[] oldCodes = codes;
        heads = new long[2 * oldTexts.length];
        texts = new byte[heads.length][];
        codes = new int[heads.length];
        for (int i = 0; i < oldTexts.length; i++) {
            if (oldTexts[i] != null) {
                put(oldTexts[i], oldCodes[i]);
            }
        }
    }

    /** The first eight bytes, zeros behind a shorter text. */
    private static long head(byte[] bytes, int from, int to) {
        int length = to - from;
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

    private static boolean hasTail(byte[] text, byte[] bytes, int from) {
        return text.length <= HEAD || Arrays.equals(text, HEAD, text.length, bytes, from + HEAD, from + text.length);
    }

    /** Made of both ends, so that numbered names such as those of schools fall apart. */
    private static int slot(long head, byte[] bytes, int from, int to) {
        long end = to - from <= HEAD ? to - from : (long) LONG.get(bytes, to - HEAD);
        long mixed = (head ^ end * 0xFF51AFD7ED558CCDL) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40);
    }
}
