package org.waymark.core.partner;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.EngagementId;
import org.waymark.core.id.PartnerId;
import org.waymark.core.id.ProfessionalId;
import org.waymark.core.id.SchoolId;
import org.waymark.core.id.StudentId;
import org.waymark.core.internal.Checks;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** Professionals, students and educators doing something together. */
@Value.Immutable
@Checked
public abstract class Engagement implements WithEngagement {
    /** The field list. */
    public static final Schema<Engagement, Builder> SCHEMA = Schema.of(
                    Unit.of("engagements"), Engagement.class, Engagement::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(EngagementId.of(v)), "id of the engagement")
            .called("engagement_id")
            .enumIfKnown("kind", EngagementKind.class, Engagement::kind, Builder::kind, "what was done")
            .yesNo("rigorous", Engagement::rigorous, Builder::rigorous, "whether it was extended and deepened learning")
            .labelIfKnown(
                    "level",
                    List.of(),
                    Engagement::level,
                    Builder::level,
                    "category of career connected learning: EXPLORE, PREP or LAUNCH")
            .labelIfKnown("industry", List.of(), Engagement::industry, Builder::industry, "industry sector")
            .links(
                    "partners",
                    e -> e.partners().stream().map(PartnerId::value).toList(),
                    (b, v) -> b.partners(v.stream().map(PartnerId::of).toList()),
                    "partners")
            .called("partner_ids")
            .links(
                    "professionals",
                    e -> e.professionals().stream().map(ProfessionalId::value).toList(),
                    (b, v) -> b.professionals(v.stream().map(ProfessionalId::of).toList()),
                    "professionals")
            .called("professional_ids")
            .links(
                    "students",
                    e -> e.students().stream().map(StudentId::value).toList(),
                    (b, v) -> b.students(v.stream().map(StudentId::of).toList()),
                    "students, where they are known one by one")
            .called("student_ids")
            .links(
                    "schools",
                    e -> e.schools().stream().map(SchoolId::value).toList(),
                    (b, v) -> b.schools(v.stream().map(SchoolId::of).toList()),
                    "schools")
            .called("school_ids")
            .wholeIfKnown(
                    "headcount",
                    Engagement::headcount,
                    Builder::headcount,
                    "how many students, where they are not known one by one")
            .wholeIfKnown("educators", Engagement::educators, Builder::educators, "how many educators")
            .day("start", Engagement::start, Builder::start, "first day")
            .starts()
            .dayIfAny("end", Engagement::end, Builder::end, "first day no longer; empty while open")
            .ends()
            .wholeIfKnown("sessions", Engagement::sessions, Builder::sessions, "how many sessions")
            .numberIfKnown("hours", Engagement::hours, Builder::hours, "hours")
            .enumIfKnown("mode", Mode.class, Engagement::mode, Builder::mode, "how people met")
            .build();

    Engagement() {}

    /** Id of the engagement. */
    public abstract EngagementId id();

    /** What was done. */
    public abstract Optional<EngagementKind> kind();

    /** Whether it was extended and deepened learning. */
    public abstract Optional<Boolean> rigorous();

    /** Category of career connected learning: EXPLORE, PREP or LAUNCH. */
    public abstract Optional<String> level();

    /** Industry sector. */
    public abstract Optional<String> industry();

    /** Partners. */
    public abstract Set<PartnerId> partners();

    /** Professionals. */
    public abstract Set<ProfessionalId> professionals();

    /** Students, where they are known one by one. */
    public abstract Set<StudentId> students();

    /** Schools. */
    public abstract Set<SchoolId> schools();

    /** How many students, where they are not known one by one. */
    public abstract Optional<@PositiveOrZero Integer> headcount();

    /** How many educators. */
    public abstract Optional<@PositiveOrZero Integer> educators();

    /** First day. */
    public abstract LocalDate start();

    /** First day no longer; empty while open. */
    public abstract Optional<LocalDate> end();

    /** How many sessions. */
    public abstract Optional<@PositiveOrZero Integer> sessions();

    /** Hours. */
    public abstract Optional<@PositiveOrZero BigDecimal> hours();

    /** How people met. */
    public abstract Optional<Mode> mode();

    /** Whether it is rigorous: as it says of itself, else as its kind is by default; not if neither is told. */
    public final boolean isRigorous() {
        return rigorous().orElseGet(() -> kind().map(EngagementKind::isRigorous).orElse(false));
    }

    @Value.Check
    void check() {
        Checks.notBefore("end", end(), "start", start());
    }

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableEngagement.Builder {
        Builder() {}
    }
}
