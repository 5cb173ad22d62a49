package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.io.page.Page;
import org.waymark.io.page.Section;
import org.waymark.io.text.Html;
import org.waymark.io.text.Markdown;
import org.waymark.io.xlsx.Xlsx;

/** A web server runs as somebody else: it must be able to read what is for everyone, and nothing more. */
class WhoMayReadTest {
    @TempDir
    Path folder;

    private interface Writing {
        void to(Path path) throws IOException;
    }

    private String permissions(String name, Writing writing) throws IOException {
        Path file = folder.resolve(name);
        writing.to(file);
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void publicFilesAreAsReadableAsAnyFileAndAnalystsFilesAreTheirOwnersAlone() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no such permissions here");
        Table table = Table.builder("Rates")
                .column(Column.text("group", "who"))
                .column(Column.share("rate", "yes / n"))
                .row(Datum.text("Women"), Datum.real(0.5))
                .build();
        PublicTable shown = PublicTable.cited(table, "a report");
        Map<String, Writing> open = new LinkedHashMap<>();
        open.put("a.csv", path -> Csv.write(shown, path));
        open.put("a.json", path -> Json.write(shown, path));
        open.put("a.xlsx", path -> Xlsx.write(shown, path));
        open.put("a.md", path -> Markdown.write(shown, path));
        open.put("a.html", path -> Html.write(shown, path));
        open.put(
                "page.html",
                path -> Page.of("Rates").section(Section.of("Rates"), shown).write(path));
        String ordinary = permissions("ordinary.txt", path -> Files.writeString(path, "text"));
        for (Map.Entry<String, Writing> one : open.entrySet()) {
            assertEquals(ordinary, permissions(one.getKey(), one.getValue()), one.getKey());
        }
        Map<String, Writing> closed = new LinkedHashMap<>();
        closed.put("b.csv", path -> Csv.forAnalysts("a test").write(table, path));
        closed.put("b.json", path -> Json.forAnalysts("a test").write(table, path));
        closed.put("b.xlsx", path -> Xlsx.forAnalysts("a test").write(table, path));
        closed.put("b.md", path -> Markdown.forAnalysts("a test").write(table, path));
        closed.put("b.html", path -> Html.forAnalysts("a test").write(table, path));
        closed.put(
                "page-b.html",
                path -> Page.forAnalysts("a test", "Rates")
                        .section(Section.of("Rates"), table)
                        .write(path));
        for (Map.Entry<String, Writing> one : closed.entrySet()) {
            assertEquals("rw-------", permissions(one.getKey(), one.getValue()), one.getKey());
        }
    }
}
