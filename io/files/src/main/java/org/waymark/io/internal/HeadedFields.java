package org.waymark.io.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/**
 * Reads the first row as headers and gives the fields of the others to the receiver of rows, those that it wants. Rows that
 * cannot be used are findings: too long, with characters that nobody sees, the headers once more.
 */
final class HeadedFields implements Fields {
    private final String source;
    private final Limits limits;
    private final Rows rows;
    private final FindingLog findings;
    private final List<String> headers = new ArrayList<>();
    private StrictText text;
    private boolean[] wanted = new boolean[0];
    private boolean inHeader = true;
    private boolean declares;
    private boolean headersAgain;
    private boolean open;
    private boolean tooLong;
    private boolean unseen;
    private boolean hasNul;
    private boolean toldPassedOver;
    private boolean failed;
    private long line = 1;
    private long blankLines;

    /** Prepares to read a text from its first line on; {@code declares} says whether that only names the separator. */
    HeadedFields(String source, Limits limits, boolean declares, StrictText text, Rows rows, FindingLog findings) {
        this.source = source;
        this.limits = limits;
        this.declares = declares;
        this.text = text;
        this.rows = rows;
        this.findings = findings;
    }

    /** The same headers once they have been read, for another receiver of other rows below them. */
    HeadedFields below(Rows others, FindingLog otherFindings) {
        HeadedFields below = new HeadedFields(source, limits, false, text, others, otherFindings);
        below.headers.addAll(headers);
        below.line = line;
        below.give();
        return below;
    }

    /** Where the fields of rows below these headers are found, if the receiver of rows reads many at once; else null. */
    @Nullable
    FieldIndex index(char separator) {
        return rows.readsAtOnce() ? new FieldIndex(separator, headers.size(), limits.field()) : null;
    }

    /** Has rows of a block read at once; those that look like the headers are odd. */
    void read(FieldIndex index, int from, int to) {
        index.markWith(headers.get(0).getBytes(StandardCharsets.UTF_8), from, to);
        rows.read(index, from, to);
    }

    /** Gives rows away that were read last. */
    void take(int from, int to) {
        rows.take(from, to);
    }

    /** Says that the rows of a block have all come. */
    void endBlock(long number) {
        rows.endBlock(number);
    }

    /** The next part of the text is this one. */
    void within(StrictText part) {
        text = part;
    }

    boolean hasHeaders() {
        return !inHeader;
    }

    /** Whether a finding said why the text is not read to its end. */
    boolean isBroken() {
        return failed;
    }

    long blankLines() {
        return blankLines;
    }

    private void give() {
        inHeader = false;
        rows.headers(headers, line);
        wanted = new boolean[headers.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = rows.wants(i);
        }
    }

    @Override
    public void begin(long startingLine) {
        line = startingLine;
        open = true;
        tooLong = false;
        unseen = false;
        hasNul = false;
        toldPassedOver = false;
        headersAgain = !inHeader && headers.size() > 1;
        if (!inHeader) {
            rows.begin(startingLine);
        }
    }

    @Override
    public void field(int index, char[] buffer, int from, int to) {
        if (headersAgain) {
            headersAgain = isHeader(index, buffer, from, to);
        }
        if (to - from > limits.field()) {
            tooLong = true;
        } else {
            if (text.isSuspicious()) {
                look(buffer, from, to);
            }
            if (inHeader) {
                header(index, new String(buffer, from, to - from).strip());
            } else if (index < wanted.length) {
                if (wanted[index]) {
                    rows.field(index, buffer, from, to);
                } else if (!toldPassedOver && !isBlank(buffer, from, to)) {
                    toldPassedOver = true;
                    rows.passedOver();
                }
            }
        }
    }

    private void header(int index, String name) {
        if (index >= limits.columns()) {
            end(Reason.OVER_LIMIT, "at most " + limits.columns() + " columns");
        }
        headers.add(name);
    }

    private static boolean isBlank(char[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!StrictText.isSpace(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isHeader(int index, char[] buffer, int from, int to) {
        if (index >= headers.size() || headers.get(index).length() != to - from) {
            return false;
        }
        String header = headers.get(index);
        for (int i = 0; i < header.length(); i++) {
            if (header.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    private void look(char[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            unseen |= StrictText.isUnseen(buffer[i]);
            hasNul |= buffer[i] == 0;
        }
    }

    @Override
    public void blank() {
        blankLines += inHeader ? 0 : 1;
    }

    @Override
    public void end(int fields) {
        open = false;
        if (declares) {
            declares = false;
            headers.clear();
        } else if (inHeader) {
            if (unseen || tooLong) {
                end(Reason.WRONG_SOURCE, "headers of at most " + limits.field() + " characters, none of them unseen");
            }
            give();
        } else if (hasNul && fields != headers.size()) {
            rows.refused(line);
            end(Reason.BROKEN_SOURCE, "text to the end, without bytes of zero");
        } else if (headersAgain && fields == headers.size()) {
            findings.add(Finding.warning(
                    Reason.UNDERSTOOD_AS, source, line, "", "the headers only once; the row was passed over"));
            rows.refused(line);
        } else if (tooLong) {
            refuse(Reason.OVER_LIMIT, "fields of at most " + limits.field() + " characters; the row was left out");
        } else if (unseen) {
            refuse(
                    Reason.BROKEN_ENCODING,
                    "text without control characters and others that nobody sees; the row was left out");
        } else {
            rows.end(line, fields);
        }
    }

    private void refuse(Reason reason, String expected) {
        findings.add(Finding.error(reason, source, line, "", expected));
        rows.refused(line);
    }

    /** Thrown to end the reading; the finding has been made. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
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
            findings.add(
                    Finding.note(Reason.UNDERSTOOD_AS, source, 0, "", blankLines + " blank lines were passed over"));
        }
    }
}
