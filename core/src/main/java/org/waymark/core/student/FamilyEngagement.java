package org.waymark.core.student;

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

/** A family's part in an event. */
@Value.Immutable
@Checked
public abstract class FamilyEngagement implements WithFamilyEngagement {
    /** The field list. */
    public static final Schema<FamilyEngagement, Builder> SCHEMA = Schema.of(
                    Unit.of("family_engagements"), FamilyEngagement.class, FamilyEngagement::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "whose family")
            .called("student_id")
            .day("day", FamilyEngagement::day, Builder::day, "when")
            .starts()
            .labelIfKnown(
                    "role",
                    List.of(),
                    FamilyEngagement::role,
                    Builder::role,
                    "role of the family: attended, led, advised")
            .numberIfKnown("hours", FamilyEngagement::hours, Builder::hours, "hours")
            .wholeIfKnown("attendees", FamilyEngagement::attendees, Builder::attendees, "how many came")
            .build();

    FamilyEngagement() {}

    /** Whose family. */
    public abstract StudentId student();

    /** When. */
    public abstract LocalDate day();

    /** Role of the family: attended, led, advised. */
    public abstract Optional<String> role();

    /** Hours. */
    public abstract Optional<@PositiveOrZero BigDecimal> hours();

    /** How many came. */
    public abstract Optional<@PositiveOrZero Integer> attendees();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableFamilyEngagement.Builder {
        Builder() {}
    }
}
