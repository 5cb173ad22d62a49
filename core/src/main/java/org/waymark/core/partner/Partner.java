package org.waymark.core.partner;

import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.CountyId;
import org.waymark.core.id.PartnerId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** An organisation that works with schools. One with many sites counts once. */
@Value.Immutable
@Checked
public abstract class Partner implements WithPartner {
    /** The field list. */
    public static final Schema<Partner, Builder> SCHEMA = Schema.of(
                    Unit.of("partners"), Partner.class, Partner::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(PartnerId.of(v)), "id of the partner")
            .called("partner_id")
            .text("name", Partner::name, Builder::name, "name")
            .enumIfKnown("kind", PartnerKind.class, Partner::kind, Builder::kind, "kind")
            .labelIfKnown("industry", List.of(), Partner::industry, Builder::industry, "industry sector")
            .linkIfAny("county", e -> e.county().map(CountyId::value), (b, v) -> b.county(CountyId.of(v)), "county")
            .called("county_id")
            .wholeIfKnown("size", Partner::size, Builder::size, "how many people work there")
            .build();

    Partner() {}

    /** Id of the partner. */
    public abstract PartnerId id();

    /** Name. */
    public abstract Optional<String> name();

    /** Kind. */
    public abstract Optional<PartnerKind> kind();

    /** Industry sector. */
    public abstract Optional<String> industry();

    /** County. */
    public abstract Optional<CountyId> county();

    /** How many people work there. */
    public abstract Optional<@PositiveOrZero Integer> size();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutablePartner.Builder {
        Builder() {}
    }
}
