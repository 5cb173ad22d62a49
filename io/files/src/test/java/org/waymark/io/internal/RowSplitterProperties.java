package org.waymark.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Whatever the text, it is split as FastCSV splits it, up to the place where both refuse it. */
class RowSplitterProperties {
    /** What was given away: rows with their lines and fields, and a last word where the text cannot be split. */
    private static final String REFUSED = "refused";

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "bc", "\"", "\"", "\"\"", ",", ",", ";", "\n", "\n", "\r\n", "\r", "\u00E9", " ")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 3_000)
    void splitsAsFastCsvDoes(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 3) int atOnce)
            throws IOException {
        assertEquals(byFastCsv(text), bySplitter(text, atOnce), () -> text.replace("\r", "\\r"));
    }

    @Property(tries = 300)
    void oneSplitterSplitsOneTextAfterAnother(@ForAll("texts") String one, @ForAll("texts") String other)
            throws IOException {
        Log log = new Log();
        RowSplitter splitter = new RowSplitter(',', 1 << 20, log);
        try {
            splitter.split(new StringReader(one), 1);
        } catch (RowSplitter.NotSplit refused) {
            log.words.add(REFUSED);
        }
        log.words.clear();
        try {
            splitter.split(new StringReader(other), 1);
        } catch (RowSplitter.NotSplit refused) {
            log.words.add(REFUSED);
        }
        assertEquals(byFastCsv(other), log.words);
    }

    private static List<String> bySplitter(String text, int atOnce) throws IOException {
        Log log = new Log();
        try {
            new RowSplitter(',', 1 << 20, log).split(new Slow(text, atOnce), 1);
        } catch (RowSplitter.NotSplit refused) {
            log.words.add(REFUSED);
        }
        return log.words;
    }

    private static List<String> byFastCsv(String text) throws IOException {
        Handler handler = new Handler();
        try (CsvReader<Void> reader =
                CsvReader.builder().allowUnclosedQuote(false).build(handler, new StringReader(text))) {
            // The handler makes no records, so asking for one runs to the end.
            assertFalse(reader.iterator().hasNext());
        } catch (CsvParseException refused) {
            handler.log.words.add(REFUSED);
        }
        return handler.log.words;
    }

    private static final class Log implements Fields {
        final List<String> words = new ArrayList<>();
        private long begun;

        @Override
        public void begin(long line) {
            begun = line;
        }

        @Override
        public void field(int index, char[] text, int from, int to) {
            if (index == 0) {
                words.add("row at " + begun);
            }
            words.add(index + ": " + new String(text, from, to - from));
        }

        @Override
        public void end(int fields) {
            words.add("end of " + fields);
        }

        @Override
        public void blank() {
            words.add("blank");
        }
    }

    private static final class Handler extends AbstractBaseCsvCallbackHandler<Void> {
        final Log log = new Log();
        private long line;
        private boolean open;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index == 0) {
                open = true;
                log.begin(line);
            }
            log.field(index, buffer, offset, offset + length);
        }

        @Override
        protected void handleEmpty() {
            log.blank();
        }

        @Override
        protected @Nullable Void buildRecord() {
            if (open) {
                open = false;
                log.end(getFieldCount());
            }
            return null;
        }
    }

    /** A reader that gives few characters at once, so that every field lies across the end of what was read. */
    private static final class Slow extends Reader {
        private final String text;
        private final int atOnce;
        private int at;

        Slow(String text, int atOnce) {
            this.text = text;
            this.atOnce = atOnce;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            int count = Math.min(Math.min(atOnce, length), text.length() - at);
            text.getChars(at, at + count, target, offset);
            at += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {}
    }
}
