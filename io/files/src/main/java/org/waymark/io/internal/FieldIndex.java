package org.waymark.io.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.waymark.core.population.TextSlices;

/**
 * Where the fields of the rows of a block of delimited text lie, found eight bytes at a time. Plain rows are what
 * {@link RowSplitter} would make of them: fields of printable text, as many as there are headers, quoted or not. Any other
 * row is odd and left to the splitter: blank lines, control characters, quotes within quotes or where none may be.
 */
public final class FieldIndex {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long SPACES = 0x2020_2020_2020_2020L;

    private final byte separator;
    private final int columns;
    private final int longest;
    private byte[] bytes = new byte[0];
    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private int[] rowStarts = new int[1];
    private int[] lines = new int[1];
    private boolean[] odd = new boolean[0];
    private int rows;
    private int length;
    private int lastField;

    /** The line to which {@link #read} has come, and whether something in its row is odd. */
    private int line;

    private boolean isOdd;

    /** Prepares to read rows of so many columns; a row of more than so many bytes is odd. */
    FieldIndex(char separator, int columns, int longest) {
        this.separator = (byte) separator;
        this.columns = columns;
        this.longest = longest;
    }

    /** How many rows the block has, blank lines included. */
    public int rows() {
        return rows;
    }

    /** Whether a row is to be split by itself. */
    public boolean isOdd(int row) {
        return odd[row];
    }

    /** Leaves a row to the splitter. */
    public void markOdd(int row) {
        odd[row] = true;
    }

    /** The first row from this one on that is odd if this one is plain, or plain if this one is odd; at most {@code until}. */
    int endOfRun(int row, int until) {
        int at = row + 1;
        while (at < until && odd[at] == odd[row]) {
            at++;
        }
        return at;
    }

    /** The texts of a column in rows {@code from} to before {@code to}; those of odd rows mean nothing. */
    public TextSlices texts(int of, int from, int to) {
        return new TextSlices(bytes, starts, ends, from * columns + of, columns, to - from);
    }

    /** The block's bytes. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a field of a plain row begins. */
    public int start(int row, int of) {
        return starts[row * columns + of];
    }

    /** Behind the end of a field of a plain row. */
    public int end(int row, int of) {
        return ends[row * columns + of];
    }

    /** Where a row begins; that after the last one is where the block ends. */
    int rowStart(int row) {
        return rowStarts[row];
    }

    /** The number of a row's line in the block, from 0. */
    int line(int row) {
        return lines[row];
    }

    /** Reads whole rows; behind them the array has room for eight bytes more. */
    void read(byte[] block, int from, int to) {
        bytes = block;
        length = to;
        rows = 0;
        line = 0;
        int field = beginRow(from);
        int start = from;
        int quote = 0;
        long high = 0;
        int at = from;
        while (at < to) {
            long word = (long) LONG.get(block, at);
            high |= word;
            int after = at;
            for (long stops = stops(word); stops != 0; stops &= stops - 1) {
                int place = at + (Long.numberOfTrailingZeros(stops) >>> 3);
                if (place < after || place >= to) {
                    continue;
                }
                byte b = block[place];
                if (b == separator) {
                    set(field++, start, place - quote);
                    start = place + 1;
                    quote = 0;
                } else if (b == '\n') {
                    field = endRow(field, start, quote, place);
                    start = place + 1;
                    quote = 0;
                } else if (b == '"' && place == start) {
                    after = quoted(place);
                    start = place + 1;
                    quote = 1;
                } else {
                    isOdd |= b != '"' && b != '\t' && (b != '\r' || place + 1 == to || block[place + 1] != '\n');
                }
            }
            at = Math.max(at + 8, after);
        }
        if (rowStarts[rows] < to) {
            endRow(field, start, quote, to);
        }
        if ((high & HIGH_BITS) != 0) {
            markUnusual();
        }
    }

    private void set(int field, int start, int end) {
        if (field < lastField) {
            starts[field] = start;
            ends[field] = end;
        }
    }

    /** Has the high bit of each byte set that is a separator, a quote or below the space. */
    private long stops(long word) {
        long control = ~((word | HIGH_BITS) - SPACES) & ~word;
        return (zeros(word ^ separator * ONES) | zeros(word ^ '"' * ONES) | control) & HIGH_BITS;
    }

    /** Has the high bit of exactly those bytes set that are 0. */
    private static long zeros(long word) {
        return ~((word & ~HIGH_BITS) + ~HIGH_BITS | word);
    }

    /** Passes over a quoted field from its first quote on; tells what lies behind the last. */
    private int quoted(int from) {
        int at = from + 1;
        while (at < length && (bytes[at] != '"' || at + 1 < length && bytes[at + 1] == '"')) {
            byte b = bytes[at];
            line += b == '\n' ? 1 : 0;
            isOdd |= b == '"' || b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n';
            at += b == '"' ? 2 : 1;
        }
        byte next = at + 1 < length ? bytes[at + 1] : (byte) '\n';
        isOdd |= at >= length || next != separator && next != '\n' && next != '\r';
        return at + 1;
    }

    /** Begins a row; tells the number of its first field. */
    private int beginRow(int at) {
        if ((rows + 1) * columns > starts.length) {
            starts = Arrays.copyOf(starts, Math.max(2 * starts.length, 64 * columns));
            ends = Arrays.copyOf(ends, starts.length);
        }
        if (rows + 1 >= rowStarts.length) {
            rowStarts = Arrays.copyOf(rowStarts, Math.max(2 * rowStarts.length, 64));
            lines = Arrays.copyOf(lines, rowStarts.length);
            odd = Arrays.copyOf(odd, rowStarts.length);
        }
        rowStarts[rows] = at;
        lines[rows] = line;
        isOdd = false;
        lastField = (rows + 1) * columns;
        return rows * columns;
    }

    private int endRow(int field, int start, int quote, int at) {
        int from = rowStarts[rows];
        int end = at > from && bytes[at - 1] == '\r' ? at - 1 : at;
        set(field, start, end - quote);
        for (int lacking = field + 1; lacking < lastField; lacking++) {
            set(lacking, end, end);
        }
        odd[rows] = isOdd || end == from || field + 1 != lastField || end - from > longest;
        rows++;
        line++;
        return beginRow(Math.min(at + 1, length));
    }

    /** Leaves rows to the splitter that have bytes of broken UTF-8, or of characters that may be unseen. */
    private void markUnusual() {
        for (int row = 0; row < rows; row++) {
            odd[row] |= !odd[row] && !Utf8.isPlain(bytes, rowStarts[row], rowStarts[row + 1]);
        }
    }
}
