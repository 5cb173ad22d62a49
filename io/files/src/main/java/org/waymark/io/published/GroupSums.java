package org.waymark.io.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the groups of an axis add up to everybody at their place. Where nobody stands in two of them they should; where they
 * do not, both numbers are kept as printed, for sources state groups and totals at different times.
 */
final class GroupSums {
    private record At(Map<String, String> place, String axis) {}

    private static final class Sum {
        private long members;
        private long yes;
        private long line;
        private boolean known = true;

        private void add(PublishedCell cell) {
            known &= !cell.isMasked() && cell.members().isExact() && cell.yes().isExact();
            if (known) {
                members += cell.members().exact();
                yes += cell.yes().exact();
            }
            line = line == 0 ? cell.line() : line;
        }
    }

    private GroupSums() {}

    /** Looks in the cells of one slice. */
    static void look(List<PublishedCell> cells, Set<String> places, List<String> disjoint, Identities identities) {
        Map<Map<String, String>, PublishedCell> totals = new LinkedHashMap<>();
        Map<At, Sum> sums = new LinkedHashMap<>();
        for (PublishedCell cell : cells) {
            Map<String, String> place = new LinkedHashMap<>(cell.labels());
            place.keySet().retainAll(places);
            Map<String, String> groups = new LinkedHashMap<>(cell.labels());
            groups.keySet().removeAll(places);
            if (groups.isEmpty()) {
                totals.put(place, cell);
            } else if (groups.size() == 1) {
                String axis = groups.keySet().iterator().next();
                if (disjoint.contains(axis)) {
                    sums.computeIfAbsent(new At(place, axis), at -> new Sum()).add(cell);
                }
            }
        }
        sums.forEach((at, sum) -> Optional.ofNullable(totals.get(at.place()))
                .filter(total -> sum.known && !total.isMasked())
                .ifPresent(total -> identities.looked(
                        "groups of " + at.axis(),
                        "the groups of " + at.axis() + " add up to everybody",
                        sum.members == total.members().exact()
                                && sum.yes == total.yes().exact(),
                        sum.line,
                        at.axis(),
                        "both were kept as printed")));
    }
}
