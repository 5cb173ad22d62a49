package org.waymark.benchmarks;

import static org.waymark.core.student.Students.BIRTH_DATE;
import static org.waymark.core.student.Students.GRADUATION_DATE;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Students;
import org.waymark.io.sql.Database;
import org.waymark.io.student.StudentFile;
import org.waymark.metrics.catalog.Catalog;

/** The job that all programs here do: a flat file of students, seven dimensions, three outcomes. */
public final class StudentJob {
    /** A day on which every window of the generated students has closed. */
    static final LocalDate AS_OF = LocalDate.of(2040, 1, 1);

    static final List<Dimension> DIMENSIONS = List.of(
            Students.GENDER,
            Students.RACE,
            Dimension.of("low_income"),
            Dimension.of("multilingual"),
            Dimension.of("disability"),
            Dimension.of("homeless"),
            Students.LOCALE);

    static final Indicator GRADUATED = Indicator.builder("graduated")
            .name("Graduated")
            .success(GRADUATION_DATE.reached())
            .build();

    static final Indicator ENROLLED = Catalog.enrolledWithinAYear();

    static final Indicator CREDENTIAL = Indicator.builder("credential_26")
            .name("Credential before birthday 26")
            .success(Catalog.AWARD.taken().within(Window.before(BIRTH_DATE.plus(Period.ofYears(26)))))
            .build();

    static final List<Indicator> OUTCOMES = List.of(GRADUATED, ENROLLED, CREDENTIAL);

    private StudentJob() {}

    /** All columns of the file. */
    static StudentFile.Reader reader() {
        StudentFile.Reader reader = StudentFile.reader()
                .id("student_id")
                .dimension("cohort_year", Students.CLASS_OF)
                .dimension("district", Students.DISTRICT)
                .dimension("school", Students.SCHOOL)
                .milestone("birth_date", BIRTH_DATE)
                .milestone("graduation_date", GRADUATION_DATE)
                .events("first_enrollment_date", Catalog.COLLEGE)
                .events("first_credential_date", Catalog.AWARD)
                .eventLabel("first_credential_type", Catalog.KIND, "first_credential_date")
                .asOf(AS_OF);
        DIMENSIONS.forEach(dimension -> reader.dimension(dimension.name(), dimension));
        return reader;
    }

    /** The same columns of events in a database's table of students. */
    static Database events(Database db) {
        return db.events("first_enrollment_date", Catalog.COLLEGE)
                .events("first_credential_date", Catalog.AWARD)
                .eventLabel("first_credential_type", Catalog.KIND, "first_credential_date");
    }

    /** Every dimension alone, or every two of them. */
    public static Question question(int ways) {
        Axis[] axes = DIMENSIONS.toArray(new Axis[0]);
        return Question.of(CohortDefinition.all(Unit.STUDENT), OUTCOMES, Faces.upTo(ways, axes), AS_OF);
    }
}
