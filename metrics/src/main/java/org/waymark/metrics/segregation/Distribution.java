package org.waymark.metrics.segregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.metrics.measure.Undefined;

/**
 * How many members of each group each unit has: what measures of segregation are made of. Units and groups without members
 * are left out.
 *
 * @param units the names of the units, such as schools
 * @param groups the names of the groups
 * @param counts unit by unit, one count per group
 * @param missing why counts are not there; empty if they are
 */
public record Distribution(
        List<String> units, List<String> groups, List<List<Long>> counts, Optional<Undefined> missing) {
    /** Leaves out units and groups of nobody; refuses counts that do not fit the names and negative ones. */
    public Distribution {
        int width = groups.size();
        if (counts.size() != units.size() || counts.stream().anyMatch(unit -> unit.size() != width)) {
            throw new IllegalArgumentException("counts: must be " + units.size() + " rows of " + width + " numbers");
        }
        if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts: must be 0 or more");
        }
        long[] ofGroup = new long[width];
        counts.forEach(unit -> Arrays.setAll(ofGroup, g -> Math.addExact(ofGroup[g], unit.get(g))));
        List<String> usedUnits = new ArrayList<>();
        List<List<Long>> used = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            List<Long> unit = counts.get(u);
            if (unit.stream().anyMatch(count -> count > 0)) {
                usedUnits.add(units.get(u));
                used.add(kept(unit, ofGroup));
            }
        }
        units = List.copyOf(usedUnits);
        groups = kept(groups, ofGroup);
        counts = List.copyOf(used);
    }

    private static <T> List<T> kept(List<T> row, long[] ofGroup) {
        List<T> kept = new ArrayList<>();
        for (int g = 0; g < ofGroup.length; g++) {
            if (ofGroup[g] > 0) {
                kept.add(row.get(g));
            }
        }
        return List.copyOf(kept);
    }

    /** Counts that are all there. */
    public static Distribution of(List<String> units, List<String> groups, List<List<Long>> counts) {
        return new Distribution(units, groups, counts, Optional.empty());
    }

    /** Why there is no segregation to speak of; empty if there is. */
    public Optional<Undefined> undefined() {
        if (missing.isPresent()) {
            return missing;
        }
        if (units.isEmpty()) {
            return Optional.of(Undefined.NO_OBSERVATIONS);
        }
        return groups.size() < 2 ? Optional.of(Undefined.SINGLE_GROUP) : Optional.empty();
    }

    /** How many members a unit has. */
    public long size(int unit) {
        return counts.get(unit).stream().reduce(0L, Math::addExact);
    }

    /** How many members a group has. */
    public long total(int group) {
        return counts.stream().map(unit -> unit.get(group)).reduce(0L, Math::addExact);
    }

    /** How many members there are. */
    public long total() {
        return counts.stream().flatMap(List::stream).reduce(0L, Math::addExact);
    }

    /** Two groups, all others left out. */
    public Distribution between(String first, String second) {
        int one = groups.indexOf(first);
        int two = groups.indexOf(second);
        List<List<Long>> chosen = counts.stream()
                .map(unit -> List.of(one < 0 ? 0L : unit.get(one), two < 0 ? 0L : unit.get(two)))
                .toList();
        return new Distribution(units, List.of(first, second), chosen, missing);
    }

    /** One group and everybody else. */
    public Distribution againstRest(String group) {
        int at = groups.indexOf(group);
        List<List<Long>> chosen = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            long own = at < 0 ? 0 : counts.get(u).get(at);
            chosen.add(List.of(own, size(u) - own));
        }
        return new Distribution(units, List.of(group, "the rest"), chosen, missing);
    }

    /**
     * The same with units put together, such as the schools of a district.
     *
     * @param larger by unit the name of the larger one in which it lies; must name every unit that has members
     */
    public Distribution within(Map<String, String> larger) {
        Map<String, long[]> sums = new LinkedHashMap<>();
        for (int u = 0; u < units.size(); u++) {
            String name = larger.get(units.get(u));
            if (name == null) {
                throw new IllegalArgumentException("larger: must name every unit, lacks " + units.get(u));
            }
            long[] sum = sums.computeIfAbsent(name, n -> new long[groups.size()]);
            List<Long> unit = counts.get(u);
            Arrays.setAll(sum, g -> Math.addExact(sum[g], unit.get(g)));
        }
        List<List<Long>> rows = sums.values().stream()
                .map(sum -> Arrays.stream(sum).boxed().toList())
                .toList();
        return new Distribution(List.copyOf(sums.keySet()), groups, rows, missing);
    }
}
