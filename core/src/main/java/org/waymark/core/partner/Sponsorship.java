package org.waymark.core.partner;

import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.EventId;
import org.waymark.core.id.PartnerId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A partner sponsors an event. */
@Value.Immutable
@Checked
public abstract class Sponsorship implements WithSponsorship {
    /** The field list. */
    public static final Schema<Sponsorship, Builder> SCHEMA = Schema.of(
                    Unit.of("sponsorships"), Sponsorship.class, Sponsorship::builder, Builder::build)
            .owner("event", e -> e.event().value(), (b, v) -> b.event(EventId.of(v)), "which event")
            .called("event_id")
            .link("partner", e -> e.partner().value(), (b, v) -> b.partner(PartnerId.of(v)), "which partner")
            .called("partner_id")
            .enumLabel("level", SponsorLevel.class, Sponsorship::level, Builder::level, "at which level")
            .build();

    Sponsorship() {}

    /** Which event. */
    public abstract EventId event();

    /** Which partner. */
    public abstract PartnerId partner();

    /** At which level. */
    public abstract SponsorLevel level();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableSponsorship.Builder {
        Builder() {}
    }
}
