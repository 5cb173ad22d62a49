package org.waymark.core.partner;

import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.PartnerId;
import org.waymark.core.internal.Checks;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A time during which a partner was active. */
@Value.Immutable
@Checked
public abstract class PartnerSpell implements WithPartnerSpell {
    /** The field list. */
    public static final Schema<PartnerSpell, Builder> SCHEMA = Schema.of(
                    Unit.of("partner_spells"), PartnerSpell.class, PartnerSpell::builder, Builder::build)
            .owner("partner", e -> e.partner().value(), (b, v) -> b.partner(PartnerId.of(v)), "which partner")
            .called("partner_id")
            .day("start", PartnerSpell::start, Builder::start, "first day")
            .starts()
            .dayIfAny("end", PartnerSpell::end, Builder::end, "first day no longer; empty while open")
            .ends()
            .build();

    PartnerSpell() {}

    /** Which partner. */
    public abstract PartnerId partner();

    /** First day. */
    public abstract LocalDate start();

    /** First day no longer; empty while open. */
    public abstract Optional<LocalDate> end();

    @Value.Check
    void check() {
        Checks.notBefore("end", end(), "start", start());
    }

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutablePartnerSpell.Builder {
        Builder() {}
    }
}
