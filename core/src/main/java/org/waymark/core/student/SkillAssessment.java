package org.waymark.core.student;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.StudentId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** An assessment of one of the four Cs. */
@Value.Immutable
@Checked
public abstract class SkillAssessment implements WithSkillAssessment {
    /** The field list. */
    public static final Schema<SkillAssessment, Builder> SCHEMA = Schema.of(
                    Unit.of("skill_assessments"), SkillAssessment.class, SkillAssessment::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "who was assessed")
            .called("student_id")
            .enumLabel("skill", Skill.class, SkillAssessment::skill, Builder::skill, "which skill")
            .day("day", SkillAssessment::day, Builder::day, "when")
            .starts()
            .numberIfKnown("score", SkillAssessment::score, Builder::score, "score")
            .labelIfKnown("scale", List.of(), SkillAssessment::scale, Builder::scale, "scale of the score")
            .labelIfKnown("assessor", List.of(), SkillAssessment::assessor, Builder::assessor, "who assessed")
            .build();

    SkillAssessment() {}

    /** Who was assessed. */
    public abstract StudentId student();

    /** Which skill. */
    public abstract Skill skill();

    /** When. */
    public abstract LocalDate day();

    /** Score. */
    public abstract Optional<BigDecimal> score();

    /** Scale of the score. */
    public abstract Optional<String> scale();

    /** Who assessed. */
    public abstract Optional<String> assessor();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableSkillAssessment.Builder {
        Builder() {}
    }
}
