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

    /** How many bytes may be read behind a block, since whole windows are looked at. */
    private static final int ROOM = FieldIndex.WINDOW;

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
    private boolean atEnd;
    private boolean closed;
    private long given;
    private long told;
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

        /** How many lines before them are none of its rows: those of the headers. */
        int skipped;

        /** Which one it is, from 0. */
        long number;
    }

    /** Thrown where text cannot be read in blocks: a row that is too long, lines that end with a carriage return alone. */
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
        block.skipped = 0;
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
            cut = length;
        }
        block.length = cut;
        rest = Arrays.copyOfRange(block.bytes, cut, length);
        total += cut;
        block.number = given;
        given += cut > 0 ? 1 : 0;
        return cut > 0;
    }

    /**
     * On which line the rows of a block begin that was given away. Whoever took it tells how many lines they have, and waits
     * until that is known of the blocks before it.
     */
    synchronized long firstLine(Block block, int lines) throws NotCut {
        boolean interrupted = false;
        while (told < block.number && !closed) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (closed) {
            throw new NotCut();
        }
        long first = nextLine + block.skipped;
        nextLine = first + lines;
        told++;
        notifyAll();
        return first;
    }

    /** Lets nobody wait for lines any more, since somebody will not tell. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Notes where the last row ended. */
    private void scan(byte[] bytes, int from, int to) {
        if (state == IN_QUOTES || hasQuote(bytes, from, to)) {
            scanQuoted(bytes, from, to);
        } else if (from < to) {
            byte last = bytes[to - 1];
            state = last == separator || last == '\n' ? AT_FIELD : IN_FIELD;
            int end = to;
            while (end > from && bytes[end - 1] != '\n') {
                end--;
            }
            cut = end > from ? end : cut;
        }
    }

    private static boolean hasQuote(byte[] bytes, int from, int to) {
        long quotes = 0;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long word = (long) LONG.get(bytes, at) ^ '"' * ONES;
            // Some high bit of this is set if a byte of the word is 0, and none if not.
            quotes |= word - ONES & ~word;
        }
        boolean quote = (quotes & HIGH_BITS) != 0;
        for (; at < to; at++) {
            quote |= bytes[at] == '"';
        }
        return quote;
    }

    /** The same where quotes are; eight bytes at a time where nothing of note is. */
    private void scanQuoted(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (at + 8 <= to && isPlain((long) LONG.get(bytes, at))) {
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
        return (zeros(word ^ '"' * ONES) | zeros(word ^ '\n' * ONES)) == 0;
    }

    /** Has the high bit of exactly those bytes set that are 0. */
    static long zeros(long word) {
        return ~((word & ~HIGH_BITS) + ~HIGH_BITS | word | ~HIGH_BITS);
    }

    private void step(byte b, int at) {
        if (b == '"' && state != IN_FIELD) {
            // It opens a field, closes one, or makes one of what seemed to be a closing quote and itself.
            state = state == IN_QUOTES ? BEHIND_QUOTE : IN_QUOTES;
        } else if (state != IN_QUOTES) {
            state = b == separator || b == '\n' ? AT_FIELD : IN_FIELD;
            cut = b == '\n' ? at + 1 : cut;
        }
    }
}
