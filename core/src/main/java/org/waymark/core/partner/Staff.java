package org.waymark.core.partner;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.StaffId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A person of an organisation: staff, board or representative of a partner. */
@Value.Immutable
@Checked
public abstract class Staff implements WithStaff {
    /** The field list. */
    public static final Schema<Staff, Builder> SCHEMA = Schema.of(
                    Unit.of("staff"), Staff.class, Staff::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(StaffId.of(v)), "opaque id of the person")
            .called("staff_id")
            .labelIfKnown("organisation", List.of(), Staff::organisation, Builder::organisation, "which organisation")
            .enumIfKnown("role", OrganisationRole.class, Staff::role, Builder::role, "what the person is")
            .enumIfKnown("voice", VoiceLevel.class, Staff::voice, Builder::voice, "where the person has a voice")
            .labelsIfKnown(
                    "identities",
                    List.of(),
                    e -> e.identities(),
                    (b, v) -> b.identities(v),
                    "groups with which the person identifies")
            .day("start", Staff::start, Builder::start, "first day")
            .dayIfAny("end", Staff::end, Builder::end, "first day no longer; empty while open")
            .build();

    Staff() {}

    /** Opaque id of the person. */
    public abstract StaffId id();

    /** Which organisation. */
    public abstract Optional<String> organisation();

    /** What the person is. */
    public abstract Optional<OrganisationRole> role();

    /** Where the person has a voice. */
    public abstract Optional<VoiceLevel> voice();

    /** Groups with which the person identifies. */
    public abstract Set<String> identities();

    /** First day. */
    public abstract LocalDate start();

    /** First day no longer; empty while open. */
    public abstract Optional<LocalDate> end();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableStaff.Builder {
        Builder() {}
    }
}
