package org.waymark.core.place;

import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.DistrictId;
import org.waymark.core.id.NetworkId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A STEM network or regional network. Districts may belong to several. */
@Value.Immutable
@Checked
public abstract class Network implements WithNetwork {
    /** The field list. */
    public static final Schema<Network, Builder> SCHEMA = Schema.of(
                    Unit.of("networks"), Network.class, Network::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(NetworkId.of(v)), "id of the network")
            .called("network_id")
            .text("name", Network::name, Builder::name, "name")
            .links(
                    "districts",
                    e -> e.districts().stream().map(DistrictId::value).toList(),
                    (b, v) -> b.districts(v.stream().map(DistrictId::of).toList()),
                    "districts that belong to it")
            .called("district_ids")
            .build();

    Network() {}

    /** Id of the network. */
    public abstract NetworkId id();

    /** Name. */
    public abstract Optional<String> name();

    /** Districts that belong to it. */
    public abstract Set<DistrictId> districts();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableNetwork.Builder {
        Builder() {}
    }
}
