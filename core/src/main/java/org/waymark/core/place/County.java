package org.waymark.core.place;

import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.CountyId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A county. A county need not lie in one educational service district. */
@Value.Immutable
@Checked
public abstract class County implements WithCounty {
    /** The field list. */
    public static final Schema<County, Builder> SCHEMA = Schema.of(
                    Unit.of("counties"), County.class, County::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(CountyId.of(v)), "id of the county")
            .called("county_id")
            .text("name", County::name, Builder::name, "name")
            .build();

    County() {}

    /** Id of the county. */
    public abstract CountyId id();

    /** Name. */
    public abstract Optional<String> name();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableCounty.Builder {
        Builder() {}
    }
}
