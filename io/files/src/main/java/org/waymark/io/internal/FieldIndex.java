package org.waymark.io.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.waymark.core.population.TextSlices;

/**
 * Where the fields of the rows of a block of delimited text lie, found many bytes at a time. Plain rows are what
 * {@link RowSplitter} would make of them: fields of printable text, as many as there are headers, quoted or not. Any other
 * row is odd and left to the splitter: blank lines, control characters, quotes within quotes or where none may be.
 */
public final class FieldIndex {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    /** How many bytes are looked at together; so many behind the rows may be. */
    static final int WINDOW = 64;

    private static final long GATHER = 0x0102_0408_1020_4080L;
    private static final long DE_BRUIJN = 0x03f7_9d71_b4cb_0a89L;
    private static final byte[] BIT_OF = bits();
    private static final long QUOTES = '"' * ONES;
    private static final long SPACES = 0x2020_2020_2020_2020L;

    private final byte separator;
    /** How many bounds a row has: the place before its first field, and one behind each. */
    private final int width;

    private final int longest;
    private byte[] bytes = new byte[0];
    private int[] bounds = new int[0];
    private int[] rowStarts = new int[1];
    private int[] lines = new int[1];
    private boolean[] odd = new boolean[0];
    private long firstLine;
    private int rows;
    private int length;
    private int lastBound;

    /** The line to which {@link #read} has come, and whether something in its row is odd. */
    private int line;

    private boolean isOdd;

    /** Whether a carriage return has no line feed behind it. */
    private boolean hasReturn;

    private boolean hasQuote;

    /** Has a high bit set if a byte that was read has its. */
    private long high;

    /** Prepares to read rows of so many columns; a row of more than so many bytes is odd. */
    FieldIndex(char separator, int columns, int longest) {
        this.separator = (byte) separator;
        this.width = columns + 1;
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

    /** Leaves those rows to the splitter whose first field is this text. */
    void markWith(byte[] text, int from, int to) {
        for (int row = from; row < to; row++) {
            int length = bounds[row * width + 1] - bounds[row * width] - 1;
            if ((length == text.length || length == text.length + 2)
                    && Arrays.equals(
                            bytes, start(row, 0), Math.max(start(row, 0), end(row, 0)), text, 0, text.length)) {
                odd[row] = true;
            }
        }
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
        return new TextSlices(bytes, hasQuote, bounds, from * width + of, width, to - from);
    }

    /** The block's bytes. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a field of a plain row begins, behind its quote if it has one. */
    public int start(int row, int of) {
        int start = bounds[row * width + of] + 1;
        return start + (isQuoted(row, of) ? 1 : 0);
    }

    /** Behind the end of a field of a plain row. */
    public int end(int row, int of) {
        return bounds[row * width + of + 1] - (isQuoted(row, of) ? 1 : 0);
    }

    private boolean isQuoted(int row, int of) {
        int start = bounds[row * width + of] + 1;
        return hasQuote && start < bounds[row * width + of + 1] && bytes[start] == '"';
    }

    /** Where a row begins; that after the last one is where the block ends. */
    int rowStart(int row) {
        return rowStarts[row];
    }

    /** The number of a row's line in the block, from 0. */
    int lineInBlock(int row) {
        return lines[row];
    }

    /** The number of a row's line in the source. */
    long line(int row) {
        return firstLine + lines[row];
    }

    /** How many lines the block has. */
    int lines() {
        return line;
    }

    /** Whether lines may end with a carriage return alone, so that what was found means nothing. */
    boolean hasReturn() {
        return hasReturn;
    }

    /** Says on which line of the source the block begins. */
    void firstLine(long ofSource) {
        firstLine = ofSource;
    }

    /** Writes the numbers of the lines of rows {@code from} to before {@code to} in the source. */
    public void lines(int from, int to, int[] out) {
        for (int row = from; row < to; row++) {
            out[row - from] = (int) Math.min(Integer.MAX_VALUE, line(row));
        }
    }

    /** Reads whole rows; behind them the array has room for {@value #WINDOW} bytes more. */
    void read(byte[] block, int from, int to) {
        bytes = block;
        length = to;
        rows = 0;
        line = 0;
        int bound = beginRow(from);
        int start = from;
        byte ends = separator;
        high = 0;
        hasReturn = false;
        hasQuote = false;
        int at = from;
        while (at < to) {
            int next = at + WINDOW;
            long stops = stops(block, at, ends * ONES);
            if (next > to) {
                stops &= (1L << to - at) - 1;
            }
            while (stops != 0) {
                int place = at + firstBit(stops);
                stops &= stops - 1;
                byte b = block[place];
                if (b == ends) {
                    if (bound < lastBound) {
                        bounds[bound] = place;
                    }
                    bound++;
                    start = place + 1;
                } else if (b == '\n') {
                    bound = endRow(bound, place);
                    start = place + 1;
                } else if (b == '"' && place == start) {
                    hasQuote = true;
                    int after = quoted(place);
                    stops = after - at < WINDOW ? stops & -1L << after - at : 0;
                    next = Math.max(next, after);
                } else if (b == '\r') {
                    hasReturn |= place + 1 == to || block[place + 1] != '\n';
                } else {
                    isOdd |= b != '"' && b != '\t';
                }
            }
            at = next;
        }
        if (rowStarts[rows] < to) {
            endRow(bound, to);
        }
        if ((high & HIGH_BITS) != 0) {
            markUnusual();
        }
    }

    /** A bit for each byte of the window that is a separator, a quote or below the space. */
    private long stops(byte[] block, int at, long separators) {
        long all = 0;
        long stops = 0;
        for (int i = 0; i < WINDOW; i += 8) {
            long word = (long) LONG.get(block, at + i);
            all |= word;
            long control = ~((word | HIGH_BITS) - SPACES) & ~word & HIGH_BITS;
            long found = RowBlocks.zeros(word ^ separators) | RowBlocks.zeros(word ^ QUOTES) | control;
            // The product gathers the high bits of the eight bytes in its highest byte.
            stops |= ((found >>> 7) * GATHER >>> 56) << i;
        }
        high |= all;
        return stops;
    }

    /** The number of the lowest bit that is set; the compiler that starts first makes less of the library's own method. */
    private static int firstBit(long bits) {
        return BIT_OF[(int) ((bits & -bits) * DE_BRUIJN >>> 58)];
    }

    private static byte[] bits() {
        byte[] bits = new byte[WINDOW];
        for (int bit = 0; bit < WINDOW; bit++) {
            bits[(int) ((1L << bit) * DE_BRUIJN >>> 58)] = (byte) bit;
        }
        return bits;
    }

    /** Passes over a quoted field from its first quote on; tells what lies behind the last. */
    private int quoted(int from) {
        int at = from + 1;
        while (at < length && (bytes[at] != '"' || at + 1 < length && bytes[at + 1] == '"')) {
            byte b = bytes[at];
            high |= b;
            line += b == '\n' ? 1 : 0;
            hasReturn |= b == '\r' && (at + 1 == length || bytes[at + 1] != '\n');
            isOdd |= b == '"' || b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n';
            at += b == '"' ? 2 : 1;
        }
        byte next = at + 1 < length ? bytes[at + 1] : (byte) '\n';
        isOdd |= at >= length || next != separator && next != '\n' && next != '\r';
        return at + 1;
    }

    /** Begins a row; tells the number of the bound behind its first field. */
    private int beginRow(int at) {
        if ((rows + 1) * width > bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(2 * bounds.length, 64 * width));
        }
        if (rows + 1 >= rowStarts.length) {
            rowStarts = Arrays.copyOf(rowStarts, Math.max(2 * rowStarts.length, 64));
            lines = Arrays.copyOf(lines, rowStarts.length);
            odd = Arrays.copyOf(odd, rowStarts.length);
        }
        rowStarts[rows] = at;
        lines[rows] = line;
        isOdd = false;
        bounds[rows * width] = at - 1;
        lastBound = (rows + 1) * width;
        return rows * width + 1;
    }

    private int endRow(int bound, int at) {
        int from = rowStarts[rows];
        int end = at > from && bytes[at - 1] == '\r' ? at - 1 : at;
        for (int lacking = bound; lacking < lastBound; lacking++) {
            // Fields that lack have no characters.
            bounds[lacking] = end + lacking - bound;
        }
        odd[rows] = isOdd || end == from || bound + 1 != lastBound || end - from > longest;
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
