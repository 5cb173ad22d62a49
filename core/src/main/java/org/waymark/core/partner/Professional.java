package org.waymark.core.partner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.PartnerId;
import org.waymark.core.id.ProfessionalId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A person of a partner who meets students. Identity is self-reported and optional. */
@Value.Immutable
@Checked
public abstract class Professional implements WithProfessional {
    /** The field list. */
    public static final Schema<Professional, Builder> SCHEMA = Schema.of(
                    Unit.of("professionals"), Professional.class, Professional::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(ProfessionalId.of(v)), "opaque id of the person")
            .called("professional_id")
            .linkIfAny(
                    "partner",
                    e -> e.partner().map(PartnerId::value),
                    (b, v) -> b.partner(PartnerId.of(v)),
                    "for whom the person works")
            .called("partner_id")
            .labelIfKnown("role", List.of(), Professional::role, Builder::role, "role")
            .labelsIfKnown(
                    "identities",
                    List.of(),
                    e -> e.identities(),
                    (b, v) -> b.identities(v),
                    "groups with which the person identifies")
            .build();

    Professional() {}

    /** Opaque id of the person. */
    public abstract ProfessionalId id();

    /** For whom the person works. */
    public abstract Optional<PartnerId> partner();

    /** Role. */
    public abstract Optional<String> role();

    /** Groups with which the person identifies. */
    public abstract Set<String> identities();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableProfessional.Builder {
        Builder() {}
    }
}
