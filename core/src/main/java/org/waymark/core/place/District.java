package org.waymark.core.place;

import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.CountyId;
import org.waymark.core.id.DistrictId;
import org.waymark.core.id.EsdId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A school district. */
@Value.Immutable
@Checked
public abstract class District implements WithDistrict {
    /** The field list. */
    public static final Schema<District, Builder> SCHEMA = Schema.of(
                    Unit.of("districts"), District.class, District::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(DistrictId.of(v)), "id of the district")
            .called("district_id")
            .text("name", District::name, Builder::name, "name")
            .linkIfAny(
                    "esd",
                    e -> e.esd().map(EsdId::value),
                    (b, v) -> b.esd(EsdId.of(v)),
                    "educational service district that contains it")
            .called("esd_id")
            .linkIfAny(
                    "county",
                    e -> e.county().map(CountyId::value),
                    (b, v) -> b.county(CountyId.of(v)),
                    "county of its office")
            .called("county_id")
            .dayIfAny(
                    "planAdopted",
                    District::planAdopted,
                    Builder::planAdopted,
                    "day on which it adopted its plan for career connected learning")
            .build();

    District() {}

    /** Id of the district. */
    public abstract DistrictId id();

    /** Name. */
    public abstract Optional<String> name();

    /** Educational service district that contains it. */
    public abstract Optional<EsdId> esd();

    /** County of its office. */
    public abstract Optional<CountyId> county();

    /** Day on which it adopted its plan for career connected learning; empty if it has none. */
    public abstract Optional<LocalDate> planAdopted();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableDistrict.Builder {
        Builder() {}
    }
}
