package org.waymark.core.place;

import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.EsdId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** An educational service district: a region of school districts. */
@Value.Immutable
@Checked
public abstract class Esd implements WithEsd {
    /** The field list. */
    public static final Schema<Esd, Builder> SCHEMA = Schema.of(
                    Unit.of("esds"), Esd.class, Esd::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(EsdId.of(v)), "id of the region")
            .called("esd_id")
            .text("name", Esd::name, Builder::name, "name")
            .build();

    Esd() {}

    /** Id of the region. */
    public abstract EsdId id();

    /** Name. */
    public abstract Optional<String> name();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableEsd.Builder {
        Builder() {}
    }
}
