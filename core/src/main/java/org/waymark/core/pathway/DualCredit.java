package org.waymark.core.pathway;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.StudentId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A dual-credit course or exam of a student. */
@Value.Immutable
@Checked
public abstract class DualCredit implements WithDualCredit {
    /** The field list. */
    public static final Schema<DualCredit, Builder> SCHEMA = Schema.of(
                    Unit.of("dual_credits"), DualCredit.class, DualCredit::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "who")
            .called("student_id")
            .enumLabel("kind", DualCreditKind.class, DualCredit::kind, Builder::kind, "which kind")
            .labelIfKnown("subject", List.of(), DualCredit::subject, Builder::subject, "subject")
            .day("start", DualCredit::start, Builder::start, "first day of the course or its school year")
            .starts()
            .numberIfKnown(
                    "creditsAttempted", DualCredit::creditsAttempted, Builder::creditsAttempted, "credits attempted")
            .numberIfKnown("creditsEarned", DualCredit::creditsEarned, Builder::creditsEarned, "credits earned")
            .numberIfKnown("examScore", DualCredit::examScore, Builder::examScore, "score of the exam")
            .build();

    DualCredit() {}

    /** Who. */
    public abstract StudentId student();

    /** Which kind. */
    public abstract DualCreditKind kind();

    /** Subject. */
    public abstract Optional<String> subject();

    /** First day of the course or its school year. */
    public abstract LocalDate start();

    /** Credits attempted. */
    public abstract Optional<@PositiveOrZero BigDecimal> creditsAttempted();

    /** Credits earned. */
    public abstract Optional<@PositiveOrZero BigDecimal> creditsEarned();

    /** Score of the exam. */
    public abstract Optional<BigDecimal> examScore();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableDualCredit.Builder {
        Builder() {}
    }
}
