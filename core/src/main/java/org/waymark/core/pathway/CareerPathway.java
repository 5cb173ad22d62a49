package org.waymark.core.pathway;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.CredentialId;
import org.waymark.core.id.PathwayId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A sequence of learning that leads into the careers of a sector. */
@Value.Immutable
@Checked
public abstract class CareerPathway implements WithCareerPathway {
    /** The field list. */
    public static final Schema<CareerPathway, Builder> SCHEMA = Schema.of(
                    Unit.of("pathways"), CareerPathway.class, CareerPathway::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(PathwayId.of(v)), "id of the pathway")
            .called("pathway_id")
            .text("name", CareerPathway::name, Builder::name, "name")
            .labelIfKnown("industry", List.of(), CareerPathway::industry, Builder::industry, "industry sector")
            .links(
                    "credentials",
                    e -> e.credentials().stream().map(CredentialId::value).toList(),
                    (b, v) -> b.credentials(v.stream().map(CredentialId::of).toList()),
                    "credentials to which it leads")
            .called("credential_ids")
            .labelsIfAny(
                    "occupations",
                    List.of(),
                    e -> e.occupations(),
                    (b, v) -> b.occupations(v),
                    "occupations to which it leads (SOC)")
            .build();

    CareerPathway() {}

    /** Id of the pathway. */
    public abstract PathwayId id();

    /** Name. */
    public abstract Optional<String> name();

    /** Industry sector. */
    public abstract Optional<String> industry();

    /** Credentials to which it leads. */
    public abstract Set<CredentialId> credentials();

    /** Occupations to which it leads (SOC). */
    public abstract Set<String> occupations();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableCareerPathway.Builder {
        Builder() {}
    }
}
