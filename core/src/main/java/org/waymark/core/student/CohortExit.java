package org.waymark.core.student;

import java.time.LocalDate;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.StudentId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** How and when a student came out of the graduating cohort. */
@Value.Immutable
@Checked
public abstract class CohortExit implements WithCohortExit {
    /** The field list. */
    public static final Schema<CohortExit, Builder> SCHEMA = Schema.of(
                    Unit.of("cohort_exits"), CohortExit.class, CohortExit::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "who came out")
            .called("student_id")
            .enumLabel("kind", ExitKind.class, CohortExit::kind, Builder::kind, "how")
            .day("day", CohortExit::day, Builder::day, "when")
            .starts()
            .build();

    CohortExit() {}

    /** Who came out. */
    public abstract StudentId student();

    /** How. */
    public abstract ExitKind kind();

    /** When. */
    public abstract LocalDate day();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableCohortExit.Builder {
        Builder() {}
    }
}
