package org.waymark.metrics.decomposition;

import java.util.List;
import org.waymark.metrics.rate.Share;

/**
 * A part of everybody, such as a school, with the successes and members of each group in it.
 *
 * @param name which
 * @param shares one per group, in the order of the groups; a group may have nobody here
 */
public record Stratum(String name, List<Share> shares) {
    /** Copies the shares. */
    public Stratum {
        shares = List.copyOf(shares);
    }

    /** A stratum of two groups. */
    public static Stratum of(String name, Share first, Share second) {
        return new Stratum(name, List.of(first, second));
    }

    /** All groups together. */
    public Share all() {
        return shares.stream().reduce(new Share(0, 0), Share::plus);
    }

    /** Whether a group has members here. */
    boolean has(int group) {
        return shares.get(group).n() > 0;
    }

    /** The rate of a group that has members here. */
    double rate(int group) {
        return shares.get(group).value();
    }
}
