package org.waymark.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Severity;

class DelimitedTextTest {
    @Test
    void givesHeadersThenRowsWithTheirLines() {
        Recorded read = Recorded.of("id, name \n1,Ada\n\"2\",\"a \"\"b\"\",\nc\"\n3,\n");
        assertEquals(List.of("id", "name"), read.headers);
        assertEquals(List.of(List.of("1", "Ada"), List.of("2", "a \"b\",\nc"), List.of("3", "")), read.rows);
        assertEquals(List.of(2L, 3L, 5L), read.lines);
        assertEquals(List.of(), read.log.findings());
    }

    @Test
    void acceptsEveryLineEndAndNoneAtTheEnd() {
        assertEquals(List.of(List.of("1"), List.of("2"), List.of("3")), Recorded.of("a\r\n1\r2\n3").rows);
    }

    @Test
    void passesOverAByteOrderMark() {
        assertEquals(List.of("a", "b"), Recorded.of("\uFEFFa,b\n1,2\n").headers);
        assertEquals(List.of(), Recorded.of("\uFEFFa,b\n1,2\n").log.findings());
    }

    @Test
    void namesTheSeparatorItFound() {
        Recorded semicolons = Recorded.of("a;b\n\"1,5\";2\n");
        assertEquals(List.of(List.of("1,5", "2")), semicolons.rows);
        assertEquals(
                "a.csv:1: read with semicolons between fields [understood-as]",
                semicolons.only().toString());
        assertEquals(Severity.NOTE, semicolons.only().severity());
        assertEquals(List.of(List.of("1", "2")), Recorded.of("a\tb\n1\t2\n").rows);
        assertEquals(List.of("a;b", "c"), Recorded.of("\"a;b\",c\n1,2\n").headers);
    }

    @Test
    void tellsHowWideARaggedRowIs() {
        Recorded read = Recorded.of("a,b\n1\n1,2\n1,2,3\n");
        assertEquals(List.of(1, 2, 3), read.widths);
        assertEquals(List.of(List.of("1"), List.of("1", "2"), List.of("1", "2")), read.rows);
    }

    @Test
    void countsBlankLinesInOneNote() {
        Recorded read = Recorded.of("a,b\n\n1,2\n\n\n3,4\n");
        assertEquals(List.of(3L, 6L), read.lines);
        assertEquals(
                "a.csv: 3 blank lines were passed over [understood-as]",
                read.only().toString());
    }

    @Test
    void leavesItToTheReceiverWhetherThereMustBeRows() {
        Recorded read = Recorded.of("a,b\n");
        assertEquals(List.of("a", "b"), read.headers);
        assertEquals(List.of(), read.log.findings());
    }

    @Test
    void refusesAnEmptyFile() {
        assertEquals(
                "a.csv: expected a line of headers [wrong-source]",
                Recorded.of("").only().toString());
    }

    @Test
    void stopsAtAQuoteThatDoesNotCloseAndForgetsItsRow() {
        Recorded read = Recorded.of("a,b\n1,2\n3,\"4\n5,6\n");
        assertEquals(List.of(List.of("1", "2")), read.rows);
        assertEquals(read.begun, read.rows.size() + read.refused);
        assertEquals(3, read.only().line());
        assertEquals(List.of("broken-source"), read.codes());
    }

    @Test
    void stopsAtTextBehindAClosingQuote() {
        Recorded read = Recorded.of("a,b\n1,2\n3,\"4\"5\n6,7\n");
        assertEquals(List.of(List.of("1", "2")), read.rows);
        assertEquals(3, read.only().line());
    }

    @Test
    void givesEveryRowBeforeAMalformedByteAndTheLineOfIt() {
        byte[] bytes = ("a,b\n" + "1,2\n".repeat(50_000) + "3,\u00E9\n4,5\n").getBytes(StandardCharsets.ISO_8859_1);
        Recorded read = Recorded.of(bytes, Limits.STANDARD);
        assertEquals(50_000, read.rows.size());
        assertEquals(50_002, read.only().line());
        assertEquals(List.of("broken-encoding"), read.codes());
    }

    @Test
    void readsUtf16ByItsMarkAndSaysSo() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Recorded read = Recorded.of("\uFEFFa;b\n\u00E9;\"2\n3\"\n".getBytes(charset), Limits.STANDARD);
            assertEquals(List.of("a", "b"), read.headers);
            assertEquals(List.of(List.of("\u00E9", "2\n3")), read.rows);
            assertEquals(List.of("understood-as", "understood-as"), read.codes());
        }
        Recorded unmarked = Recorded.of("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16BE), Limits.STANDARD);
        assertEquals(List.of(), unmarked.rows);
        assertEquals(List.of("wrong-source"), unmarked.codes());
    }

    @Test
    void takesANamedFallbackFromTheFirstMalformedByteOn() {
        byte[] latin = "a,b\n1,\u00E9\n2,\u00FC\n".getBytes(StandardCharsets.ISO_8859_1);
        Recorded read = Recorded.of(latin, Optional.of(Charset.forName("windows-1252")));
        assertEquals(List.of(List.of("1", "\u00E9"), List.of("2", "\u00FC")), read.rows);
        assertEquals(
                "a.csv: read as windows-1252, which is not UTF-8 [understood-as]",
                read.only().toString());
        byte[] mixed = "a,b\n\u00E9,1\n2,\u0000\n".getBytes(StandardCharsets.UTF_8);
        mixed[mixed.length - 2] = (byte) 0xFC;
        assertEquals(
                List.of("broken-encoding"),
                Recorded.of(mixed, Optional.of(StandardCharsets.ISO_8859_1)).codes());
    }

    @Test
    void obeysTheSeparatorThatAFirstLineNames() {
        for (String mark : List.of("", "\uFEFF")) {
            Recorded read = Recorded.of(mark + "sep=;\r\na;b,c\r\n1;2,5\r\n");
            assertEquals(List.of("a", "b,c"), read.headers);
            assertEquals(List.of(List.of("1", "2,5")), read.rows);
        }
        assertEquals(List.of("a", "b"), Recorded.of("a|b\n1|2\n").headers);
    }

    @Test
    void passesOverHeadersThatStandAgain() {
        Recorded read = Recorded.of("a,b\n1,2\na,b\n3,4\na,5\n");
        assertEquals(List.of(List.of("1", "2"), List.of("3", "4"), List.of("a", "5")), read.rows);
        assertEquals(3, read.only().line());
        assertEquals(List.of(List.of("a")), Recorded.of("a\na\n").rows);
    }

    @Test
    void refusesOverlongAndSurrogateBytes() {
        for (byte[] wrong : List.of(
                new byte[] {'a', '\n', (byte) 0xC1, (byte) 0xA9, '\n'},
                new byte[] {'a', '\n', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'},
                new byte[] {'a', '\n', '1', (byte) 0xE2, (byte) 0x82})) {
            assertEquals(
                    List.of("broken-encoding"),
                    Recorded.of(wrong, Limits.STANDARD).codes());
        }
    }

    @Test
    void leavesOutARowWithATooLongFieldAndGoesOn() {
        Recorded read = Recorded.of("a,b\n1," + "x".repeat(1 << 20) + "\n3,4\n");
        assertEquals(List.of(List.of("3", "4")), read.rows);
        assertEquals(
                "a.csv:2: expected fields of at most 65536 characters; the row was left out [over-limit]",
                read.only().toString());
    }

    @Test
    void stopsAtARowBeyondTheLimit() {
        Recorded read = Recorded.of("a,b\n1,2\n1,\"" + "x".repeat(5 << 20) + "\"\n3,4\n");
        assertEquals(List.of(List.of("1", "2")), read.rows);
        assertEquals(3, read.only().line());
    }

    @Test
    void refusesTooManyColumnsBeforeAnyRow() {
        Recorded read = Recorded.of("x,".repeat(20_000) + "x\n" + "1,".repeat(20_000) + "1\n");
        assertEquals(0, read.begun);
        assertEquals(List.of("over-limit"), read.codes());
    }

    @Test
    void stopsAtTheLimitOfTheFile() {
        Recorded read = Recorded.of(
                ("a,b\n" + "1,2\n".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8),
                Limits.STANDARD.withFile(1 << 20));
        assertEquals(List.of("over-limit"), read.codes());
        assertTrue(read.rows.size() < 1 << 18);
    }

    @Test
    void leavesOutRowsWithCharactersThatNobodySees() {
        for (String unseen : List.of("\0", "\u0007", "\u001B", "\u200B", "\u202E", "\u2066", "\uFEFF", "\u0085")) {
            Recorded read = Recorded.of("a,b\n1,2\n3," + unseen + "4\n5,6\n");
            assertEquals(List.of(List.of("1", "2"), List.of("5", "6")), read.rows);
            assertEquals(3, read.only().line());
        }
        for (String seen : List.of("\u00E9", "\u201Cq\u201D", "\uFF1D", "\u4E2D", "\uD83D\uDE00", "\u200C", "\u202F")) {
            assertEquals(1, Recorded.of("a\n" + seen + "\n").rows.size(), seen);
        }
    }

    @Test
    void takesZerosAtTheEndForAnInterruptedCopy() {
        Recorded read = Recorded.of("a,b\n1,2\n" + "\0".repeat(512));
        assertEquals(List.of(List.of("1", "2")), read.rows);
        assertEquals(List.of("broken-source"), read.codes());
    }

    @Test
    void givesTheRowUpAndPassesOnThatTheSourceFailed() {
        InputStream failing = new SequenceInputStream(
                new ByteArrayInputStream("a,b\n1,2\n3,".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        return read();
                    }
                });
        Recorded read = new Recorded();
        assertThrows(IOException.class, () -> DelimitedText.read(failing, "a.csv", read, read.log));
        assertEquals(read.begun, read.rows.size() + read.refused);
    }

    @Test
    void doesNotTakeAFaultOfTheReceiverForABrokenFile() {
        Rows faulty = new Rows() {
            @Override
            public void headers(List<String> headers, long line) {}

            @Override
            public void begin(long line) {}

            @Override
            public void field(int column, char[] text, int from, int to) {
                throw new IllegalStateException("a bug");
            }

            @Override
            public void end(long line, int fields) {}
        };
        FindingLog log = new FindingLog();
        InputStream in = new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8));
        assertThrows(IllegalStateException.class, () -> DelimitedText.read(in, "a.csv", faulty, log));
        assertEquals(List.of(), log.findings());
    }

    @Property(tries = 300)
    void readsBackWhatIsQuoted(@ForAll("rows") List<List<String>> rows) {
        StringBuilder text = new StringBuilder("a,b,c\n");
        for (List<String> row : rows) {
            text.append(String.join(
                            ",",
                            row.stream()
                                    .map(f -> '"' + f.replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append('\n');
        }
        assertEquals(rows, Recorded.of(text.toString()).rows);
    }

    @Property(tries = 500)
    void anyBytesGiveRowsOrFindingsAndEveryRowBegunIsClosed(@ForAll("bytes") byte[] bytes) {
        Recorded read = Recorded.of(bytes, Limits.STANDARD);
        assertEquals(read.begun, read.rows.size() + read.refused);
        for (Finding finding : read.log.findings()) {
            assertFalse(finding.toString().contains("\0"));
        }
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        return Arbitraries.strings()
                .withChars("ab\",;\t\n'\u00E9\u4E2D ")
                .ofMaxLength(8)
                .list()
                .ofSize(3)
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.of(
                        (byte) 'a',
                        (byte) '"',
                        (byte) ',',
                        (byte) '\n',
                        (byte) '\r',
                        (byte) ';',
                        (byte) 0,
                        (byte) 0xC3,
                        (byte) 0xA9,
                        (byte) 0xEF,
                        (byte) 0xBB,
                        (byte) 0xBF,
                        (byte) 0xE2,
                        (byte) 0x80)
                .array(byte[].class)
                .ofMaxSize(60);
    }
}
