package org.waymark.core.student;

import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.StudentId;
import org.waymark.core.internal.Checks;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A time during which a student was something, or was known not to be. */
@Value.Immutable
@Checked
public abstract class StatusSpell implements WithStatusSpell {
    /** The field list. */
    public static final Schema<StatusSpell, Builder> SCHEMA = Schema.of(
                    Unit.of("statuses"), StatusSpell.class, StatusSpell::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "whose status")
            .called("student_id")
            .enumLabel("kind", StatusKind.class, StatusSpell::kind, Builder::kind, "which status")
            .day("start", StatusSpell::start, Builder::start, "first day")
            .starts()
            .dayIfAny("end", StatusSpell::end, Builder::end, "first day no longer; empty while open")
            .ends()
            .build();

    StatusSpell() {}

    /** Whose status. */
    public abstract StudentId student();

    /** Which status. */
    public abstract StatusKind kind();

    /** First day. */
    public abstract LocalDate start();

    /** First day no longer; empty while open. */
    public abstract Optional<LocalDate> end();

    @Value.Check
    void check() {
        Checks.notBefore("end", end(), "start", start());
    }

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableStatusSpell.Builder {
        Builder() {}
    }
}
