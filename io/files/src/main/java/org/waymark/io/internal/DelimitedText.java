package org.waymark.io.internal;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/**
 * Reads delimited text row by row: strict UTF-8, with or without a byte order mark; quotes as RFC 4180 has them; comma,
 * semicolon or tab, whichever the first line has most of.
 */
public final class DelimitedText {
    /** The most columns. */
    public static final int MOST_COLUMNS = 16_384;

    /** The most characters of one field. */
    public static final int LONGEST_FIELD = 1 << 20;

    private static final int PEEK = 1 << 16;

    private DelimitedText() {}

    /** Reads it all into {@code rows}; what stops it is a finding. */
    public static void read(InputStream in, String source, Rows rows, FindingLog findings) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, PEEK);
        skipByteOrderMark(bytes);
        char separator = separator(bytes);
        if (separator != ',') {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS,
                    source,
                    1,
                    "",
                    "read with " + (separator == ';' ? "semicolons" : "tabs") + " between fields"));
        }
        Reader text = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        Handler handler = new Handler(source, rows, findings);
        try (CsvReader<Void> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(handler, text)) {
            // The handler passes everything on and makes no records, so asking for one runs to the end.
            if (reader.iterator().hasNext()) {
                throw new IllegalStateException("the handler made a record");
            }
        } catch (CsvParseException broken) {
            findings.add(Finding.error(
                    Reason.BROKEN_SOURCE, source, handler.line + 1, "", "text whose quotes close, in fields of at most "
                            + LONGEST_FIELD + " characters; nothing from here on was read"));
        } catch (UncheckedIOException failed) {
            IOException cause = failed.getCause();
            if (cause == null) {
                throw failed;
            }
            stopped(cause, source, handler.line, findings);
        } catch (IOException failed) {
            stopped(failed, source, handler.line, findings);
        }
        if (handler.headers.isEmpty()) {
            findings.add(Finding.error(Reason.WRONG_SOURCE, source, 0, "", "a line of headers"));
        }
    }

    private static void stopped(IOException failed, String source, long line, FindingLog findings) throws IOException {
        if (!(failed instanceof CharacterCodingException)) {
            throw failed;
        }
        findings.add(Finding.error(
                Reason.BROKEN_ENCODING, source, line + 1, "", "text in UTF-8; nothing from about here on was read"));
    }

    private static void skipByteOrderMark(BufferedInputStream in) throws IOException {
        in.mark(3);
        if (in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF) {
            return;
        }
        in.reset();
    }

    /** Of comma, semicolon and tab the one that the first line has most of, outside of quotes. */
    private static char separator(BufferedInputStream in) throws IOException {
        in.mark(PEEK);
        byte[] head = in.readNBytes(PEEK - 1);
        in.reset();
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (byte b : head) {
            if (b == '"') {
                quoted = !quoted;
            } else if (!quoted && (b == '\n' || b == '\r')) {
                break;
            } else if (!quoted) {
                commas += b == ',' ? 1 : 0;
                semicolons += b == ';' ? 1 : 0;
                tabs += b == '\t' ? 1 : 0;
            }
        }
        if (commas >= semicolons && commas >= tabs) {
            return ',';
        }
        return semicolons >= tabs ? ';' : '\t';
    }

    /** Passes fields on as they are found, without a text for each. */
    private static final class Handler extends AbstractBaseCsvCallbackHandler<Void> {
        private final String source;
        private final Rows rows;
        private final FindingLog findings;
        private final List<String> headers = new ArrayList<>();
        private boolean inHeader = true;
        private boolean blank;
        private long line;

        Handler(String source, Rows rows, FindingLog findings) {
            this.source = source;
            this.rows = rows;
            this.findings = findings;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            blank = false;
            if (!inHeader) {
                rows.begin(line);
            }
        }

        @Override
        protected void handleField(int fieldIndex, char[] text, int offset, int length, boolean quoted) {
            if (!inHeader) {
                if (fieldIndex < headers.size()) {
                    rows.field(fieldIndex, text, offset, offset + length);
                }
            } else if (fieldIndex < MOST_COLUMNS) {
                headers.add(new String(text, offset, length).strip());
            } else if (fieldIndex == MOST_COLUMNS) {
                findings.add(Finding.error(
                        Reason.OVER_LIMIT, source, line, "", "at most " + MOST_COLUMNS + " columns; no more were read"));
            }
        }

        @Override
        protected void handleEmpty() {
            blank = true;
        }

        @Override
        protected @Nullable Void buildRecord() {
            if (blank || getRecordType() == RecordType.EMPTY) {
                return null;
            }
            if (inHeader) {
                inHeader = false;
                rows.headers(headers, line);
            } else {
                rows.end(line, getFieldCount());
            }
            return null;
        }
    }
}
