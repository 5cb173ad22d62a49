package org.waymark.io.internal;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/**
 * Reads delimited text row by row: strict UTF-8, with or without a byte order mark, or UTF-16 with one, or a named
 * fallback; quotes as RFC 4180 has them; comma, semicolon, tab or bar, whichever the first line has most of, or the one
 * that a first line {@code sep=;} names. Headers that stand again among the rows are passed over.
 *
 * <p>No text is made per field: {@link Rows} sees a part of the reader's own buffer.
 */
public final class DelimitedText {
    private static final int PEEK = 1 << 16;
    private static final String SEPARATORS = ",;\t|";
    private static final List<String> NAMES = List.of("commas", "semicolons", "tabs", "bars");

    private DelimitedText() {}

    /** Reads it all into {@code rows}, within {@link Limits#STANDARD}; what stops it is a finding. */
    public static void read(InputStream in, String source, Rows rows, FindingLog findings) throws IOException {
        read(in, source, Limits.STANDARD, rows, findings);
    }

    /** Reads it all into {@code rows}, within limits; what stops it is a finding. */
    public static void read(InputStream in, String source, Limits limits, Rows rows, FindingLog findings)
            throws IOException {
        read(in, source, limits, Optional.empty(), rows, findings);
    }

    /** The same with an encoding for files that are not UTF-8. */
    public static void read(
            InputStream in, String source, Limits limits, Optional<Charset> fallback, Rows rows, FindingLog findings)
            throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, PEEK);
        byte[] head = head(bytes);
        char declared = declared(head);
        char separator = declared == 0 ? separator(head) : declared;
        if (separator != ',') {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS,
                    source,
                    1,
                    "",
                    "read with " + NAMES.get(SEPARATORS.indexOf(separator)) + " between fields"));
        }
        StrictText text = new StrictText(bytes, limits.file(), fallback);
        Handler handler = new Handler(source, limits, text, rows, findings);
        handler.declares = declared != 0;
        parse(text, separator, limits, handler);
        if (!text.charset().equals(StandardCharsets.UTF_8)) {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS,
                    source,
                    0,
                    "",
                    "read as " + text.charset().name() + ", which is not UTF-8"));
        }
    }

    private static void parse(StrictText text, char separator, Limits limits, Handler handler) throws IOException {
        try (CsvReader<Void> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.record())
                .build(handler, text)) {
            // The handler passes everything on and makes no records, so asking for one runs to the end.
            if (reader.iterator().hasNext()) {
                throw new IllegalStateException("the handler made a record");
            }
        } catch (CsvParseException broken) {
            // FastCSV wraps what a handler throws: a fault of the receiver of rows is no fault of the file.
            if (broken.getCause() instanceof RuntimeException thrown && !(thrown instanceof CsvParseException)) {
                if (thrown instanceof Ended) {
                    return;
                }
                throw thrown;
            }
            handler.broken(
                    Reason.BROKEN_SOURCE,
                    "text whose quotes close, nothing behind a closing quote, at most " + limits.record()
                            + " characters a row");
        } catch (UncheckedIOException failed) {
            handler.stopped(failed.getCause() == null ? new IOException(failed) : failed.getCause());
        } catch (IOException failed) {
            handler.stopped(failed);
        }
        handler.finish();
    }

    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(PEEK);
        byte[] head = in.readNBytes(PEEK - 1);
        in.reset();
        return head;
    }

    /** What a first line such as {@code sep=;} says, which spreadsheets write and read; 0 if there is none. */
    private static char declared(byte[] head) {
        int start =
                head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF ? 3 : 0;
        String line = new String(head, start, Math.min(6, head.length - start), StandardCharsets.ISO_8859_1);
        boolean whole = line.length() == 6 && (line.charAt(5) == '\n' || line.charAt(5) == '\r');
        return whole && line.startsWith("sep=") && SEPARATORS.indexOf(line.charAt(4)) >= 0 ? line.charAt(4) : 0;
    }

    /** The separator that the first line has most of, outside of quotes. */
    private static char separator(byte[] head) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (byte b : head) {
            if (b == '"') {
                quoted = !quoted;
            } else if (!quoted && (b == '\n' || b == '\r')) {
                break;
            } else if (!quoted && SEPARATORS.indexOf(b) >= 0) {
                counts[SEPARATORS.indexOf(b)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    /** Thrown from within the handler to end the reading; the finding has been made. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Passes fields on as they are found, without a text for each. */
    private static final class Handler extends AbstractBaseCsvCallbackHandler<Void> {
        private final String source;
        private final Limits limits;
        private final StrictText text;
        private final Rows rows;
        private final FindingLog findings;
        private final List<String> headers = new ArrayList<>();
        private boolean inHeader = true;
        private boolean declares;
        private boolean headersAgain;
        private boolean open;
        private boolean tooLong;
        private boolean unseen;
        private boolean hasNul;
        private boolean failed;
        private long line = 1;
        private long blankLines;

        Handler(String source, Limits limits, StrictText text, Rows rows, FindingLog findings) {
            this.source = source;
            this.limits = limits;
            this.text = text;
            this.rows = rows;
            this.findings = findings;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            open = false;
        }

        @Override
        protected void handleField(int fieldIndex, char[] buffer, int offset, int length, boolean quoted) {
            int end = offset + length;
            if (fieldIndex == 0) {
                open = true;
                tooLong = false;
                unseen = false;
                hasNul = false;
                headersAgain = !inHeader && headers.size() > 1;
                if (!inHeader) {
                    rows.begin(line);
                }
            }
            headersAgain = headersAgain && isHeader(fieldIndex, buffer, offset, length);
            if (length > limits.field()) {
                tooLong = true;
                return;
            }
            if (text.isSuspicious()) {
                look(buffer, offset, end);
            }
            if (!inHeader) {
                if (fieldIndex < headers.size()) {
                    rows.field(fieldIndex, buffer, offset, end);
                }
            } else if (fieldIndex < limits.columns()) {
                headers.add(new String(buffer, offset, length).strip());
            } else {
                end(Reason.OVER_LIMIT, "at most " + limits.columns() + " columns");
            }
        }

        private boolean isHeader(int field, char[] buffer, int offset, int length) {
            return field < headers.size() && headers.get(field).contentEquals(CharBuffer.wrap(buffer, offset, length));
        }

        private void look(char[] buffer, int from, int to) {
            for (int i = from; i < to; i++) {
                unseen |= StrictText.isUnseen(buffer[i]);
                hasNul |= buffer[i] == 0;
            }
        }

        @Override
        protected void handleEmpty() {
            blankLines += inHeader ? 0 : 1;
        }

        @Override
        protected @Nullable Void buildRecord() {
            if (!open) {
                return null;
            }
            open = false;
            if (declares) {
                declares = false;
                headers.clear();
                return null;
            }
            if (inHeader) {
                if (unseen || tooLong) {
                    end(
                            Reason.WRONG_SOURCE,
                            "headers of at most " + limits.field() + " characters, none of them unseen");
                }
                inHeader = false;
                rows.headers(headers, line);
                return null;
            }
            if (hasNul && getFieldCount() != headers.size()) {
                rows.refused(line);
                end(Reason.BROKEN_SOURCE, "text to the end, without bytes of zero");
            }
            if (headersAgain && getFieldCount() == headers.size()) {
                findings.add(Finding.warning(
                        Reason.UNDERSTOOD_AS, source, line, "", "the headers only once; the row was passed over"));
                rows.refused(line);
                return null;
            }
            if (tooLong) {
                refuse(Reason.OVER_LIMIT, "fields of at most " + limits.field() + " characters; the row was left out");
            } else if (unseen) {
                refuse(
                        Reason.BROKEN_ENCODING,
                        "text without control characters and others that nobody sees; the row was left out");
            } else {
                rows.end(line, getFieldCount());
            }
            return null;
        }

        private void refuse(Reason reason, String expected) {
            findings.add(Finding.error(reason, source, line, "", expected));
            rows.refused(line);
        }

        private void end(Reason reason, String expected) {
            open = false;
            broken(reason, expected);
            throw new Ended();
        }

        /** Says why nothing more is read, and drops the row that was begun. */
        void broken(Reason reason, String expected) {
            findings.add(Finding.error(reason, source, line, "", expected + "; nothing from here on was read"));
            failed = true;
            drop();
            rows.broken();
        }

        private void drop() {
            if (open && !inHeader) {
                rows.refused(line);
            }
            open = false;
        }

        void stopped(IOException failed) throws IOException {
            if (failed instanceof CharacterCodingException) {
                broken(Reason.BROKEN_ENCODING, "text in UTF-8");
            } else if (failed instanceof OverLimitException && !(failed instanceof Archive.OverArchive)) {
                broken(Reason.OVER_LIMIT, String.valueOf(failed.getMessage()));
            } else {
                drop();
                throw failed;
            }
        }

        void finish() {
            if (failed) {
                return;
            }
            if (headers.isEmpty()) {
                findings.add(Finding.error(Reason.WRONG_SOURCE, source, 0, "", "a line of headers"));
                rows.broken();
            }
            if (blankLines > 0) {
                findings.add(Finding.note(
                        Reason.UNDERSTOOD_AS, source, 0, "", blankLines + " blank lines were passed over"));
            }
        }
    }
}
