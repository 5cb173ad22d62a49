package org.waymark.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts delimited text into blocks of whole rows, so that several threads can split them. Every quote is looked at from the
 * beginning of the text on, so a line that ends within a quoted field is never taken for the end of a row: what is cut is
 * what {@link RowSplitter} would find. Safe for use by several threads.
 */
final class RowBlocks {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** How many bytes may be read behind a block, since whole words are read. */
    private static final int ROOM = 8;

    private static final int AT_FIELD = 0;
    private static final int IN_FIELD = 1;
    private static final int IN_QUOTES = 2;
    private static final int BEHIND_QUOTE = 3;

    private final InputStream in;
    private final byte separator;
    private final int size;
    private final int most;
    private byte[] rest = new byte[0];
    private int state = AT_FIELD;
    private boolean wasReturn;
    private boolean atEnd;
    private long lines = 1;
    private long nextLine = 1;
    private int cut;
    private long total;

    /**
     * Prepares to cut.
     *
     * @param size how many bytes a block shall have
     * @param most how many it may have where a row is longer
     */
    RowBlocks(InputStream in, char separator, int size, int most) {
        this.in = in;
        this.separator = (byte) separator;
        this.size = size;
        this.most = most;
    }

    /** Some whole rows; the array has room for {@link #ROOM} bytes behind them. */
    static final class Block {
        byte[] bytes = new byte[ROOM];
        /** Where its rows begin. */
        int from;

        /** Where they end. */
        int length;

        /** The number of its first line. */
        long line;
    }

    /** Thrown where text cannot be cut: a row that is too long, lines that end with a carriage return alone. */
    static final class NotCut extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** How many bytes have been given away. */
    synchronized long total() {
        return total;
    }

    /** Whether everything has been given away. */
    synchronized boolean isEmpty() {
        return atEnd && rest.length == 0;
    }

    /** Gives the next rows; false if there are no more. */
    synchronized boolean next(Block block) throws IOException {
        int length = rest.length;
        if (block.bytes.length < Math.max(size, 2 * length) + ROOM) {
            block.bytes = new byte[Math.max(size, 2 * length) + ROOM];
        }
        System.arraycopy(rest, 0, block.bytes, 0, length);
        cut = 0;
        block.from = 0;
        block.line = nextLine;
        while (!atEnd && cut == 0) {
            if (length == block.bytes.length - ROOM) {
                if (length >= most) {
                    throw new NotCut();
                }
                block.bytes = Arrays.copyOf(block.bytes, (int) Math.min(most, 2L * length) + ROOM);
            }
            int space = block.bytes.length - ROOM - length;
            int count = in.readNBytes(block.bytes, length, space);
            atEnd = count < space;
            scan(block.bytes, length, length + count);
            length += count;
        }
        if (atEnd) {
            if (wasReturn) {
                throw new NotCut();
            }
            cut = length;
        }
        block.length = cut;
        rest = Arrays.copyOfRange(block.bytes, cut, length);
        total += cut;
        return cut > 0;
    }

    /** Notes where the last row ended and how many lines there were; eight bytes at a time where nothing of note is. */
    private void scan(byte[] bytes, int from, int to) throws NotCut {
        int at = from;
        while (at < to) {
            if (at + 8 <= to && !wasReturn && isPlain((long) LONG.get(bytes, at))) {
                at += 8;
                if (state != IN_QUOTES) {
                    state = bytes[at - 1] == separator ? AT_FIELD : IN_FIELD;
                }
                continue;
            }
            int stop = Math.min(to, at + 8);
            for (; at < stop; at++) {
                step(bytes[at], at);
            }
        }
    }

    private static boolean isPlain(long word) {
        return ((zero(word ^ '"' * ONES) | zero(word ^ '\n' * ONES) | zero(word ^ '\r' * ONES)) & HIGH_BITS) == 0;
    }

    /** Has the high bit of a byte set if one of the bytes is 0. */
    private static long zero(long word) {
        return word - ONES & ~word;
    }

    private void step(byte b, int at) throws NotCut {
        if (wasReturn && b != '\n') {
            throw new NotCut();
        }
        wasReturn = b == '\r';
        lines += b == '\n' ? 1 : 0;
        if (b == '"' && state != IN_FIELD) {
            // It opens a field, closes one, or makes one of what seemed to be a closing quote and itself.
            state = state == IN_QUOTES ? BEHIND_QUOTE : IN_QUOTES;
        } else if (state != IN_QUOTES) {
            state = b == separator || b == '\n' ? AT_FIELD : IN_FIELD;
            if (b == '\n') {
                cut = at + 1;
                nextLine = lines;
            }
        }
    }
}
