package org.waymark.core.partner;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.EventId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** An event that partners sponsor. */
@Value.Immutable
@Checked
public abstract class Event implements WithEvent {
    /** The field list. */
    public static final Schema<Event, Builder> SCHEMA = Schema.of(
                    Unit.of("events"), Event.class, Event::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(EventId.of(v)), "id of the event")
            .called("event_id")
            .text("name", Event::name, Builder::name, "name")
            .day("day", Event::day, Builder::day, "when")
            .starts()
            .labelIfKnown("industry", List.of(), Event::industry, Builder::industry, "industry sector")
            .labelIfKnown("audience", List.of(), Event::audience, Builder::audience, "grades for which it is meant")
            .build();

    Event() {}

    /** Id of the event. */
    public abstract EventId id();

    /** Name. */
    public abstract Optional<String> name();

    /** When. */
    public abstract LocalDate day();

    /** Industry sector. */
    public abstract Optional<String> industry();

    /** Grades for which it is meant. */
    public abstract Optional<String> audience();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableEvent.Builder {
        Builder() {}
    }
}
