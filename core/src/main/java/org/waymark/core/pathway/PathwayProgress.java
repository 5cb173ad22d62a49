package org.waymark.core.pathway;

import java.time.LocalDate;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.PathwayId;
import org.waymark.core.id.StudentId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A stage that a student has come to on a career pathway. */
@Value.Immutable
@Checked
public abstract class PathwayProgress implements WithPathwayProgress {
    /** The field list. */
    public static final Schema<PathwayProgress, Builder> SCHEMA = Schema.of(
                    Unit.of("pathway_progress"), PathwayProgress.class, PathwayProgress::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "who")
            .called("student_id")
            .link("pathway", e -> e.pathway().value(), (b, v) -> b.pathway(PathwayId.of(v)), "on which pathway")
            .called("pathway_id")
            .enumLabel("stage", Stage.class, PathwayProgress::stage, Builder::stage, "which stage")
            .day("since", PathwayProgress::since, Builder::since, "since when")
            .starts()
            .build();

    PathwayProgress() {}

    /** Who. */
    public abstract StudentId student();

    /** On which pathway. */
    public abstract PathwayId pathway();

    /** Which stage. */
    public abstract Stage stage();

    /** Since when. */
    public abstract LocalDate since();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutablePathwayProgress.Builder {
        Builder() {}
    }
}
