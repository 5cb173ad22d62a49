package org.waymark.core.credential;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.InstitutionId;
import org.waymark.core.id.StudentId;
import org.waymark.core.internal.Checks;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A student's time at a postsecondary institution. */
@Value.Immutable
@Checked
public abstract class PostsecondaryEnrolment implements WithPostsecondaryEnrolment {
    /** The field list. */
    public static final Schema<PostsecondaryEnrolment, Builder> SCHEMA = Schema.of(
                    Unit.of("postsecondary_enrolments"),
                    PostsecondaryEnrolment.class,
                    PostsecondaryEnrolment::builder,
                    Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "who is enrolled")
            .called("student_id")
            .linkIfAny(
                    "institution",
                    e -> e.institution().map(InstitutionId::value),
                    (b, v) -> b.institution(InstitutionId.of(v)),
                    "where")
            .called("institution_id")
            .labelIfKnown(
                    "sector",
                    List.of(),
                    PostsecondaryEnrolment::sector,
                    Builder::sector,
                    "sector of the institution, where the institution is not given")
            .day("start", PostsecondaryEnrolment::start, Builder::start, "first day")
            .starts()
            .dayIfAny(
                    "end", PostsecondaryEnrolment::end, Builder::end, "first day no longer enrolled; empty while open")
            .ends()
            .labelIfKnown(
                    "intensity",
                    List.of(),
                    PostsecondaryEnrolment::intensity,
                    Builder::intensity,
                    "full time, half time ...")
            .labelIfKnown(
                    "program",
                    List.of(),
                    PostsecondaryEnrolment::program,
                    Builder::program,
                    "program of study, such as its CIP code")
            .numberIfKnown(
                    "creditsEarned",
                    PostsecondaryEnrolment::creditsEarned,
                    Builder::creditsEarned,
                    "credits earned in it")
            .build();

    PostsecondaryEnrolment() {}

    /** Who is enrolled. */
    public abstract StudentId student();

    /** Where. */
    public abstract Optional<InstitutionId> institution();

    /** Sector of the institution, where the institution is not given. */
    public abstract Optional<String> sector();

    /** First day. */
    public abstract LocalDate start();

    /** First day no longer enrolled; empty while open. */
    public abstract Optional<LocalDate> end();

    /** Full time, half time .... */
    public abstract Optional<String> intensity();

    /** Program of study, such as its CIP code. */
    public abstract Optional<String> program();

    /** Credits earned in it. */
    public abstract Optional<@PositiveOrZero BigDecimal> creditsEarned();

    @Value.Check
    void check() {
        Checks.notBefore("end", end(), "start", start());
    }

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutablePostsecondaryEnrolment.Builder {
        Builder() {}
    }
}
