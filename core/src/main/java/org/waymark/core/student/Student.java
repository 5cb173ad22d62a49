package org.waymark.core.student;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Past;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.StudentId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A student. Nothing in it names the person; birth date and id never print. */
@Value.Immutable
@Checked
public abstract class Student implements WithStudent {
    /** The field list. */
    public static final Schema<Student, Builder> SCHEMA = Schema.of(
                    Unit.STUDENT, Student.class, Student::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(StudentId.of(v)), "opaque id of the student")
            .called("student_id")
            .dayIfKnown("birthDate", Student::birthDate, Builder::birthDate, "day of birth")
            .enumIfKnown("gender", Gender.class, Student::gender, Builder::gender, "gender")
            .yesNo(
                    "hispanic",
                    Student::hispanic,
                    Builder::hispanic,
                    "whether the student is Hispanic or Latino of any race")
            .labelsIfKnown(
                    "races",
                    List.of(),
                    e -> e.races(),
                    (b, v) -> b.races(v),
                    "races, one or more of an open list; see RaceSchemes")
            .yesNo(
                    "firstGeneration",
                    Student::firstGeneration,
                    Builder::firstGeneration,
                    "whether no parent holds a postsecondary degree")
            .labelIfKnown(
                    "homeLanguage", List.of(), Student::homeLanguage, Builder::homeLanguage, "language spoken at home")
            .labelIfKnown(
                    "classOf",
                    List.of(),
                    e -> e.classOf().map(String::valueOf),
                    (b, v) -> b.classOf(Integer.parseInt(v)),
                    "graduating class, fixed on first entry into grade 9")
            .dayIfAny(
                    "graduationDate",
                    Student::graduationDate,
                    Builder::graduationDate,
                    "day of graduation with a regular diploma")
            .build();

    Student() {}

    /** Opaque id of the student. */
    public abstract StudentId id();

    /** Day of birth. */
    @Value.Redacted
    public abstract Optional<@Past LocalDate> birthDate();

    /** Gender. */
    public abstract Optional<Gender> gender();

    /** Whether the student is Hispanic or Latino of any race. */
    public abstract Optional<Boolean> hispanic();

    /** Races, one or more of an open list; see RaceSchemes. */
    public abstract Set<String> races();

    /** Whether no parent holds a postsecondary degree. */
    public abstract Optional<Boolean> firstGeneration();

    /** Language spoken at home. */
    public abstract Optional<String> homeLanguage();

    /** Graduating class, fixed on first entry into grade 9. */
    public abstract Optional<
                    @Min(value = 1950, message = "must be 1950 or later")
                    @Max(value = 2150, message = "must be 2150 or earlier") Integer>
            classOf();

    /** Day of graduation with a regular diploma. */
    public abstract Optional<LocalDate> graduationDate();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableStudent.Builder {
        Builder() {}
    }
}
