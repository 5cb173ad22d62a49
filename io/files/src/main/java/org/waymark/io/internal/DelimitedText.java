package org.waymark.io.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/**
 * Reads delimited text row by row: strict UTF-8, with or without a byte order mark, or UTF-16 with one, or a named
 * fallback; quotes as RFC 4180 has them ({@link RowSplitter}); comma, semicolon, tab or bar, whichever the first line has most of, or the one
 * that a first line {@code sep=;} names. Headers that stand again among the rows are passed over.
 *
 * <p>No text is made per field: {@link Rows} sees a part of the reader's own buffer.
 */
public final class DelimitedText {
    static final int PEEK = 1 << 16;
    static final int MARK = 3;
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
        char separator = separatorOf(head);
        sayWhich(separator, source, findings);
        StrictText text = new StrictText(bytes, limits.file(), fallback);
        HeadedFields fields = new HeadedFields(source, limits, declared != 0, text, rows, findings);
        if (split(new RowSplitter(separator, limits.record(), fields), text, 1, fields)) {
            fields.finish();
        }
        if (!text.charset().equals(StandardCharsets.UTF_8)) {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS,
                    source,
                    0,
                    "",
                    "read as " + text.charset().name() + ", which is not UTF-8"));
        }
    }

    /** Says so if fields are not separated by commas. */
    static void sayWhich(char separator, String source, FindingLog findings) {
        if (separator != ',') {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS,
                    source,
                    1,
                    "",
                    "read with " + NAMES.get(SEPARATORS.indexOf(separator)) + " between fields"));
        }
    }

    /** Splits a text to its end; what stops it is a finding. Whether it came to the end. */
    static boolean split(RowSplitter splitter, StrictText text, long firstLine, HeadedFields fields)
            throws IOException {
        try {
            splitter.split(text, firstLine);
        } catch (HeadedFields.Ended ended) {
            return false;
        } catch (RowSplitter.NotSplit broken) {
            fields.broken(
                    Reason.BROKEN_SOURCE,
                    "text whose quotes close, nothing behind a closing quote, rows that are not too long");
        } catch (IOException failed) {
            fields.stopped(failed);
        }
        return !fields.isBroken();
    }

    static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(PEEK);
        byte[] head = in.readNBytes(PEEK - 1);
        in.reset();
        return head;
    }

    /** Whether the text begins with the byte order mark of UTF-8, which has {@link #MARK} bytes. */
    static boolean isMarked(byte[] head) {
        return head.length >= MARK && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
    }

    /** What a first line such as {@code sep=;} says, which spreadsheets write and read; 0 if there is none. */
    static char declared(byte[] head) {
        int start = isMarked(head) ? MARK : 0;
        String line = new String(head, start, Math.min(6, head.length - start), StandardCharsets.ISO_8859_1);
        boolean whole = line.length() == 6 && (line.charAt(5) == '\n' || line.charAt(5) == '\r');
        return whole && line.startsWith("sep=") && SEPARATORS.indexOf(line.charAt(4)) >= 0 ? line.charAt(4) : 0;
    }

    /** The separator that the first line declares, or has most of. */
    static char separatorOf(byte[] head) {
        char declared = declared(head);
        return declared == 0 ? separator(head) : declared;
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
}
