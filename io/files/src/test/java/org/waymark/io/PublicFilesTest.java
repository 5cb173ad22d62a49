package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.Statement;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.chart.Charts;
import org.waymark.io.csv.Csv;
import org.waymark.io.csv.CsvDescription;
import org.waymark.io.json.Json;
import org.waymark.io.page.Page;
import org.waymark.io.page.Section;
import org.waymark.io.text.Html;
import org.waymark.io.text.Markdown;
import org.waymark.io.xlsx.Xlsx;

/** The statement stands beside every claim in every file that is for everyone. */
class PublicFilesTest {
    private static final PublicTable TABLE = PublicTable.cited(
            Table.builder("Rates")
                    .column(Column.text("group", "who"))
                    .column(Column.count("n", "how many"))
                    .column(Column.share("rate", "of them"))
                    .row(Datum.text("a"), Datum.whole(40), Datum.real(0.25))
                    .row(Datum.text("b"), Datum.missing("*"), Datum.missing("*"))
                    .build(),
            "a state's report");

    @TempDir
    Path folder;

    private interface Writing {
        void to(Path path) throws IOException;
    }

    private static Map<String, Writing> writers() {
        Map<String, Writing> writers = new LinkedHashMap<>();
        writers.put("a.csv", path -> Csv.write(TABLE, path));
        writers.put("b.csv", path -> Csv.writeLong(List.of(TABLE), path));
        writers.put("c.json", path -> Json.write(TABLE, path));
        writers.put("d.xlsx", path -> Xlsx.write(TABLE, path));
        writers.put("e.html", path -> Html.write(TABLE, path));
        writers.put("f.md", path -> Markdown.write(TABLE, path));
        writers.put(
                "g.html",
                path -> Page.of("Rates").section(Section.of("Rates"), TABLE).write(path));
        writers.put("h.svg", path -> Files.writeString(path, Charts.of(TABLE).toSvg()));
        writers.put(
                "i.json",
                path -> Files.writeString(path, Charts.of(TABLE).best().toVegaLite()));
        writers.put("j.html", path -> Files.writeString(path, Charts.of(TABLE).toHtml()));
        writers.put("k.csv", path -> {
            Csv.write(TABLE, path.resolveSibling("beside.csv"));
            CsvDescription.write(TABLE, path.resolveSibling("beside.csv"));
            Files.move(path.resolveSibling("beside.csv-metadata.json"), path);
        });
        return writers;
    }

    private static String text(Path path) throws IOException {
        if (!path.toString().endsWith(".xlsx")) {
            return Files.readString(path);
        }
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    /** Pictures break lines between words; a long word stays whole, or is broken as a line ends. */
    private static String plain(String text) {
        return text.replaceAll("<[^>]*>", "").replaceAll("\\s+|\\\\n", "");
    }

    @Test
    void statementStandsInEveryFileForEveryone() throws IOException {
        Statement statement = TABLE.statement();
        for (Map.Entry<String, Writing> writer : writers().entrySet()) {
            Path path = folder.resolve(writer.getKey());
            writer.getValue().to(path);
            String told = plain(text(path));
            for (String part : List.of(statement.status().name(), statement.level(), statement.digest())) {
                assertTrue(told.contains(plain(part)), writer.getKey() + " lacks " + part);
            }
        }
    }

    @Test
    void fileOfRowsIsReadWithTheStatementAndWithout() throws IOException {
        Path path = folder.resolve("rates.csv");
        Csv.write(TABLE, path);
        List<String> lines = Files.readAllLines(path);
        assertEquals("group,n,rate,statement", lines.get(0));
        assertEquals(3, lines.size());
        List<Column> columns = new ArrayList<>(TABLE.columns());
        columns.add(Column.text("statement", "what is promised of the table"));
        Table read = Csv.readTable(path, columns).value();
        for (Datum claim : read.column("statement")) {
            assertEquals(TABLE.statement().toString(), claim.toString());
        }
        assertEquals(TABLE.rows(), Csv.readTable(path, TABLE.columns()).value().rows());
    }

    @Test
    void tableThatHasAStatementOfItsOwnKeepsIt() throws IOException {
        PublicTable own = PublicTable.cited(
                Table.builder("Promises")
                        .column(Column.text("statement", "what was promised"))
                        .row(Datum.text("all graduate"))
                        .build(),
                "a plan");
        Path path = folder.resolve("promises.csv");
        Csv.write(own, path);
        assertTrue(Files.readString(path).startsWith("statement,statement_of_release\nall graduate,"));
        assertFalse(Files.readString(path).contains("own_"));
    }
}
