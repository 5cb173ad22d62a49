package org.waymark.metrics.smallgroup;

import java.util.List;
import java.util.Objects;
import org.waymark.metrics.rate.Share;

/**
 * The counts of one group's units.
 *
 * @param of the group
 * @param units unit by unit
 * @param masked how many more there are whose counts the source keeps back
 */
public record Units(String of, List<Unit> units, int masked) {
    /** Copies the units. */
    public Units {
        Objects.requireNonNull(of, "of");
        units = List.copyOf(units);
    }

    /** Units whose counts are all there. */
    public static Units of(String group, List<Unit> units) {
        return new Units(group, units, 0);
    }

    /**
     * One unit, such as a school.
     *
     * @param name its name
     * @param share how many of its members succeeded; may be nobody of nobody
     */
    public record Unit(String name, Share share) {}

    /** Those that have members. */
    List<Share> shares() {
        return units.stream().map(Unit::share).filter(share -> share.n() > 0).toList();
    }

    /** All units together. */
    public Share pooled() {
        return shares().stream().reduce(new Share(0, 0), Share::plus);
    }
}
