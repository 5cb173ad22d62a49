package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.AuditLog;
import org.waymark.io.json.Json;
import org.waymark.io.page.Page;
import org.waymark.io.text.Html;
import org.waymark.io.text.Markdown;
import org.waymark.io.xlsx.Xlsx;

class AuditLogTest {
    private static final Table SECRET = Table.builder("Small groups")
            .column(Column.text("group", "who"))
            .column(Column.count("n", "how many"))
            .row(Datum.text("sentinel-group"), Datum.whole(7_304_211))
            .build();

    @TempDir
    Path folder;

    @Test
    void everyWriterForAnalystsTellsWhoWhatWhenAndWhatForButNoValue() throws IOException {
        Path log = folder.resolve("audit.jsonl");
        AuditSink sink = AuditLog.at(log).as("ada");
        Csv.forAnalysts("board briefing").telling(sink).write(SECRET, folder.resolve("a.csv"));
        Csv.forAnalysts("board briefing").telling(sink).writeLong(List.of(SECRET), folder.resolve("b.csv"));
        Json.forAnalysts("board briefing").telling(sink).write(SECRET, folder.resolve("c.json"));
        Json.forAnalysts("board briefing").telling(sink).replacing().write(List.of(SECRET), folder.resolve("d.json"));
        Json.forAnalysts("board briefing").telling(sink).writeLines(SECRET, folder.resolve("e.jsonl"));
        Xlsx.forAnalysts("board briefing").telling(sink).write(SECRET, folder.resolve("f.xlsx"));
        Html.forAnalysts("board briefing").telling(sink).write(SECRET, folder.resolve("g.html"));
        Markdown.forAnalysts("board briefing").telling(sink).write(SECRET, folder.resolve("h.md"));
        Page.forAnalysts("board briefing", "Groups").telling(sink).write(folder.resolve("i.html"));
        List<String> lines = Files.readAllLines(log);
        assertEquals(9, lines.size());
        for (String line : lines) {
            assertTrue(line.contains("\"who\":\"ada\""), line);
            assertTrue(line.contains("\"purpose\":\"board briefing\""), line);
            assertTrue(line.matches(".*\"when\":\"\\d{4}-\\d\\d-\\d\\dT[^\"]+Z\".*"), line);
            assertFalse(line.contains("sentinel") || line.contains("7304211") || line.contains("Small groups"), line);
        }
        assertTrue(lines.get(0).contains("CSV a.csv"), lines.get(0));
        assertTrue(lines.get(8).contains("page i.html"), lines.get(8));
    }

    @Test
    void whereNobodyCanBeToldNothingIsWritten() {
        AuditSink broken = event -> {
            throw new IllegalStateException("the log is full");
        };
        Path file = folder.resolve("a.csv");
        assertThrows(
                IllegalStateException.class,
                () -> Csv.forAnalysts("board briefing").telling(broken).write(SECRET, file));
        assertFalse(Files.exists(file));
    }

    @Test
    void purposeIsAsked() {
        assertThrows(IllegalArgumentException.class, () -> Csv.forAnalysts(" "));
        assertThrows(IllegalArgumentException.class, () -> Json.forAnalysts(""));
        assertThrows(IllegalArgumentException.class, () -> Xlsx.forAnalysts(""));
        assertThrows(IllegalArgumentException.class, () -> Html.forAnalysts(""));
        assertThrows(IllegalArgumentException.class, () -> Markdown.forAnalysts(""));
        assertThrows(IllegalArgumentException.class, () -> Page.forAnalysts("", "Groups"));
    }
}
