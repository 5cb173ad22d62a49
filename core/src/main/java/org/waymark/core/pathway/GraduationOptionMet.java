package org.waymark.core.pathway;

import java.time.LocalDate;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.StudentId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A graduation pathway option that a student has met. */
@Value.Immutable
@Checked
public abstract class GraduationOptionMet implements WithGraduationOptionMet {
    /** The field list. */
    public static final Schema<GraduationOptionMet, Builder> SCHEMA = Schema.of(
                    Unit.of("graduation_options_met"),
                    GraduationOptionMet.class,
                    GraduationOptionMet::builder,
                    Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "who")
            .called("student_id")
            .enumLabel("option", GraduationOption.class, GraduationOptionMet::option, Builder::option, "which option")
            .day("day", GraduationOptionMet::day, Builder::day, "when")
            .starts()
            .build();

    GraduationOptionMet() {}

    /** Who. */
    public abstract StudentId student();

    /** Which option. */
    public abstract GraduationOption option();

    /** When. */
    public abstract LocalDate day();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableGraduationOptionMet.Builder {
        Builder() {}
    }
}
