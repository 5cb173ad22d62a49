package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.student.StudentFile;
import org.waymark.io.xlsx.Xlsx;

class XlsxTest {
    private static final List<Column> COLUMNS = List.of(
            Column.text("who", "a group"),
            Column.count("members", "how many"),
            Column.share("rate", "of them"),
            Column.day("seen", "when"));

    @TempDir
    Path folder;

    private static Table table(String title, Datum... row) {
        return Table.builder(title)
                .column(COLUMNS.get(0))
                .column(COLUMNS.get(1))
                .column(COLUMNS.get(2))
                .column(COLUMNS.get(3))
                .row(row)
                .note("=a note")
                .build();
    }

    private static Table ordinary(String title) {
        return table(
                title,
                Datum.text("=SUM(A1)"),
                Datum.whole(1_234),
                Datum.real(0.25),
                Datum.day(LocalDate.of(2024, 6, 10)));
    }

    private static String part(Path book, String name) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void headersStayInSightAndNumbersAreNumbers() throws IOException {
        Path book = folder.resolve("t.xlsx");
        Xlsx.forAnalysts("a test").write(ordinary("Rates"), book);
        String sheet = part(book, "xl/worksheets/sheet1.xml");
        assertTrue(sheet.contains("state=\"frozen\""), sheet);
        assertTrue(sheet.contains("<v>1234</v>") && sheet.contains("<v>0.25</v>"), sheet);
        assertTrue(sheet.contains("'=SUM(A1)") || sheet.contains("&apos;=SUM(A1)"), sheet);
        assertFalse(sheet.contains("<f>"), sheet);
        assertTrue(part(book, "xl/styles.xml").contains("0.0%"));
        assertTrue(part(book, "xl/workbook.xml").contains("name=\"Rates\""));
        String about = part(book, "xl/worksheets/sheet2.xml");
        assertTrue(about.contains("For analysts, not for publication: a test"), about);
        assertTrue(about.contains("share from 0 to 1"), about);
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Path book = folder.resolve("t.xlsx");
        Table table = table(
                "Rates",
                Datum.text("007"),
                Datum.whole(123_456_789_012_345_678L),
                Datum.exact(new BigDecimal("0.12345678901234567890")),
                Datum.day(LocalDate.of(1899, 12, 31)));
        Xlsx.forAnalysts("a test").write(List.of(ordinary("Rates"), table), book);
        assertEquals(ordinary("x").rows(), Xlsx.readTable(book, COLUMNS).value().rows());
        Loaded<Table> second = Xlsx.readTable(book, "Rates 2", COLUMNS);
        assertEquals(table.rows(), second.value().rows());
        assertEquals(List.of(), second.findings());
    }

    @Test
    void namesOfSheetsAreOnesThatSpreadsheetsTake() throws IOException {
        Path book = folder.resolve("t.xlsx");
        String tooLong = "A/B: a very long title [of a table] that goes on";
        Xlsx.forAnalysts("a test")
                .write(
                        List.of(
                                ordinary(tooLong),
                                ordinary(tooLong),
                                ordinary(""),
                                ordinary("History"),
                                ordinary("about")),
                        book);
        String names = part(book, "xl/workbook.xml");
        for (String name : List.of(
                "A B  a very long title  of a ta",
                "A B  a very long title  of a 2",
                "Table",
                "History 2",
                "about",
                "About 2")) {
            assertTrue(names.contains("name=\"" + name + "\""), name + " in " + names);
        }
    }

    @Test
    void sameTablesGiveTheSameBytesAndNothingIsOverwrittenUnasked() throws Exception {
        Path one = folder.resolve("one.xlsx");
        PublicTable table = PublicTable.cited(ordinary("Rates"), "a test");
        Xlsx.write(table, one);
        byte[] before = Files.readAllBytes(one);
        assertThrows(FileAlreadyExistsException.class, () -> Xlsx.write(table, one));
        Thread.sleep(1_100);
        Path two = folder.resolve("two.xlsx");
        Xlsx.write(table, two);
        assertArrayEquals(before, Files.readAllBytes(two));
        assertTrue(part(one, "xl/worksheets/sheet2.xml").contains("citation of a test"));
    }

    @Test
    void studentFileReadsTheFirstSheet() throws IOException {
        Path book = folder.resolve("students.xlsx");
        Table students = Table.builder("Students")
                .column(Column.text("student_id", ""))
                .column(Column.text("sex", ""))
                .column(Column.day("birth_date", ""))
                .column(Column.number("grade_points", ""))
                .row(
                        Datum.text("0017"),
                        Datum.text("F"),
                        Datum.day(LocalDate.of(2006, 3, 14)),
                        Datum.exact(new BigDecimal("3.25")))
                .row(Datum.whole(18), Datum.text("M"), Datum.whole(38_790), Datum.missing("NA"))
                .build();
        Xlsx.forAnalysts("a test").write(students, book);
        StudentFile.Reader reader = StudentFile.reader()
                .id("student_id")
                .dimension("sex", Dimension.of("sex"))
                .milestone("birth_date", Milestone.of("birth_date"))
                .quantity("grade_points", Quantity.of("grade_points"))
                .asOf(LocalDate.of(2026, 1, 1));
        List<String> told = new ArrayList<>();
        reader.progress((what, done, total) -> told.add(what + " " + done));
        Loaded<Population> loaded = reader.read(book);
        Roster read = loaded.value().roster(Unit.STUDENT);
        assertEquals("0017", read.id(0));
        assertEquals("18", read.id(1));
        assertEquals(Optional.of(LocalDate.of(2006, 3, 14)), read.day(Milestone.of("birth_date"), 0));
        assertEquals(Optional.of(new BigDecimal("3.25")), read.number(Quantity.of("grade_points"), 0));
        assertEquals(
                List.of(
                        "students.xlsx:3 student_id: expected ids held as text; these are held as numbers, so zeros in"
                                + " front are lost [understood-as]",
                        "students.xlsx:3 birth_date: expected a date like 2005-04-30, not the day number of a"
                                + " spreadsheet [unreadable-date]"),
                loaded.findings().stream().map(Object::toString).toList());
        assertEquals(List.of("students.xlsx 3"), told);
        Loaded<Population> strict = reader.wholeRowsOnly().read(book);
        assertEquals(1, strict.value().size());
        assertEquals("0017", strict.value().roster(Unit.STUDENT).id(0));
    }

    @Test
    void tooLongTextsAndTooManyRowsAreRefusedBeforeAnythingAppears() {
        Path book = folder.resolve("t.xlsx");
        Table table = table("t", Datum.text("x".repeat(32_768)), Datum.whole(1), Datum.real(0), Datum.missing(""));
        assertThrows(
                IllegalArgumentException.class, () -> Xlsx.forAnalysts("a test").write(table, book));
        assertThrows(
                IllegalArgumentException.class, () -> Xlsx.forAnalysts("a test").write(List.of(), book));
        assertFalse(Files.exists(book));
    }
}
