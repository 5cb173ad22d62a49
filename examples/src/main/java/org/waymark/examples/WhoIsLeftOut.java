package org.waymark.examples;

import static org.waymark.core.student.Students.CLASS_OF;
import static org.waymark.core.student.Students.GENDER;
import static org.waymark.core.student.Students.RACE;
import static org.waymark.core.student.Students.SCHOOL;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Cohort;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.io.student.ColumnMapping;
import org.waymark.io.student.StudentFile;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.impact.DisproportionateImpact;
import org.waymark.metrics.impact.Grouping;
import org.waymark.metrics.impact.Impacts;
import org.waymark.metrics.impact.Outcome;

/**
 * Prints which groups a made-up region leaves out, alone and crossed with each other; and, of a file of students with their
 * outcomes whose path is given, which of its groups are impacted in which cohort.
 */
public final class WhoIsLeftOut {
    private static final int STUDENTS = 40_000;
    private static final long SEED = 42;

    private WhoIsLeftOut() {}

    /** Takes nothing, or the path of a file with the columns Student_ID, Ethnicity, Gender, Cohort and Transfer to English. */
    public static void main(String[] arguments) throws IOException {
        region(System.out);
        if (arguments.length > 0) {
            students(Path.of(arguments[0]), System.out);
        }
    }

    static void region(PrintStream out) {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Axis race = RACE.as(RaceSchemes.FEDERAL_7);
        Axis income = Students.everAxis(StatusKind.LOW_INCOME);
        DisproportionateImpact impact = DisproportionateImpact.of(
                        Outcome.of(enrolled).by(CLASS_OF))
                .by(Grouping.of(GENDER), Grouping.of(race), Grouping.of(income), Grouping.of(race, income));
        Cohort everybody = Synthetic.region(STUDENTS, SEED).all(Unit.STUDENT);
        Question question = Question.of(everybody.definition(), List.of(enrolled), impact.faces(), everybody.asOf());
        Impacts impacts = impact.over(everybody.tally(question.clusteredBy(SCHOOL)));
        out.println(impacts.only(i -> i.setting().toString().endsWith("2024")));
        impacts.impacted().stream().findFirst().ifPresent(first -> out.println(first.explain()));
    }

    static void students(Path file, PrintStream out) throws IOException {
        Dimension cohort = Dimension.of("cohort");
        Dimension mathCohort = Dimension.of("cohort_math");
        Dimension englishCohort = Dimension.of("cohort_english");
        Loaded<Population> students = StudentFile.reader()
                .id("Student_ID")
                .dimension("Ethnicity", RACE)
                .dimension("Gender", GENDER)
                .dimension("Cohort", cohort)
                .dimension("Cohort_Math", mathCohort)
                .dimension("Cohort_English", englishCohort)
                .column(outcome("Transfer"))
                .column(outcome("Math"))
                .column(outcome("English"))
                .asOf(LocalDate.of(2026, 6, 30))
                .read(file);
        students.findings().stream().limit(10).forEach(out::println);
        Outcome transfer = Outcome.of(Catalog.outcome("transfer")).by(cohort);
        Outcome math = Outcome.of(Catalog.outcome("math")).by(mathCohort);
        Outcome english = Outcome.of(Catalog.outcome("english")).by(englishCohort);
        DisproportionateImpact impact = DisproportionateImpact.of(transfer, math, english)
                .by(Grouping.of(RACE), Grouping.of(GENDER), Grouping.of(RACE, GENDER));
        List<Indicator> asked = List.of(transfer.indicator(), math.indicator(), english.indicator());
        Impacts impacts = impact.over(students.value().all(Unit.STUDENT).tally(asked, impact.faces()));
        out.println(impacts.impacted().size() + " of " + impacts.all().size() + " comparisons show impact:");
        out.println(impacts.only(impacts.impacted()::contains));
    }

    private static ColumnMapping outcome(String header) {
        return new ColumnMapping(
                header,
                ColumnMapping.Role.OUTCOME,
                header.toLowerCase(Locale.ROOT),
                new LinkedHashMap<>(),
                "",
                Optional.empty());
    }
}
