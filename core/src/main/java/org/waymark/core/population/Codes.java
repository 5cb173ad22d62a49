package org.waymark.core.population;

import java.util.Arrays;

/**
 * A growing column of small whole numbers from 0, in one, two or four bytes each: as many as the largest needs.
 */
final class Codes {
    /** Room for no more rows than this is kept for the next ones. */
    private static final int KEPT = 1 << 18;

    private byte[] narrow;
    private short[] middle = new short[0];
    private int[] wide = new int[0];
    private int width = 1;
    private int room;
    private int size;

    Codes() {
        this(64);
    }

    /** Has room for so many small codes before it grows. */
    Codes(int room) {
        this.narrow = new byte[room];
        this.room = room;
    }

    int size() {
        return size;
    }

    void add(int code) {
        if (code > 0xFF && width == 1 || code > 0xFFFF && width == 2) {
            widen(code > 0xFFFF ? 4 : 2);
        }
        if (size == room) {
            reserve(1);
        }
        switch (width) {
            case 1 -> narrow[size] = (byte) code;
            case 2 -> middle[size] = (short) code;
            default -> wide[size] = code;
        }
        size++;
    }

    /** Adds codes {@code from} to before {@code to} of an array; {@code absent} for each that is below 0. */
    void addAll(int[] all, int from, int to, int absent) {
        int largest = absent;
        int least = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, all[i]);
            least = Math.min(least, all[i]);
        }
        if (largest > 0xFF && width == 1 || largest > 0xFFFF && width == 2) {
            widen(largest > 0xFFFF ? 4 : 2);
        }
        reserve(to - from);
        switch (width) {
            case 1 -> write(all, from, to, absent, narrow, size);
            case 2 -> write(all, from, to, absent, middle, size);
            default -> {
                System.arraycopy(all, from, wide, size, to - from);
                for (int i = size; least < 0 && i < size + to - from; i++) {
                    wide[i] = wide[i] < 0 ? absent : wide[i];
                }
            }
        }
        size += to - from;
    }

    // Loops that every row goes through stand in methods without fields: both compilers make the most of those.

    private static void write(int[] all, int from, int to, int absent, byte[] out, int at) {
        for (int i = from; i < to; i++) {
            out[at + i - from] = (byte) (all[i] < 0 ? absent : all[i]);
        }
    }

    private static void write(int[] all, int from, int to, int absent, short[] out, int at) {
        for (int i = from; i < to; i++) {
            out[at + i - from] = (short) (all[i] < 0 ? absent : all[i]);
        }
    }

    /** Makes room for more codes of the present width. */
    private void reserve(int more) {
        if (size + more > room) {
            room = Math.max(size + more, grown());
            switch (width) {
                case 1 -> narrow = Arrays.copyOf(narrow, room);
                case 2 -> middle = Arrays.copyOf(middle, room);
                default -> wide = Arrays.copyOf(wide, room);
            }
        }
    }

    int get(int row) {
        return switch (width) {
            case 1 -> narrow[row] & 0xFF;
            case 2 -> middle[row] & 0xFFFF;
            default -> wide[row];
        };
    }

    /** The same without room to grow; the next rows start anew, in the room that there is unless it is much. */
    Codes cut() {
        Codes codes = trimmed();
        size = 0;
        if (codes.size > KEPT) {
            room = 0;
            narrow = new byte[0];
            middle = new short[0];
            wide = new int[0];
        }
        return codes;
    }

    /** Forgets the rows from this one on. */
    void truncate(int rows) {
        size = Math.min(size, rows);
    }

    /** Writes {@code table[code]} of the rows into {@code out}. */
    void map(int from, int count, byte[] table, byte[] out) {
        switch (width) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    out[i] = table[narrow[from + i] & 0xFF];
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    out[i] = table[middle[from + i] & 0xFFFF];
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    out[i] = table[wide[from + i]];
                }
            }
        }
    }

    /** Marks the codes that occur. */
    void mark(boolean[] occurs) {
        int[] block = new int[Node.BLOCK];
        for (int from = 0; from < size; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, size - from);
            copy(from, count, block);
            for (int i = 0; i < count; i++) {
                occurs[block[i]] = true;
            }
        }
    }

    /** Adds {@code table[code]} of the rows to {@code out}. */
    void addMapped(int from, int count, int[] table, int[] out) {
        switch (width) {
            case 1 -> addMapped(narrow, from, count, table, out);
            case 2 -> addMapped(middle, from, count, table, out);
            default -> {
                for (int i = 0; i < count; i++) {
                    out[i] += table[wide[from + i]];
                }
            }
        }
    }

    private static void addMapped(byte[] codes, int from, int count, int[] table, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] += table[codes[from + i] & 0xFF];
        }
    }

    private static void addMapped(short[] codes, int from, int count, int[] table, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] += table[codes[from + i] & 0xFFFF];
        }
    }

    /** Writes the codes of the rows into {@code out}. */
    void copy(int from, int count, int[] out) {
        switch (width) {
            case 1 -> copy(narrow, from, count, out);
            case 2 -> copy(middle, from, count, out);
            default -> System.arraycopy(wide, from, out, 0, count);
        }
    }

    private static void copy(byte[] codes, int from, int count, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = codes[from + i] & 0xFF;
        }
    }

    private static void copy(short[] codes, int from, int count, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = codes[from + i] & 0xFFFF;
        }
    }

    /** The same rows in another order. */
    Codes permuted(int[] order) {
        Codes codes = new Codes();
        for (int row : order) {
            codes.add(get(row));
        }
        return codes.trimmed();
    }

    /** The same without room to grow. */
    Codes trimmed() {
        Codes codes = new Codes();
        codes.width = width;
        codes.room = size;
        codes.size = size;
        codes.narrow = Arrays.copyOf(narrow, width == 1 ? size : 0);
        codes.middle = Arrays.copyOf(middle, width == 2 ? size : 0);
        codes.wide = Arrays.copyOf(wide, width == 4 ? size : 0);
        return codes;
    }

    long heapBytes() {
        return (long) narrow.length + 2L * middle.length + 4L * wide.length;
    }

    private int grown() {
        return size + (size >> 1) + 64;
    }

    private void widen(int to) {
        int[] all = new int[size];
        copy(0, size, all);
        room = grown();
        if (to == 2) {
            middle = new short[room];
            for (int i = 0; i < size; i++) {
                middle[i] = (short) all[i];
            }
        } else {
            wide = Arrays.copyOf(all, room);
            middle = new short[0];
        }
        narrow = new byte[0];
        width = to;
    }
}
