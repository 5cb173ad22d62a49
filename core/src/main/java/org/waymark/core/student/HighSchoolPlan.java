package org.waymark.core.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.StudentId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A High School and Beyond Plan as it stood on a day. */
@Value.Immutable
@Checked
public abstract class HighSchoolPlan implements WithHighSchoolPlan {
    /** The field list. */
    public static final Schema<HighSchoolPlan, Builder> SCHEMA = Schema.of(
                    Unit.of("high_school_plans"), HighSchoolPlan.class, HighSchoolPlan::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "whose plan")
            .called("student_id")
            .day("updated", HighSchoolPlan::updated, Builder::updated, "when it was last changed")
            .starts()
            .text("careerGoal", HighSchoolPlan::careerGoal, Builder::careerGoal, "career goal")
            .text("educationGoal", HighSchoolPlan::educationGoal, Builder::educationGoal, "education goal")
            .labelIfKnown(
                    "industry", List.of(), HighSchoolPlan::industry, Builder::industry, "sector of the career goal")
            .labelIfKnown(
                    "graduationOption",
                    List.of(),
                    HighSchoolPlan::graduationOption,
                    Builder::graduationOption,
                    "graduation pathway option chosen")
            .build();

    HighSchoolPlan() {}

    /** Whose plan. */
    public abstract StudentId student();

    /** When it was last changed. */
    public abstract LocalDate updated();

    /** Career goal. */
    public abstract Optional<String> careerGoal();

    /** Education goal. */
    public abstract Optional<String> educationGoal();

    /** Sector of the career goal. */
    public abstract Optional<String> industry();

    /** Graduation pathway option chosen. */
    public abstract Optional<String> graduationOption();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableHighSchoolPlan.Builder {
        Builder() {}
    }
}
