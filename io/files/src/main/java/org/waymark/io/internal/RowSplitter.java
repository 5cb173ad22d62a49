package org.waymark.io.internal;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Splits delimited text into rows and fields as RFC 4180 has them: a quote that opens a field closes it, two of them within
 * are one, and lines end with a line feed, a carriage return or both. A quote within a field that does not begin with one
 * is a character like others. FastCSV splits the same way, which the tests hold it to; this is the faster of the two, since
 * fields that are not quoted are found in one loop over the buffer and nothing is made of them.
 */
final class RowSplitter {
    private static final int BUFFER = 1 << 16;
    private static final int NOTHING_LEFT = -1;

    private final char separator;
    private final char highest;
    private final int most;
    private final Fields fields;
    private Reader in = Reader.nullReader();
    private char[] text = new char[BUFFER];
    private int at;
    private int end;
    private int row;
    private long line;

    /** Splits at a separator, into rows of at most so many characters. */
    RowSplitter(char separator, int most, Fields fields) {
        this.separator = separator;
        this.highest = (char) Math.max(separator, '\r');
        this.most = most;
        this.fields = fields;
    }

    /** Thrown where text cannot be split further: a quote that does not close, text behind one, a row that is too long. */
    static final class NotSplit extends IOException {
        private static final long serialVersionUID = 1;

        NotSplit(String expected) {
            super(expected);
        }
    }

    /** Gives every row of a text away, to its end; the text's first line has this number. */
    void split(Reader from, long firstLine) throws IOException {
        in = from;
        line = firstLine;
        at = 0;
        end = 0;
        while (at < end || fill(at)) {
            row = at;
            char first = text[at];
            if (first == '\n' || first == '\r') {
                at++;
                endLine(first);
                fields.blank();
            } else {
                fields.begin(line);
                int count = row();
                if (at - row > most) {
                    throw tooLong();
                }
                fields.end(count);
            }
        }
    }

    /** Gives the fields of one row away and tells how many they were. */
    private int row() throws IOException {
        int index = 0;
        int stop = separator;
        while (stop == separator) {
            if (has(0) && text[at] == '"') {
                stop = quoted(index++);
                continue;
            }
            char[] buffer = text;
            int from = at;
            int limit = end;
            int i = from;
            while (i < limit && (buffer[i] > highest || !stops(buffer[i]))) {
                i++;
            }
            if (i < limit) {
                stop = buffer[i];
                fields.field(index++, buffer, from, i);
                at = i + 1;
            } else {
                stop = acrossBuffers(index++);
            }
        }
        endLine(stop);
        return index;
    }

    private boolean stops(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    /** A field without quotes that goes on behind what has been read; tells what ended it. */
    private int acrossBuffers(int index) throws IOException {
        int scanned = end - at;
        while (fill(at)) {
            int i = at + scanned;
            while (i < end && !stops(text[i])) {
                i++;
            }
            if (i < end) {
                fields.field(index, text, at, i);
                at = i + 1;
                return text[i];
            }
            scanned = end - at;
        }
        fields.field(index, text, at, end);
        at = end;
        return NOTHING_LEFT;
    }

    /** A field that begins with a quote; tells what ended it. What two quotes stand for is moved together in the buffer. */
    private int quoted(int index) throws IOException {
        int read = 1;
        int kept = 1;
        boolean wasReturn = false;
        while (has(read)) {
            char c = text[at + read++];
            if (c == '"') {
                if (!has(read) || text[at + read] != '"') {
                    return close(index, read, kept);
                }
                read++;
            } else if (c == '\r' || c == '\n' && !wasReturn) {
                line++;
            }
            wasReturn = c == '\r';
            if (kept < read - 1) {
                text[at + kept] = c;
            }
            kept++;
        }
        throw new NotSplit("text whose quotes close");
    }

    /** Gives a quoted field away of which so many characters were read, and so many are kept with the first quote. */
    private int close(int index, int read, int kept) throws IOException {
        int behind = at + read;
        int stop = behind < end ? text[behind] : NOTHING_LEFT;
        if (stop != NOTHING_LEFT && !stops(text[behind])) {
            throw new NotSplit("nothing behind a closing quote");
        }
        fields.field(index, text, at + 1, at + kept);
        at = Math.min(end, behind + 1);
        return stop;
    }

    /** Whether there is a character so far behind {@link #at}. */
    private boolean has(int offset) throws IOException {
        return at + offset < end || fill(at);
    }

    /** Counts the line that a character ended, and passes over the line feed behind a carriage return. */
    private void endLine(int stop) throws IOException {
        if (stop == NOTHING_LEFT) {
            return;
        }
        line++;
        if (stop == '\r' && (at < end || fill(at)) && text[at] == '\n') {
            at++;
        }
    }

    /** Reads more behind what is kept, which then begins at {@link #at}; false if there is no more. */
    private boolean fill(int keep) throws IOException {
        if (keep - row > most || end - row > most) {
            throw tooLong();
        }
        if (keep > 0) {
            System.arraycopy(text, keep, text, 0, end - keep);
            row -= keep;
            end -= keep;
            at = 0;
        }
        if (end == text.length) {
            text = Arrays.copyOf(text, 2 * end);
        }
        int count = in.read(text, end, text.length - end);
        end += Math.max(0, count);
        return count > 0;
    }

    private NotSplit tooLong() {
        return new NotSplit("at most " + most + " characters a row");
    }
}
