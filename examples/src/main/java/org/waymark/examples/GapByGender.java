package org.waymark.examples;

import static org.waymark.core.student.Students.CLASS_OF;
import static org.waymark.core.student.Students.GENDER;
import static org.waymark.core.student.Students.GRADUATION_DATE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.tally.Tally;
import org.waymark.io.student.StudentFile;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;

/** Reads a file of students and prints how far each gender is from the rest. */
public final class GapByGender {
    private GapByGender() {}

    /** Takes the path of the file. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path file, PrintStream out) throws IOException {
        Loaded<Population> students = StudentFile.reader()
                .id("student_id")
                .dimension("gender", GENDER)
                .dimension("cohort_year", CLASS_OF)
                .milestone("graduation_date", GRADUATION_DATE)
                .events("first_enrollment_date", Catalog.COLLEGE)
                .asOf(LocalDate.of(2026, 6, 30))
                .read(file);
        students.findings().forEach(out::println);
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Tally tally = students.value().classOf(2023).tally(enrolled, GENDER);
        out.println(Gap.of(enrolled).to(Reference.rest()).by(GENDER).over(tally));
    }
}
