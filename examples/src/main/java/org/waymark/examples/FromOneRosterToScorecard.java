package org.waymark.examples;

import static org.waymark.core.student.Students.GENDER;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Unit;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.csv.Csv;
import org.waymark.io.oneroster.CoursePathway;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.xlsx.Xlsx;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.rate.Rate;

/** From the roster that a student information system exports to who takes part in career connected learning. */
public final class FromOneRosterToScorecard {
    private FromOneRosterToScorecard() {}

    /** Takes the OneRoster zip, the table of courses and pathways, the as-of day and a folder to write to. */
    public static void main(String[] arguments) throws IOException {
        run(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                LocalDate.parse(arguments[2]),
                Path.of(arguments[3]),
                System.out);
    }

    static void run(Path roster, Path courses, LocalDate asOf, Path output, PrintStream out) throws IOException {
        Loaded<List<CoursePathway>> pathways = CoursePathway.read(courses);
        Loaded<Population> loaded =
                OneRoster.reader().asOf(asOf).courses(pathways.value()).read(roster);
        pathways.findings().forEach(out::println);
        loaded.findings().forEach(out::println);

        List<Indicator> asked = List.of(Catalog.exploreOrPrep(), Catalog.launch(), Catalog.neverEngaged());
        Question question = Question.of(CohortDefinition.all(Unit.STUDENT), asked, Faces.each(GENDER), asOf)
                .during(SchoolYear.containing(asOf));
        Tally tally = loaded.value().all(Unit.STUDENT).tally(question);
        List<Table> tables = new ArrayList<>();
        for (Indicator indicator : asked) {
            tables.add(Rate.of(indicator).by(GENDER).over(tally).toTable());
            tables.add(Gap.of(indicator)
                    .to(Reference.rest())
                    .by(GENDER)
                    .over(tally)
                    .toTable());
        }
        tables.forEach(out::println);

        Files.createDirectories(output);
        Csv.forAnalysts("scorecard").replacing().writeLong(tables, output.resolve("figures.csv"));
        Csv.forAnalysts("findings").replacing().write(loaded.findingsTable(), output.resolve("findings.csv"));
        Xlsx.forAnalysts("scorecard").replacing().write(tables, output.resolve("scorecard.xlsx"));
    }
}
