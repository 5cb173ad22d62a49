package org.waymark.core.population;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing column of ids: plain numbers without leading zero as longs, and once another id comes, all of them as UTF-8
 * bytes. Optionally it knows which ids it holds, to find rows and to notice the same id twice.
 */
final class IdColumn {
    private long[] numbers = new long[64];
    private byte[] bytes = new byte[0];
    private int[] ends = new int[0];
    private boolean isText;
    private int size;

    int size() {
        return size;
    }

    void add(char[] text, int from, int to) {
        if (!isText) {
            long number = number(text, from, to);
            if (number >= 0) {
                addNumber(number);
                return;
            }
            becomeText();
        }
        addText(new String(text, from, to - from));
    }

    /** Adds an id as bytes in UTF-8. */
    void add(byte[] text, int from, int to) {
        if (!isText) {
            long number = number(text, from, to);
            if (number >= 0) {
                addNumber(number);
                return;
            }
            becomeText();
        }
        addText(text, from, to);
    }

    /** Adds an id of another column. */
    void add(IdColumn other, int row) {
        if (!other.isText && !isText) {
            addNumber(other.numbers[row]);
        } else if (other.isText) {
            add(other.bytes, row == 0 ? 0 : other.ends[row - 1], other.ends[row]);
        } else {
            addText(Long.toString(other.numbers[row]));
        }
    }

    private void addNumber(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + (size >> 1) + 64);
        }
        numbers[size++] = number;
    }

    void add(String id) {
        char[] text = id.toCharArray();
        add(text, 0, text.length);
    }

    String get(int row) {
        if (!isText) {
            return Long.toString(numbers[row]);
        }
        int from = row == 0 ? 0 : ends[row - 1];
        return new String(bytes, from, ends[row] - from, StandardCharsets.UTF_8);
    }

    void truncate(int rows) {
        size = Math.min(size, rows);
    }

    IdColumn permuted(int[] order) {
        IdColumn column = new IdColumn();
        for (int row : order) {
            column.add(get(row));
        }
        return column.trimmed();
    }

    IdColumn trimmed() {
        IdColumn column = new IdColumn();
        column.isText = isText;
        column.size = size;
        column.numbers = Arrays.copyOf(numbers, isText ? 0 : size);
        column.ends = Arrays.copyOf(ends, isText ? size : 0);
        column.bytes = Arrays.copyOf(bytes, isText && size > 0 ? ends[size - 1] : 0);
        return column;
    }

    long heapBytes() {
        return 8L * numbers.length + bytes.length + 4L * ends.length;
    }

    boolean isText() {
        return isText;
    }

    /** A hash of the id in the row, the same for the same id as long as the column does not become text. */
    int hash(int row) {
        if (!isText) {
            return mix(numbers[row]);
        }
        int from = row == 0 ? 0 : ends[row - 1];
        int hash = 1;
        for (int i = from; i < ends[row]; i++) {
            hash = 31 * hash + bytes[i];
        }
        return mix(hash);
    }

    boolean same(int row, int other) {
        if (!isText) {
            return numbers[row] == numbers[other];
        }
        int from = row == 0 ? 0 : ends[row - 1];
        int fromOther = other == 0 ? 0 : ends[other - 1];
        return Arrays.equals(bytes, from, ends[row], bytes, fromOther, ends[other]);
    }

    /** An id that is looked for. */
    interface Probe {
        int hash();

        boolean is(int row);
    }

    /** Prepares to look for an id; null if no row can hold it. */
    @Nullable
    Probe probe(String id) {
        char[] text = id.toCharArray();
        if (isText) {
            IdColumn one = new IdColumn();
            one.becomeText();
            one.addText(id);
            return new Probe() {
                @Override
                public int hash() {
                    return one.hash(0);
                }

                @Override
                public boolean is(int row) {
                    int from = row == 0 ? 0 : ends[row - 1];
                    return Arrays.equals(bytes, from, ends[row], one.bytes, 0, one.ends[0]);
                }
            };
        }
        long number = number(text, 0, text.length);
        if (number < 0) {
            return null;
        }
        return new Probe() {
            @Override
            public int hash() {
                return mix(number);
            }

            @Override
            public boolean is(int row) {
                return numbers[row] == number;
            }
        };
    }

    private static int mix(long value) {
        long mixed = (value ^ (value >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    /** The number written by the text, or -1 if it is not plain digits without leading zero of at most 18. */
    private static long number(char[] text, int from, int to) {
        int length = to - from;
        if (length == 0 || length > 18 || (text[from] == '0' && length > 1)) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The same of bytes. */
    private static long number(byte[] text, int from, int to) {
        int length = to - from;
        if (length == 0 || length > 18 || (text[from] == '0' && length > 1)) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private void becomeText() {
        long[] old = numbers;
        int rows = size;
        isText = true;
        numbers = new long[0];
        ends = new int[Math.max(64, rows)];
        bytes = new byte[Math.max(256, rows * 12)];
        size = 0;
        for (int row = 0; row < rows; row++) {
            addText(Long.toString(old[row]));
        }
    }

    private void addText(String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        addText(utf8, 0, utf8.length);
    }

    private void addText(byte[] utf8, int first, int last) {
        int from = size == 0 ? 0 : ends[size - 1];
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1) + 64);
        }
        int end = Math.addExact(from, last - first);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + (bytes.length >> 1)));
        }
        System.arraycopy(utf8, first, bytes, from, last - first);
        ends[size++] = end;
    }
}
