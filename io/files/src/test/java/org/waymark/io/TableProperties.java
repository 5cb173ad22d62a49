package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.result.Loaded;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.io.text.Markdown;
import org.waymark.io.xlsx.Xlsx;

class TableProperties {
    private Path folder = Path.of("");

    @BeforeTry
    void makeFolder() throws IOException {
        folder = TestFolder.make();
    }

    @AfterTry
    void dropFolder() throws IOException {
        TestFolder.drop(folder);
    }

    @Property(tries = 300)
    void jsonComesBackEqual(@ForAll("any") Table table) throws IOException {
        Json.forAnalysts("test").write(table, folder.resolve("t.json"));
        Loaded<Optional<Table>> back = Json.readTable(folder.resolve("t.json"));
        assertEquals(List.of(), back.findings());
        assertEquals(Optional.of(table), back.value());
    }

    @Property(tries = 300)
    void csvComesBackWithEqualRows(@ForAll("ordinary") Table table) throws IOException {
        Csv.forAnalysts("test").write(table, folder.resolve("t.csv"));
        Loaded<Table> back = Csv.readTable(folder.resolve("t.csv"), table.columns());
        assertEquals(List.of(), back.findings());
        assertEquals(table.rows(), back.value().rows());
    }

    @Property(tries = 60)
    void workbookComesBackWithTheSameTextsAndNumbers(@ForAll("ordinary") Table table) throws IOException {
        Xlsx.forAnalysts("test").write(table, folder.resolve("t.xlsx"));
        Loaded<Table> back = Xlsx.readTable(folder.resolve("t.xlsx"), table.columns());
        assertEquals(List.of(), back.findings());
        assertEquals(plain(table), plain(back.value()));
    }

    /** A spreadsheet does not tell 1 from 1.0, nor 0 from -0, and has one sign for the end of a line. */
    private static List<List<String>> plain(Table table) {
        return table.rows().stream()
                .filter(row -> row.stream().anyMatch(datum -> !datum.toString().isEmpty()))
                .map(row -> row.stream()
                        .map(datum -> {
                            if (datum instanceof Datum.Whole whole) {
                                return Double.toString(whole.value());
                            } else if (datum instanceof Datum.Real real) {
                                return Double.toString(real.value() + 0.0);
                            }
                            return datum.toString().replace("\r\n", "\n");
                        })
                        .toList())
                .toList();
    }

    @Property(tries = 300)
    void csvIsWrittenAgainByteForByte(@ForAll("ordinary") Table table) throws IOException {
        Csv.forAnalysts("test").write(table, folder.resolve("t.csv"));
        Loaded<Table> back = Csv.readTable(folder.resolve("t.csv"), table.columns());
        Csv.forAnalysts("test").write(back.value(), folder.resolve("u.csv"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("t.csv")), Files.readAllBytes(folder.resolve("u.csv")));
    }

    @Property(tries = 300)
    void csvOfAnyTableIsReadWithoutFindings(@ForAll("any") Table table) throws IOException {
        Csv.forAnalysts("test").write(table, folder.resolve("t.csv"));
        Loaded<Table> back = Csv.readTable(folder.resolve("t.csv"), table.columns());
        assertEquals(List.of(), back.findings());
        assertEquals(table.size(), back.value().size());
    }

    @Example
    void emptyTextsOfOneColumnAreNoBlankLines() throws IOException {
        Table table = Table.builder("t.csv")
                .column(Column.text("a", ""))
                .row(Datum.text(""))
                .row(Datum.text("b"))
                .row(Datum.text(""))
                .build();
        Csv.forAnalysts("test").write(table, folder.resolve("t.csv"));
        assertEquals(
                table, Csv.readTable(folder.resolve("t.csv"), table.columns()).value());
    }

    @Example
    void csvTellsColumnsThatLackOrAreTooMany() throws IOException {
        Path path = folder.resolve("t.csv");
        Files.writeString(path, "b,c,b\n1,2,3\n1,2\n");
        Loaded<Table> read = Csv.readTable(path, List.of(Column.count("a", ""), Column.count("b", "")));
        assertEquals(
                List.of("unread-columns", "repeated-column", "missing-column", "ragged-row"),
                read.findings().stream().map(f -> f.reason().code()).toList());
        assertEquals(
                List.of(List.of(Datum.missing(""), Datum.whole(1))),
                read.value().rows());
    }

    @Example
    void jsonOfAPublicTableBearsItsStatementAndIsNoTable() throws IOException {
        Table table = Table.builder("Goals")
                .column(Column.share("goal", "by 2030"))
                .row(Datum.exact(new java.math.BigDecimal("0.70")))
                .build();
        Path path = folder.resolve("p.json");
        Json.write(PublicTable.cited(table, "a state's report"), path);
        String text = Files.readString(path);
        assertTrue(text.startsWith("{\"formatVersion\":1,\"title\":\"Goals\","), text);
        assertTrue(text.contains("{\"exact\":0.70}"), text);
        assertTrue(text.contains("\"status\":\"CITED\""), text);
        assertEquals(Optional.empty(), Json.readTable(path).value());
    }

    @Example
    void refusesTablesThatAreNotWhole() throws IOException {
        Path path = folder.resolve("t.json");
        String head = "{\"formatVersion\":1,\"holds\":\"table\",\"title\":\"t\",\"columns\":"
                + "[{\"name\":\"a\",\"kind\":\"SHARE\",\"meaning\":\"\"}],\"notes\":[],\"rows\":";
        for (String rows : List.of(
                "[[1,2]]",
                "[[]]",
                "[1]",
                "[[null]]",
                "[[1e999]]",
                "[[{\"exact\":1e999999999}]]",
                "[[{\"x\":1}]]",
                "[[99999999999999999999]]",
                "[[true]]")) {
            Files.writeString(path, head + rows + "}");
            Loaded<Optional<Table>> read = Json.readTable(path);
            assertEquals(Optional.empty(), read.value(), rows);
            assertFalse(read.findings().isEmpty(), rows);
        }
    }

    @Example
    void linesAreOneObjectPerRow() throws IOException {
        Table table = Table.builder("t")
                .column(Column.text("who", ""))
                .column(Column.share("rate", ""))
                .row(Datum.text("F"), Datum.real(0.5))
                .row(Datum.text("M"), Datum.missing("n<10"))
                .build();
        Path path = folder.resolve("t.jsonl");
        Json.forAnalysts("test").writeLines(table, path);
        assertEquals(
                "{\"who\":\"F\",\"rate\":0.5}\n{\"who\":\"M\",\"rate\":{\"missing\":\"n<10\"}}\n",
                Files.readString(path));
    }

    @Example
    void markdownPrintsForReadersAndEscapes() throws IOException {
        Table table = Table.builder("Rates <b>")
                .column(Column.text("who", ""))
                .column(Column.share("on_time", ""))
                .row(Datum.text("a|b\n<script>"), Datum.real(0.5))
                .row(Datum.text("[x](y)"), Datum.missing("n<10"))
                .note("as of *today*")
                .build();
        Path path = folder.resolve("t.md");
        Markdown.forAnalysts("board").write(table, path);
        assertEquals("""
                ## Rates &lt;b&gt;

                | who | on time |
                | :-- | --: |
                | a\\|b &lt;script&gt; | 50.0 % |
                | \\[x\\](y) | n&lt;10 |

                as of \\*today\\*

                For analysts, not for publication: board
                """, Files.readString(path));
        assertThrows(IOException.class, () -> Markdown.forAnalysts("board").write(table, path));
        String cited = Markdown.of(PublicTable.cited(table, "a report"));
        assertTrue(cited.contains("citation of a report"), cited);
    }

    @Property(tries = 300)
    void markdownHasALinePerRowWhateverTheText(@ForAll("any") Table table) {
        String text = Markdown.forAnalysts("test").of(table);
        long rows = text.lines().filter(line -> line.startsWith("|")).count();
        assertEquals(table.size() + 2, rows);
        assertFalse(text.contains("<"));
        assertArrayEquals(
                new long[0],
                text.lines()
                        .filter(line -> line.startsWith("|"))
                        .mapToLong(line -> line.replace("\\\\", "")
                                .replace("\\|", "")
                                .chars()
                                .filter(c -> c == '|')
                                .count())
                        .filter(bars -> bars != table.columns().size() + 1)
                        .toArray());
    }

    @Provide
    Arbitrary<Table> any() {
        return Tables.any();
    }

    @Provide
    Arbitrary<Table> ordinary() {
        return Tables.ordinary();
    }
}
