package org.waymark.core.place;

import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.InstitutionId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A college, university or other provider after high school. */
@Value.Immutable
@Checked
public abstract class Institution implements WithInstitution {
    /** The field list. */
    public static final Schema<Institution, Builder> SCHEMA = Schema.of(
                    Unit.of("institutions"), Institution.class, Institution::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(InstitutionId.of(v)), "id of the institution")
            .called("institution_id")
            .text("name", Institution::name, Builder::name, "name")
            .enumIfKnown(
                    "sector",
                    Sector.class,
                    Institution::sector,
                    Builder::sector,
                    "who runs it and how long its programs are")
            .yesNo("inState", Institution::inState, Builder::inState, "whether it lies in the state")
            .build();

    Institution() {}

    /** Id of the institution. */
    public abstract InstitutionId id();

    /** Name. */
    public abstract Optional<String> name();

    /** Who runs it and how long its programs are. */
    public abstract Optional<Sector> sector();

    /** Whether it lies in the state. */
    public abstract Optional<Boolean> inState();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableInstitution.Builder {
        Builder() {}
    }
}
