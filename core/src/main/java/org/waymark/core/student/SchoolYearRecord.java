package org.waymark.core.student;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.SchoolId;
import org.waymark.core.id.StudentId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** What a student did in one school year at one school: credits and attendance. */
@Value.Immutable
@Checked
public abstract class SchoolYearRecord implements WithSchoolYearRecord {
    /** The field list. */
    public static final Schema<SchoolYearRecord, Builder> SCHEMA = Schema.of(
                    Unit.of("school_year_records"), SchoolYearRecord.class, SchoolYearRecord::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "whose record")
            .called("student_id")
            .link("school", e -> e.school().value(), (b, v) -> b.school(SchoolId.of(v)), "where")
            .called("school_id")
            .labelIfKnown("grade", List.of(), SchoolYearRecord::grade, Builder::grade, "grade")
            .day("start", SchoolYearRecord::start, Builder::start, "first day of the school year")
            .starts()
            .numberIfKnown(
                    "creditsAttempted",
                    SchoolYearRecord::creditsAttempted,
                    Builder::creditsAttempted,
                    "credits attempted")
            .numberIfKnown("creditsEarned", SchoolYearRecord::creditsEarned, Builder::creditsEarned, "credits earned")
            .numberIfKnown("daysEnrolled", SchoolYearRecord::daysEnrolled, Builder::daysEnrolled, "days enrolled")
            .numberIfKnown(
                    "daysAbsent",
                    SchoolYearRecord::daysAbsent,
                    Builder::daysAbsent,
                    "days with half a day or more missed")
            .build();

    SchoolYearRecord() {}

    /** Whose record. */
    public abstract StudentId student();

    /** Where. */
    public abstract SchoolId school();

    /** Grade. */
    public abstract Optional<String> grade();

    /** First day of the school year. */
    public abstract LocalDate start();

    /** Credits attempted. */
    public abstract Optional<@PositiveOrZero BigDecimal> creditsAttempted();

    /** Credits earned. */
    public abstract Optional<@PositiveOrZero BigDecimal> creditsEarned();

    /** Days enrolled. */
    public abstract Optional<@PositiveOrZero BigDecimal> daysEnrolled();

    /** Days with half a day or more missed. */
    public abstract Optional<@PositiveOrZero BigDecimal> daysAbsent();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableSchoolYearRecord.Builder {
        Builder() {}
    }
}
