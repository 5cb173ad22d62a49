package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.io.csv.CsvDescription;
import org.waymark.io.text.Html;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescribedTableTest {
    private static final Table TABLE = Table.builder("Rates & <script>alert(1)</script>")
            .column(Column.text("group", "who \"they\" are"))
            .column(Column.count("members", "how many"))
            .column(Column.share("rate", "of them"))
            .row(Datum.text("</td><b onload='x'>"), Datum.whole(1_234), Datum.real(0.25))
            .row(Datum.text("b"), Datum.missing("n<10"), Datum.missing("-"))
            .note("a note")
            .build();
    private static final PublicTable PUBLIC = PublicTable.cited(TABLE, "a test");

    @TempDir
    Path folder;

    @Test
    void htmlKeepsTextTextAndNumbersPlainBesideThePrintedOnes() throws IOException {
        String html = Html.of(PUBLIC);
        assertFalse(html.contains("<script") || html.contains("<b onload") || html.contains("n<10"), html);
        assertTrue(html.contains("<td class=\"number\" data-value=\"0.25\">25.0 %</td>"), html);
        assertTrue(html.contains("<td class=\"number\" data-value=\"1234\">1,234</td>"), html);
        assertTrue(html.contains("<td class=\"missing\">n&lt;10</td>"), html);
        assertTrue(
                html.contains("<th scope=\"col\" class=\"text\" title=\"who &quot;they&quot; are\">group</th>"), html);
        assertTrue(html.contains("citation of a test"), html);
        assertTrue(Html.forAnalysts("a board").of(TABLE).contains("not for publication: a board"));
        Path file = folder.resolve("t.html");
        Html.write(PUBLIC, file);
        assertEquals(html, Files.readString(file));
        assertThrows(FileAlreadyExistsException.class, () -> Html.write(PUBLIC, file));
    }

    @Test
    void longFileHasARowForEachFigureAndSaysWhatIsMissingAndWhy() throws IOException {
        Table other = Table.builder("Days")
                .column(Column.text("status", "a name that the long file has itself"))
                .column(Column.day("as_of", "when"))
                .column(Column.number("ratio", "of two rates"))
                .row(Datum.text("GAP"), Datum.day(java.time.LocalDate.of(2026, 1, 31)), Datum.real(1.5))
                .build();
        Path file = folder.resolve("long.csv");
        Csv.forAnalysts("test").writeLong(List.of(TABLE, other), file);
        assertEquals(
                List.of(
                        "table,group,own_status,as_of,figure,kind,value,status,mark",
                        "Rates & <script>alert(1)</script>,</td><b onload='x'>,,,members,\"count, a whole number\",1234,shown,",
                        "Rates & <script>alert(1)</script>,</td><b onload='x'>,,,rate,share from 0 to 1,0.25,shown,",
                        "Rates & <script>alert(1)</script>,b,,,members,\"count, a whole number\",,missing,n<10",
                        "Rates & <script>alert(1)</script>,b,,,rate,share from 0 to 1,,missing,'-",
                        "Days,,GAP,2026-01-31,ratio," + Column.Kind.NUMBER.unit() + ",1.5,shown,"),
                Files.readAllLines(file));
        Path published = folder.resolve("public.csv");
        Csv.writeLong(List.of(PUBLIC), published);
        List<String> lines = Files.readAllLines(published);
        assertEquals("table,statement,group,figure,kind,value,status,mark", lines.get(0));
        assertEquals(5, lines.size());
        assertTrue(lines.get(1).contains("citation of a test"), lines.get(1));
        assertThrows(FileAlreadyExistsException.class, () -> Csv.writeLong(List.of(PUBLIC), published));
    }

    @Test
    void metadataBesideTheFileSaysWhatItsColumnsAre() throws IOException {
        Path csv = folder.resolve("my rates.csv");
        Csv.write(PUBLIC, csv);
        CsvDescription.write(PUBLIC, csv);
        JsonNode metadata = JsonMapper.shared()
                .readTree(folder.resolve("my rates.csv-metadata.json").toFile());
        assertEquals("http://www.w3.org/ns/csvw", metadata.path("@context").asString());
        assertEquals("my%20rates.csv", metadata.path("url").asString());
        assertEquals("a note", metadata.path("dc:description").path(0).asString());
        JsonNode columns = metadata.path("tableSchema").path("columns");
        assertEquals(4, columns.size());
        assertEquals("statement", columns.path(3).path("name").asString());
        assertEquals("integer", columns.path(1).path("datatype").asString());
        assertEquals("n<10", columns.path(1).path("null").path(0).asString());
        // A mark that a spreadsheet would compute is written with an apostrophe, and the metadata names it so.
        assertEquals("'-", columns.path(2).path("null").path(0).asString());
        assertTrue(Files.readString(csv).contains(",'-,\"CITED under citation of a test"), Files.readString(csv));
        assertThrows(FileAlreadyExistsException.class, () -> CsvDescription.write(PUBLIC, csv));
        Csv.forAnalysts("a board").replacing().writeDescribed(TABLE, csv);
        assertTrue(
                Files.readString(folder.resolve("my rates.csv-metadata.json")).contains("a board"));
    }

    @Test
    void dictionaryHasARowPerColumn() {
        Table dictionary = CsvDescription.dictionary(TABLE);
        assertEquals(List.of("group", "members", "rate"), texts(dictionary, "name"));
        assertEquals(List.of("text", "count, a whole number", "share from 0 to 1"), texts(dictionary, "unit"));
        assertEquals(List.of("", "n<10", "'-"), texts(dictionary, "missing_marks"));
        assertEquals(dictionary.rows(), CsvDescription.dictionary(PUBLIC).rows());
    }

    private static List<String> texts(Table table, String column) {
        return table.column(column).stream().map(Object::toString).toList();
    }
}
