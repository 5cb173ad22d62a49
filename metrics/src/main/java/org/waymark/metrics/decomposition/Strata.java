package org.waymark.metrics.decomposition;

import java.util.List;
import java.util.Optional;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * Successes and members of groups, stratum by stratum: what decompositions and standardised rates are made of. Every member
 * stands in one stratum.
 *
 * @param groups the names of the groups
 * @param strata the strata, each with one share per group
 * @param overlapping whether members may stand in two of the groups; what takes the groups for independent is left out then
 * @param missing why counts are not there; empty if they are
 */
public record Strata(List<String> groups, List<Stratum> strata, boolean overlapping, Optional<Undefined> missing) {
    /** Copies the lists; refuses strata that have not one share per group. */
    public Strata {
        groups = List.copyOf(groups);
        strata = List.copyOf(strata);
        int size = groups.size();
        if (strata.stream().anyMatch(stratum -> stratum.shares().size() != size)) {
            throw new IllegalArgumentException("strata: must have one share per group, " + size);
        }
    }

    /** Strata of groups of different people. */
    public static Strata of(List<String> groups, List<Stratum> strata) {
        return new Strata(groups, strata, false, Optional.empty());
    }

    /** Strata of two groups of different people. */
    public static Strata of(String first, String second, List<Stratum> strata) {
        return of(List.of(first, second), strata);
    }

    /** The strata of two of the groups, in that order. */
    public Strata between(String first, String second) {
        int one = indexOf(first);
        int two = indexOf(second);
        List<Stratum> chosen = strata.stream()
                .map(stratum -> Stratum.of(
                        stratum.name(),
                        stratum.shares().get(one),
                        stratum.shares().get(two)))
                .toList();
        return new Strata(List.of(first, second), chosen, overlapping, missing);
    }

    /** Where a group stands among the groups. */
    int indexOf(String group) {
        int at = groups.indexOf(group);
        if (at < 0) {
            throw new IllegalArgumentException("group: must be one of " + groups + ", was " + group);
        }
        return at;
    }

    /** A group in all strata together. */
    public Share total(String group) {
        return total(indexOf(group));
    }

    Share total(int group) {
        return strata.stream().map(stratum -> stratum.shares().get(group)).reduce(new Share(0, 0), Share::plus);
    }

    /** Why there is no rate of every group; empty if there is. */
    public Optional<Undefined> undefined() {
        if (missing.isPresent()) {
            return missing;
        }
        boolean empty = groups.isEmpty();
        for (int group = 0; group < groups.size(); group++) {
            empty |= total(group).n() == 0;
        }
        return empty ? Optional.of(Undefined.NO_OBSERVATIONS) : Optional.empty();
    }

    /** The same; refuses another number of groups than two. */
    Strata ofTwo() {
        if (groups.size() != 2) {
            throw new IllegalArgumentException("strata: must be of two groups, were of " + groups);
        }
        return this;
    }
}
