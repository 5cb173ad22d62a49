package org.waymark.core.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.SchoolId;
import org.waymark.core.id.StudentId;
import org.waymark.core.internal.Checks;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A student's time at one school. */
@Value.Immutable
@Checked
public abstract class Enrolment implements WithEnrolment {
    /** The field list. */
    public static final Schema<Enrolment, Builder> SCHEMA = Schema.of(
                    Unit.of("enrolments"), Enrolment.class, Enrolment::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "who is enrolled")
            .called("student_id")
            .link("school", e -> e.school().value(), (b, v) -> b.school(SchoolId.of(v)), "where")
            .called("school_id")
            .labelIfKnown("grade", List.of(), Enrolment::grade, Builder::grade, "grade on entry")
            .day("start", Enrolment::start, Builder::start, "first day")
            .starts()
            .dayIfAny("end", Enrolment::end, Builder::end, "first day no longer enrolled; empty while open")
            .ends()
            .enumIfKnown("exitKind", ExitKind.class, Enrolment::exitKind, Builder::exitKind, "how it ended")
            .build();

    Enrolment() {}

    /** Who is enrolled. */
    public abstract StudentId student();

    /** Where. */
    public abstract SchoolId school();

    /** Grade on entry. */
    public abstract Optional<String> grade();

    /** First day. */
    public abstract LocalDate start();

    /** First day no longer enrolled; empty while open. */
    public abstract Optional<LocalDate> end();

    /** How it ended. */
    public abstract Optional<ExitKind> exitKind();

    @Value.Check
    void check() {
        Checks.notBefore("end", end(), "start", start());
    }

    /** Whether it goes on. */
    public final boolean isOpen() {
        return end().isEmpty();
    }

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableEnrolment.Builder {
        Builder() {}
    }
}
