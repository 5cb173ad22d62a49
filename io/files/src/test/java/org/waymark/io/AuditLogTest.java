package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Population;
import org.waymark.core.publication.AuditEvent;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.publication.SavedRelease;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.io.bundle.ReplicationBundle;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.AuditLog;
import org.waymark.io.json.Json;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.page.Page;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.io.text.Html;
import org.waymark.io.text.Markdown;
import org.waymark.io.xlsx.Xlsx;

class AuditLogTest {
    private static final Table SECRET = Table.builder("Small groups")
            .column(Column.text("group", "who"))
            .column(Column.count("n", "how many"))
            .row(Datum.text("sentinel-group"), Datum.whole(7_304_211))
            .build();

    private static final String PURPOSE = "board briefing";

    @TempDir
    Path folder;

    /** Everything that writes what is not for publication, by the name of what it writes. */
    private Map<String, Writing> writers() {
        Population region = Synthetic.region(40, 7);
        Indicator asked = Indicator.builder("g").name("Graduated").build();
        Tally tally = region.all(Unit.STUDENT).tally(asked, Students.GENDER);
        SavedRelease release = new SavedRelease(
                new SavedRelease.Rules(
                        "p", 10, "INTERVAL", false, 3, "NONE", "PRINTED", 10, 1000, List.of(), List.of()),
                List.of(tally),
                List.of(),
                List.of());
        Map<String, Writing> writers = new LinkedHashMap<>();
        writers.put("a.csv", (sink, path) -> csv(sink).write(SECRET, path));
        writers.put("b.csv", (sink, path) -> csv(sink).writeLong(List.of(SECRET), path));
        writers.put("c.csv", (sink, path) -> csv(sink).writeDescribed(SECRET, path));
        writers.put("d", (sink, path) -> csv(sink).write(region, path));
        writers.put("e.json", (sink, path) -> json(sink).write(SECRET, path));
        writers.put("f.json", (sink, path) -> json(sink).write(List.of(SECRET), path));
        writers.put("g.jsonl", (sink, path) -> json(sink).writeLines(SECRET, path));
        writers.put("h.json", (sink, path) -> json(sink).write(tally, path));
        writers.put("i.json", (sink, path) -> json(sink).write(release, path));
        writers.put("j.json", (sink, path) -> json(sink).write(region, path));
        writers.put("k", (sink, path) -> json(sink).writeLines(region, path));
        writers.put(
                "l.xlsx",
                (sink, path) -> Xlsx.forAnalysts(PURPOSE).telling(sink).write(SECRET, path));
        writers.put(
                "m.html",
                (sink, path) -> Html.forAnalysts(PURPOSE).telling(sink).write(SECRET, path));
        writers.put(
                "n.md",
                (sink, path) -> Markdown.forAnalysts(PURPOSE).telling(sink).write(SECRET, path));
        writers.put(
                "o.html",
                (sink, path) ->
                        Page.forAnalysts(PURPOSE, "Groups").telling(sink).write(path));
        writers.put(
                "p.zip", (sink, path) -> OneRoster.writer(PURPOSE).telling(sink).write(region, path));
        writers.put(
                "counts.csv",
                (sink, path) -> ReplicationBundle.forAnalysts(PURPOSE, tally)
                        .telling(sink)
                        .write(path.getParent()));
        return writers;
    }

    private interface Writing {
        void to(AuditSink sink, Path path) throws IOException;
    }

    private static Csv.ForAnalysts csv(AuditSink sink) {
        return Csv.forAnalysts(PURPOSE).telling(sink);
    }

    private static Json.ForAnalysts json(AuditSink sink) {
        return Json.forAnalysts(PURPOSE).telling(sink);
    }

    @Test
    void whatIsNotForPublicationIsToldOfBeforeItIsWritten() throws IOException {
        for (Map.Entry<String, Writing> writer : writers().entrySet()) {
            Path path = folder.resolve(writer.getKey());
            List<AuditEvent> events = new ArrayList<>();
            AuditSink broken = event -> {
                throw new IllegalStateException("the log is full");
            };
            assertThrows(IllegalStateException.class, () -> writer.getValue().to(broken, path), writer.getKey());
            assertFalse(Files.exists(path), writer.getKey() + " is written though nobody could be told");
            writer.getValue().to(events::add, path);
            assertTrue(Files.exists(path), writer.getKey());
            assertEquals(1, events.size(), writer.getKey());
            assertEquals(PURPOSE, events.get(0).purpose());
            assertTrue(
                    events.get(0).what().contains(writer.getKey()),
                    events.get(0).what());
        }
    }

    /** A program's own sink, found as a service. */
    public static final class Provided implements AuditSink {
        private static final List<AuditEvent> EVENTS = new ArrayList<>();

        @Override
        public void tell(AuditEvent event) {
            EVENTS.add(event);
        }
    }

    @Test
    void whoIsToldOfNothingElseIsToldByTheProgramsOwnSinks() throws IOException {
        Path services = folder.resolve("META-INF/services");
        Files.createDirectories(services);
        Files.writeString(services.resolve(AuditSink.class.getName()), Provided.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader program =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(program);
            Csv.forAnalysts(PURPOSE).write(SECRET, folder.resolve("standard.csv"));
        } finally {
            thread.setContextClassLoader(before);
        }
        assertEquals(
                List.of("CSV standard.csv"),
                Provided.EVENTS.stream().map(AuditEvent::what).toList());
    }

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
        assertThrows(IllegalArgumentException.class, () -> OneRoster.writer(" "));
    }
}
