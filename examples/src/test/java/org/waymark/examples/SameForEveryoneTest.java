package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.io.chart.Charts;
import org.waymark.io.csv.Csv;
import org.waymark.io.csv.CsvDescription;
import org.waymark.io.json.FileLedger;
import org.waymark.io.json.Json;
import org.waymark.io.language.Language;
import org.waymark.io.page.Page;
import org.waymark.io.page.Section;
import org.waymark.io.text.Html;
import org.waymark.io.text.Markdown;
import org.waymark.io.xlsx.Xlsx;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.rate.Rate;

/** Two inputs that differ in hidden numbers alone give the same files for everyone, byte for byte. */
class SameForEveryoneTest {
    private static final Dimension GROUP = Dimension.of("group");
    private static final Indicator GRADUATED =
            Indicator.builder("g").name("Graduated").build();

    @TempDir
    Path folder;

    /** Groups of these successes and failures. */
    private static Tally counted(long[][] groups) {
        Face.Builder all = Face.builder(List.of(), 1);
        Face.Builder each = Face.builder(List.<Axis>of(GROUP), 1);
        for (int g = 0; g < groups.length; g++) {
            List<Category> label = List.of(Category.of("group " + (char) ('a' + g)));
            for (int s = 0; s < 2; s++) {
                State state = s == 0 ? State.YES : State.NO;
                each.add(label, 0, state, Count.of(groups[g][s]));
                all.add(List.of(), 0, state, Count.of(groups[g][s]));
            }
        }
        return Tally.of(
                Question.of(
                        CohortDefinition.all(Unit.STUDENT),
                        List.of(GRADUATED),
                        Faces.each(GROUP),
                        LocalDate.of(2026, 6, 30)),
                CohortLog.EMPTY,
                List.of(all.build(), each.build()),
                List.of());
    }

    private static void publish(Tally tally, Path into) throws IOException {
        Files.createDirectories(into);
        Ledger ledger = FileLedger.at(into.resolve("ledger.jsonl"));
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), ledger, List.of(tally));
        Release release = assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                .release();
        PublicTable rates = release.table(Rate.of(GRADUATED).by(GROUP));
        PublicTable gaps = release.table(Gap.of(GRADUATED).to(Reference.best()).by(GROUP));
        int number = 0;
        for (PublicTable table : List.of(rates, gaps)) {
            Path file = into.resolve("table" + number++);
            Csv.write(table, file.resolveSibling(file.getFileName() + ".csv"));
            CsvDescription.write(table, file.resolveSibling(file.getFileName() + ".csv"));
            Json.write(table, file.resolveSibling(file.getFileName() + ".json"));
            Xlsx.write(table, file.resolveSibling(file.getFileName() + ".xlsx"));
            Html.write(table, file.resolveSibling(file.getFileName() + ".html"));
            Markdown.write(table, file.resolveSibling(file.getFileName() + ".md"));
            Charts charts = Charts.of(table);
            Files.writeString(file.resolveSibling(file.getFileName() + ".svg"), charts.toSvg());
            Files.writeString(
                    file.resolveSibling(file.getFileName() + ".vega.json"),
                    charts.best().toVegaLite());
            Files.writeString(
                    file.resolveSibling(file.getFileName() + ".echarts.json"),
                    charts.best().toECharts().orElse(""));
        }
        Csv.writeLong(List.of(rates, gaps), into.resolve("long.csv"));
        for (Language language : Language.bundled()) {
            Page.of("How groups fare")
                    .in(language)
                    .section(Section.of("Rates"), rates)
                    .section(Section.of("Gaps"), gaps)
                    .write(into.resolve("page." + language.tag() + ".html"));
        }
    }

    @Test
    void whatIsHiddenLeavesNoTraceInAnyFile() throws IOException {
        // Group a and b are hidden; what each of them has differs, together they are the same.
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        publish(counted(new long[][] {{3, 2}, {33, 29}, {51, 49}}), one);
        publish(counted(new long[][] {{4, 4}, {32, 27}, {51, 49}}), other);
        List<Path> files;
        try (Stream<Path> found = Files.list(one)) {
            files = found.sorted().toList();
        }
        assertTrue(files.size() >= 20 + Language.bundled().size(), files.toString());
        for (Path file : files) {
            assertArrayEquals(
                    Files.readAllBytes(file),
                    Files.readAllBytes(other.resolve(one.relativize(file).toString())),
                    file.getFileName().toString());
        }
        String csv = Files.readString(one.resolve("table0.csv"));
        assertTrue(csv.contains("group a,*,*,*"), csv);
        assertTrue(csv.contains("group b,*,*,*"), csv);
    }
}
