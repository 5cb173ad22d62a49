package org.waymark.metrics.smallgroup;

import java.util.List;
import org.waymark.metrics.rate.Share;

/**
 * The counts of one group's units.
 *
 * @param of the group
 * @param units unit by unit
 */
public record Units(String of, List<Unit> units) {
    /** Copies the units. */
    public Units {
        units = List.copyOf(units);
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
