package org.waymark.core.credential;

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

/** A quarter in which wages of a former student were found. Not found is unknown, not unemployed. */
@Value.Immutable
@Checked
public abstract class Employment implements WithEmployment {
    /** The field list. */
    public static final Schema<Employment, Builder> SCHEMA = Schema.of(
                    Unit.of("employments"), Employment.class, Employment::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "who worked")
            .called("student_id")
            .day("quarter", Employment::quarter, Builder::quarter, "first day of the quarter")
            .starts()
            .numberIfKnown("hours", Employment::hours, Builder::hours, "hours worked")
            .numberIfKnown("wages", Employment::wages, Builder::wages, "wages in US dollars")
            .labelIfKnown("naics", List.of(), Employment::naics, Builder::naics, "industry (NAICS)")
            .labelIfKnown("region", List.of(), Employment::region, Builder::region, "where")
            .build();

    Employment() {}

    /** Who worked. */
    public abstract StudentId student();

    /** First day of the quarter. */
    public abstract LocalDate quarter();

    /** Hours worked. */
    public abstract Optional<@PositiveOrZero BigDecimal> hours();

    /** Wages in US dollars. */
    public abstract Optional<@PositiveOrZero BigDecimal> wages();

    /** Industry (NAICS). */
    public abstract Optional<String> naics();

    /** Where. */
    public abstract Optional<String> region();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableEmployment.Builder {
        Builder() {}
    }
}
