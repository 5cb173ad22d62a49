package org.waymark.core.pathway;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.ProgramId;
import org.waymark.core.id.StudentId;
import org.waymark.core.internal.Checks;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A student's part in a program. */
@Value.Immutable
@Checked
public abstract class Participation implements WithParticipation {
    /** The field list. */
    public static final Schema<Participation, Builder> SCHEMA = Schema.of(
                    Unit.of("participations"), Participation.class, Participation::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "who takes part")
            .called("student_id")
            .linkIfAny(
                    "program", e -> e.program().map(ProgramId::value), (b, v) -> b.program(ProgramId.of(v)), "in what")
            .called("program_id")
            .enumLabel(
                    "level", Level.class, Participation::level, Builder::level, "category of career connected learning")
            .enumIfKnown("activity", ActivityKind.class, Participation::activity, Builder::activity, "what is done")
            .day("start", Participation::start, Builder::start, "first day")
            .starts()
            .dayIfAny("end", Participation::end, Builder::end, "first day no longer; empty while open")
            .ends()
            .numberIfKnown("hours", Participation::hours, Builder::hours, "hours")
            .enumIfKnown("outcome", Outcome.class, Participation::outcome, Builder::outcome, "how it stands")
            .numberIfKnown("credits", Participation::credits, Builder::credits, "credits earned")
            .build();

    Participation() {}

    /** Who takes part. */
    public abstract StudentId student();

    /** In what. */
    public abstract Optional<ProgramId> program();

    /** Category of career connected learning. */
    public abstract Level level();

    /** What is done. */
    public abstract Optional<ActivityKind> activity();

    /** First day. */
    public abstract LocalDate start();

    /** First day no longer; empty while open. */
    public abstract Optional<LocalDate> end();

    /** Hours. */
    public abstract Optional<@PositiveOrZero BigDecimal> hours();

    /** How it stands. */
    public abstract Optional<Outcome> outcome();

    /** Credits earned. */
    public abstract Optional<@PositiveOrZero BigDecimal> credits();

    @Value.Check
    void check() {
        Checks.notBefore("end", end(), "start", start());
    }

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableParticipation.Builder {
        Builder() {}
    }
}
