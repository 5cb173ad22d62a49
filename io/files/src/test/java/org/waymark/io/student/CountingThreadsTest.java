package org.waymark.io.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;

/** However many threads count a file, the counts and everything that is said of it are the same. */
class CountingThreadsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Dimension LUNCH = Dimension.of("lunch");
    private static final EventKind AWARD = EventKind.of("credential_awards");

    @TempDir
    Path folder;

    private static StudentFile.Reader reader() {
        return StudentFile.reader()
                .id("id")
                .dimension("gender", Students.GENDER, Map.ofEntries(Map.entry("F", "F"), Map.entry("M", "M")))
                .dimension("lunch", LUNCH)
                .milestone("born", Students.BIRTH_DATE)
                .milestone("graduated", Students.GRADUATION_DATE)
                .events("award", AWARD)
                .asOf(DAY);
    }

    private static Question question() {
        return Question.of(
                CohortDefinition.all(Unit.STUDENT),
                List.of(
                        Indicator.builder("graduated")
                                .name("Graduated")
                                .success(Students.GRADUATION_DATE.reached())
                                .build(),
                        Indicator.builder("award")
                                .name("Award")
                                .success(AWARD.taken())
                                .build()),
                Faces.pairs(Students.GENDER, LUNCH),
                DAY);
    }

    private static String text(int rows, String fault) {
        StringBuilder text = new StringBuilder("id,gender,lunch,born,graduated,award,notes\n");
        for (int row = 0; row < rows; row++) {
            text.append(row).append(',').append(row % 3 == 0 ? "F" : row % 4_999 == 0 ? "f" : "M");
            text.append(row % 997 == 1 ? "?" : "").append(',');
            text.append(row % 7 == 0 ? "\"full, paid\"" : row % 7 == 1 ? " free " : "free")
                    .append(',');
            text.append("2001-0").append(1 + row % 9).append(row % 1_009 == 2 ? "-31," : "-17,");
            text.append(row % 5 == 0 ? "" : row % 2_003 == 3 ? "1999-01-01" : "2019-06-1" + row % 10)
                    .append(',');
            text.append(row % 11 == 0 ? "2021-01-01" : "").append(",\"line\none\"\n");
            if (row % 10_007 == 5) {
                text.append(",,,,,,\n\n1,2\n");
            }
        }
        return text.append(fault).toString();
    }

    @Test
    void threadsChangeNothing() throws IOException {
        Path file = folder.resolve("students.csv");
        Files.writeString(file, text(40_000, ""));
        Loaded<Tally> one = reader().threads(1).tally(question(), file);
        assertTrue(one.findings().size() > 50, () -> one.findings().toString());
        for (int threads : List.of(2, 4)) {
            Loaded<Tally> several = reader().threads(threads).tally(question(), 5_000, file);
            assertEquals(one.value(), several.value());
            assertEquals(one.value().toString(), several.value().toString());
            assertEquals(one.findings(), several.findings());
        }
        Tally kept = reader().read(file).value().cohort(question().of()).tally(question());
        assertEquals(kept, one.value());
    }

    @Test
    void idThatComesTwiceFarApartLeavesNothingCountedIfAsked() throws IOException {
        Path file = folder.resolve("students.csv");
        Files.writeString(file, text(20_000, "00,F,free,,,,\n7 ,F,free,,,,\n"));
        for (int threads : List.of(1, 2, 4)) {
            Loaded<Tally> asked = reader().threads(threads).uniqueIds().tally(question(), 1_000, file);
            assertEquals(0, asked.value().log().size());
            assertTrue(asked.findings().stream().anyMatch(f -> f.reason() == Reason.DUPLICATE_ID));
            Loaded<Tally> notAsked = reader().threads(threads).tally(question(), 1_000, file);
            assertEquals(20_002, notAsked.value().log().size());
        }
    }

    @Test
    void idsThatDifferInZerosInFrontOrLettersAreDifferent() throws IOException {
        Path file = folder.resolve("students.csv");
        Files.writeString(
                file,
                text(20_000, "00,F,free,,,,\n000,F,free,,,,\nAb-1,F,free,,,,\nAb-2,F,free,,,,\nab-1,F,free,,,,\n"));
        Loaded<Tally> counted = reader().threads(2).uniqueIds().tally(question(), 1_000, file);
        assertEquals(20_005, counted.value().log().size());
    }

    @Test
    void fileThatBreaksOffIsCountedUpToThere() throws IOException {
        Path file = folder.resolve("students.csv");
        Files.writeString(file, text(20_000, "x,F,free,2001-01-01,,,\"open\n" + text(20_000, "")));
        Loaded<Tally> one = reader().threads(1).tally(question(), file);
        Loaded<Tally> several = reader().threads(4).tally(question(), file);
        assertEquals(one.value(), several.value());
        assertEquals(one.findings(), several.findings());
        assertTrue(
                one.findings().stream().anyMatch(f -> f.expected().contains("nothing from here on")),
                () -> one.findings().toString());
    }
}
