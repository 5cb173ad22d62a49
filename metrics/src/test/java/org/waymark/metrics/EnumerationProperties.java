package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.waymark.metrics.disclosure.CountTable;
import org.waymark.metrics.disclosure.Level;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.disclosure.TableProtection;

/**
 * What is released of small tables is tried against all tables there can be: every way to put students into the finest groups is
 * counted out, and those that print the same are kept. Shares nothing with the disclosure control.
 */
class EnumerationProperties {
    private static final int MINIMUM = 3;

    /** A table as sets of the finest groups: cell by cell which of them it counts. */
    private record Counted(CountTable table, Map<List<String>, Set<Integer>> of, int finest, List<String> top) {
        long value(List<String> cell, long[] students) {
            return of.getOrDefault(cell, new LinkedHashSet<>()).stream()
                    .mapToLong(at -> students[at])
                    .sum();
        }

        Map<List<String>, Long> counts(long[] students) {
            Map<List<String>, Long> counts = new LinkedHashMap<>();
            of.keySet().forEach(cell -> counts.put(cell, value(cell, students)));
            return counts;
        }
    }

    /** Two districts, of two schools and of one, by two groups. */
    private static Counted hierarchical() {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        places.put("state", List.of(0, 1, 2));
        places.put("d1", List.of(0, 1));
        places.put("d2", List.of(2));
        places.put("s1", List.of(0));
        places.put("s2", List.of(1));
        places.put("s3", List.of(2));
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        groups.put("All", List.of(0, 1));
        groups.put("a", List.of(0));
        groups.put("b", List.of(1));
        return counted(
                places,
                groups,
                3,
                2,
                List.of(
                        new CountTable.Split("place", "t", "state", List.of("d1", "d2")),
                        new CountTable.Split("place", "t", "d1", List.of("s1", "s2")),
                        new CountTable.Split("place", "t", "d2", List.of("s3")),
                        new CountTable.Split("group", "t", "All", List.of("a", "b"))));
    }

    /** Two schools, and the same students by race and by income. */
    private static Counted linked() {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        places.put("state", List.of(0, 1));
        places.put("s1", List.of(0));
        places.put("s2", List.of(1));
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        groups.put("All", List.of(0, 1, 2, 3));
        groups.put("a", List.of(0, 1));
        groups.put("b", List.of(2, 3));
        groups.put("low", List.of(0, 2));
        groups.put("not low", List.of(1, 3));
        return counted(
                places,
                groups,
                2,
                4,
                List.of(
                        new CountTable.Split("place", "t", "state", List.of("s1", "s2")),
                        new CountTable.Split("group", "race", "All", List.of("a", "b")),
                        new CountTable.Split("group", "income", "All", List.of("low", "not low"))));
    }

    private static Counted counted(
            Map<String, List<Integer>> places,
            Map<String, List<Integer>> groups,
            int finestPlaces,
            int finestGroups,
            List<CountTable.Split> splits) {
        Map<List<String>, Set<Integer>> of = new LinkedHashMap<>();
        places.forEach((place, inPlace) -> groups.forEach((group, inGroup) -> {
            Set<Integer> finest = new LinkedHashSet<>();
            inPlace.forEach(p -> inGroup.forEach(g -> finest.add(p * finestGroups + g)));
            of.put(List.of(place, group), finest);
        }));
        CountTable table = CountTable.of(List.of("place", "group"), splits, List.copyOf(of.keySet()));
        return new Counted(table, of, finestPlaces * finestGroups, List.of("state", "All"));
    }

    /** The least and the most that each hidden cell is in any table that prints the same. */
    private static Map<List<String>, long[]> ranges(Counted counted, long[] truth, Set<List<String>> hidden) {
        Map<List<String>, long[]> ranges = new LinkedHashMap<>();
        hidden.forEach(cell -> ranges.put(cell, new long[] {Long.MAX_VALUE, Long.MIN_VALUE}));
        List<Set<Integer>> printed = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        counted.of().forEach((cell, finest) -> {
            if (!hidden.contains(cell)) {
                printed.add(finest);
                numbers.add(counted.value(cell, truth));
            }
        });
        long[] left = numbers.stream().mapToLong(n -> n).toArray();
        fill(counted, printed, left, new long[counted.finest()], 0, ranges);
        return ranges;
    }

    private static void fill(
            Counted counted,
            List<Set<Integer>> printed,
            long[] left,
            long[] own,
            int at,
            Map<List<String>, long[]> into) {
        if (at == own.length) {
            for (long rest : left) {
                if (rest != 0) {
                    return;
                }
            }
            into.forEach((cell, range) -> {
                long value = counted.value(cell, own);
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            });
            return;
        }
        long most = Long.MAX_VALUE;
        for (int p = 0; p < left.length; p++) {
            most = printed.get(p).contains(at) ? Math.min(most, left[p]) : most;
        }
        for (long students = 0; students <= most; students++) {
            own[at] = students;
            long[] rest = left.clone();
            for (int p = 0; p < rest.length; p++) {
                rest[p] -= printed.get(p).contains(at) ? students : 0;
            }
            fill(counted, printed, rest, own, at + 1, into);
        }
        own[at] = 0;
    }

    private static boolean met(Level level, long[] range) {
        return switch (level) {
            case EXACT -> range[1] > range[0];
            case POLICY -> range[0] <= 1 && range[1] >= MINIMUM - 1;
            case INTERVAL -> range[0] <= 1 && range[1] >= MINIMUM;
        };
    }

    private static void holds(Counted counted, int students, long seed, Level level) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] truth = new long[counted.finest()];
        for (int i = 0; i < students; i++) {
            truth[(int) (truth.length * random.nextDouble() * random.nextDouble())]++;
        }
        ReleasePolicy policy = ReleasePolicy.minimum(MINIMUM).level(level);
        Map<List<String>, Long> counts = counted.counts(truth);
        for (TableProtection.Search search : TableProtection.Search.values()) {
            TableProtection.Outcome outcome =
                    TableProtection.of(policy).search(search).over(counted.table(), counts, List.of(counted.top()));
            Set<List<String>> hidden = new LinkedHashSet<>(counted.of().keySet());
            hidden.remove(counted.top());
            boolean released = outcome instanceof TableProtection.Protected;
            if (outcome instanceof TableProtection.Protected safe) {
                hidden.clear();
                hidden.addAll(safe.hidden());
            }
            Map<List<String>, long[]> ranges = ranges(counted, truth, hidden);
            boolean all = counts.entrySet().stream()
                    .filter(cell -> policy.small(cell.getValue()))
                    .allMatch(cell ->
                            ranges.containsKey(cell.getKey()) && met(level, ranges.getOrDefault(cell.getKey(), truth)));
            if (released) {
                assertTrue(all, () -> "a cell is below the level in what was released: " + outcome);
            } else {
                assertFalse(all, "a table was refused that can be protected by hiding everything that may be");
            }
        }
    }

    @Property(tries = 30)
    void noTableOfPlacesInPlacesGivesACellAway(
            @ForAll @IntRange(min = 3, max = 18) int students,
            @ForAll @LongRange(min = 0) long seed,
            @ForAll Level level) {
        holds(hierarchical(), students, seed, level);
    }

    @Property(tries = 30)
    void noTableOfLinkedGroupsGivesACellAway(
            @ForAll @IntRange(min = 3, max = 11) int students,
            @ForAll @LongRange(min = 0) long seed,
            @ForAll Level level) {
        holds(linked(), students, seed, level);
    }
}
