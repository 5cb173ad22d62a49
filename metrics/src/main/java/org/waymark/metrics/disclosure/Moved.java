package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.core.indicator.State;

/**
 * Smaller places that have moved between larger ones, seen over the years of a pool: larger places that have had a smaller one in
 * common are together the sum of all their smaller ones, and each is as much at least as those that it always had.
 */
final class Moved {
    private final TallyBlock fine;
    private final TallyBlock coarse;
    private final List<Together> groups = new ArrayList<>();

    /** Larger places, the smaller ones that lie in them, and of each larger one those that lie in no other. */
    record Together(Set<Integer> larger, Set<Integer> smaller, Map<Integer, List<Integer>> always) {}

    Moved(List<Residuals.Link> ways) {
        fine = ways.get(0).fine();
        coarse = ways.get(0).coarse();
        Map<Integer, Set<Integer>> places = new LinkedHashMap<>();
        ways.forEach(way -> way.parts()
                .forEach((larger, all) ->
                        all.forEach(smaller -> places.computeIfAbsent(smaller, key -> new LinkedHashSet<>())
                                .add(larger))));
        places.forEach(this::put);
    }

    private void put(int smaller, Set<Integer> larger) {
        Together all = new Together(new LinkedHashSet<>(larger), new LinkedHashSet<>(), new LinkedHashMap<>());
        all.smaller().add(smaller);
        if (larger.size() == 1) {
            all.always().put(larger.iterator().next(), new ArrayList<>(List.of(smaller)));
        }
        for (Together one : List.copyOf(groups)) {
            if (one.larger().stream().anyMatch(larger::contains)) {
                groups.remove(one);
                all.larger().addAll(one.larger());
                all.smaller().addAll(one.smaller());
                one.always()
                        .forEach((place, of) -> all.always()
                                .computeIfAbsent(place, key -> new ArrayList<>())
                                .addAll(of));
            }
        }
        groups.add(all);
    }

    /** Whether all numbers add up so. */
    boolean fits() {
        for (Together one : groups) {
            for (State state : coarse.states()) {
                boolean equal = sum(coarse, one.larger(), state) == sum(fine, one.smaller(), state);
                boolean within = one.always().entrySet().stream()
                        .allMatch(place -> sum(fine, place.getValue(), state)
                                <= coarse.value(place.getKey(), coarse.placeOf(state)));
                if (!equal || !within) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long sum(TallyBlock block, Iterable<Integer> groups, State state) {
        long sum = 0;
        for (int group : groups) {
            sum = block.placeOf(state) < 0 ? sum : Math.addExact(sum, block.value(group, block.placeOf(state)));
        }
        return sum;
    }

    void relate(Relations.Builder builder) {
        for (Together one : groups) {
            for (State state : coarse.states()) {
                List<Integer> smaller = cells(fine, one.smaller(), state);
                relate(builder, smaller, cells(coarse, one.larger(), state), Relations.Sense.EQUAL);
                one.always()
                        .forEach((place, of) -> relate(
                                builder,
                                cells(fine, of, state),
                                List.of(coarse.cell(place, coarse.placeOf(state))),
                                Relations.Sense.AT_MOST));
            }
        }
    }

    private static List<Integer> cells(TallyBlock block, Iterable<Integer> groups, State state) {
        List<Integer> cells = new ArrayList<>();
        for (int group : groups) {
            if (block.placeOf(state) >= 0) {
                cells.add(block.cell(group, block.placeOf(state)));
            }
        }
        return cells;
    }

    private static void relate(
            Relations.Builder builder, List<Integer> parts, List<Integer> whole, Relations.Sense sense) {
        int[] cells = new int[parts.size() + whole.size()];
        long[] weights = new long[cells.length];
        for (int k = 0; k < cells.length; k++) {
            cells[k] = k < parts.size() ? parts.get(k) : whole.get(k - parts.size());
            weights[k] = k < parts.size() ? 1 : -1;
        }
        builder.relation(cells, weights, sense, 0);
    }
}
