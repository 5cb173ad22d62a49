package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.io.bundle.ReplicationBundle;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;

class ReplicationBundleTest {
    private static final Axis GENDER = Dimension.of("gender");
    private static final Column AXIS = Column.text("axis", "along what");
    private static final Column GROUP = Column.text("group", "who");
    private static final Column INDICATOR = Column.text("indicator", "what");

    @TempDir
    Path folder;

    private static Tally tally() {
        Face face = Face.builder(List.of(GENDER), 1)
                .add(List.of(Category.of("F")), 0, State.NO, Count.of(3))
                .add(List.of(Category.of("F")), 0, State.YES, Count.of(7))
                .add(List.of(Category.of("F")), 0, State.unknown(Unknown.NOT_FOUND), Count.of(2))
                .add(List.of(Category.of("F")), 0, State.unknown(Unknown.NOT_YET_OBSERVABLE), Count.of(4))
                .add(List.of(Category.of("=M")), 0, State.NO, Count.of(1))
                .add(List.of(Category.of("=M")), 0, State.YES, Count.of(9))
                .add(List.of(Category.of("X")), 0, State.YES, Count.between(0, 9))
                .build();
        Question question = Question.of(
                CohortDefinition.all(Unit.STUDENT),
                List.of(Indicator.builder("A1").citation("a book").build()),
                Faces.each(GENDER),
                LocalDate.of(2026, 6, 30));
        return Tally.of(question, CohortLog.EMPTY, List.of(face), List.of());
    }

    private static Table result(double rate) {
        return Table.builder("Rate")
                .column(AXIS)
                .column(GROUP)
                .column(Column.count("yes", "success"))
                .column(Column.count("n", "known"))
                .column(Column.share("rate", "yes / n"))
                .column(Column.share("lower", "limit"))
                .column(Column.share("upper", "limit"))
                .column(Column.share("rate_if_no", "bound"))
                .column(Column.text("method", "how"))
                .column(INDICATOR)
                .row(
                        Datum.text("gender"),
                        Datum.text("F"),
                        Datum.whole(7),
                        Datum.whole(10),
                        Datum.real(rate),
                        // Newcombe (1998), Statistics in Medicine 17: Wilson's interval without correction.
                        Datum.real(0.396778147461),
                        Datum.real(0.892208732344),
                        Datum.real(7.0 / 12),
                        Datum.text("Wilson"),
                        Datum.text("A1 v1"))
                .row(
                        Datum.text("gender"),
                        Datum.text("=M"),
                        Datum.whole(9),
                        Datum.whole(10),
                        Datum.real(0.9),
                        Datum.missing(""),
                        Datum.missing(""),
                        Datum.real(0.9),
                        Datum.text(""),
                        Datum.text("A1 v1"))
                .build();
    }

    @Test
    void countsAreThoseOfEachGroupAndOfEverybody() {
        Table counts = ReplicationBundle.counts(tally());
        String text = counts.toString();
        assertTrue(counts.rows().contains(row("", "all", "yes", "", 16, 25)), text);
        assertTrue(counts.rows().contains(row("gender", "X", "yes", "", 0, 9)), text);
        assertTrue(counts.rows().contains(row("gender", "F", "unknown", "not found", 2, 2)), text);
    }

    private static List<Datum> row(String axis, String group, String state, String reason, long low, long high) {
        return List.of(
                Datum.text("A1 v1"),
                Datum.text(axis),
                Datum.text(group),
                Datum.text(state),
                Datum.text(reason),
                Datum.whole(low),
                Datum.whole(high));
    }

    @Test
    void writesEveryFileOnceAndReadsItsOwnBack() throws IOException {
        ReplicationBundle bundle =
                ReplicationBundle.forAnalysts("test", tally()).result(result(0.7));
        bundle.write(folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(
                            "README.txt",
                            "counts.csv",
                            "counts.csv-metadata.json",
                            "question.json",
                            "replicate.R",
                            "result.csv",
                            "result.csv-metadata.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        Table counts = ReplicationBundle.counts(tally());
        assertEquals(
                counts.rows(),
                Csv.readTable(folder.resolve("counts.csv"), counts.columns())
                        .value()
                        .rows());
        assertEquals(
                tally().question(),
                Json.readQuestion(folder.resolve("question.json")).value().orElseThrow());
        String readme = Files.readString(folder.resolve("README.txt"));
        assertTrue(readme.contains("not for publication") && readme.contains("a book"), readme);
        assertThrows(FileAlreadyExistsException.class, () -> bundle.write(folder));
        assertThrows(IllegalArgumentException.class, () -> bundle.confidence(1));
    }

    @Test
    void scriptRecomputesTheResultAndNoticesAnother() throws Exception {
        ReplicationBundle.forAnalysts("test", tally()).result(result(0.7)).write(folder.resolve("right"));
        Run right = run(folder.resolve("right"));
        assertEquals(0, right.status(), right.said());
        assertTrue(right.said().contains("10 figures compared, 0 differ, 0 rows"), right.said());
        String recomputed = Files.readString(folder.resolve("right/recomputed.csv"));
        assertTrue(recomputed.contains("\"gender\",\"X\",,,"), recomputed);
        ReplicationBundle.forAnalysts("test", tally()).result(result(0.71)).write(folder.resolve("wrong"));
        Run wrong = run(folder.resolve("wrong"));
        assertEquals(1, wrong.status(), wrong.said());
        assertTrue(wrong.said().contains("row 1 rate differs"), wrong.said());
        ReplicationBundle.forAnalysts("test", tally())
                .confidence(0.9)
                .result(result(0.7))
                .write(folder.resolve("level"));
        Run level = run(folder.resolve("level"));
        assertTrue(level.said().contains("row 1 lower differs"), level.said());
        assertFalse(level.said().contains("rate differs"), level.said());
    }

    private record Run(int status, String said) {}

    private static Run run(Path bundle) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("Rscript", "--vanilla", "replicate.R")
                    .directory(bundle.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            Assumptions.abort("absent: Rscript");
            throw absent;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Run(process.exitValue(), said);
    }
}
