package org.waymark.core.place;

import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.CountyId;
import org.waymark.core.id.DistrictId;
import org.waymark.core.id.SchoolId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A school. */
@Value.Immutable
@Checked
public abstract class School implements WithSchool {
    /** The field list. */
    public static final Schema<School, Builder> SCHEMA = Schema.of(
                    Unit.of("schools"), School.class, School::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(SchoolId.of(v)), "id of the school")
            .called("school_id")
            .text("name", School::name, Builder::name, "name")
            .linkIfAny(
                    "district",
                    e -> e.district().map(DistrictId::value),
                    (b, v) -> b.district(DistrictId.of(v)),
                    "district that contains it")
            .called("district_id")
            .linkIfAny(
                    "county",
                    e -> e.county().map(CountyId::value),
                    (b, v) -> b.county(CountyId.of(v)),
                    "county in which it stands")
            .called("county_id")
            .enumIfKnown("locale", NcesLocale.class, School::locale, Builder::locale, "locale in which it stands")
            .enumIfKnown("level", SchoolLevel.class, School::level, Builder::level, "grades that it mainly teaches")
            .build();

    School() {}

    /** Id of the school. */
    public abstract SchoolId id();

    /** Name. */
    public abstract Optional<String> name();

    /** District that contains it. */
    public abstract Optional<DistrictId> district();

    /** County in which it stands. */
    public abstract Optional<CountyId> county();

    /** Locale in which it stands. */
    public abstract Optional<NcesLocale> locale();

    /** Grades that it mainly teaches. */
    public abstract Optional<SchoolLevel> level();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableSchool.Builder {
        Builder() {}
    }
}
