package org.waymark.metrics.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.waymark.core.tally.Count;

/** Rows of lists and to whom they belong so far. */
final class Linking {
    private final List<Linked.Row> rows = new ArrayList<>();
    private final List<List<Optional<String>>> values = new ArrayList<>();
    private final Set<String> lists;
    private final People people;
    private final List<Linked.Ambiguous> ambiguous = new ArrayList<>();
    private final List<int[]> doubted = new ArrayList<>();

    Linking(Map<String, List<Map<String, String>>> given, List<LinkageKey> keys) {
        lists = given.keySet();
        given.forEach((list, own) -> {
            for (int i = 0; i < own.size(); i++) {
                Map<String, String> row = own.get(i);
                rows.add(new Linked.Row(list, i + 1));
                values.add(keys.stream().map(key -> key.of(row)).toList());
            }
        });
        people = new People(rows.size());
    }

    void join(int key, String name) {
        Map<String, List<Integer>> sharing = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            values.get(i)
                    .get(key)
                    .ifPresent(value -> sharing.computeIfAbsent(value, v -> new ArrayList<>())
                            .add(row));
        }
        for (List<Integer> group : sharing.values()) {
            if (key == 0 || agree(group, key)) {
                group.forEach(row -> people.join(group.get(0), row));
            } else {
                doubt(group, name);
            }
        }
    }

    /** At most one of them known by an earlier key, and of the others no two of one list. */
    private boolean agree(List<Integer> group, int key) {
        Set<Integer> different = new LinkedHashSet<>();
        group.forEach(row -> different.add(people.of(row)));
        Set<String> once = new LinkedHashSet<>();
        int known = 0;
        for (int person : different) {
            List<Integer> own = people.rows(person);
            if (own.stream().anyMatch(row -> hasKey(row, key))) {
                known++;
            } else if (!own.stream().allMatch(row -> once.add(rows.get(row).list()))) {
                return false;
            }
        }
        return known <= 1;
    }

    private void doubt(List<Integer> group, String name) {
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size(); j++) {
                int first = group.get(i);
                int second = group.get(j);
                if (people.of(first) != people.of(second)) {
                    ambiguous.add(new Linked.Ambiguous(rows.get(first), rows.get(second), name));
                    doubted.add(new int[] {first, second});
                }
            }
        }
    }

    /** Whether the row has one of the first so many keys. */
    private boolean hasKey(int row, int first) {
        return values.get(row).subList(0, first).stream().anyMatch(Optional::isPresent);
    }

    Linked linked() {
        Set<Integer> most = new LinkedHashSet<>();
        long keyless = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (hasKey(i, values.get(i).size())) {
                most.add(people.of(i));
            } else {
                keyless++;
            }
        }
        doubted.forEach(pair -> people.join(pair[0], pair[1]));
        Set<Integer> least = new LinkedHashSet<>();
        Map<String, Linked.Tallied> told = new LinkedHashMap<>();
        for (String list : lists) {
            told.put(list, tallied(list, least));
        }
        return new Linked(Count.between(least.size(), most.size() + keyless), told, ambiguous);
    }

    /** What is in a list; its people are added to all. */
    private Linked.Tallied tallied(String list, Set<Integer> all) {
        Set<Integer> own = new LinkedHashSet<>();
        long there = 0;
        long without = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).list().equals(list)) {
                there++;
                if (hasKey(i, values.get(i).size())) {
                    own.add(people.of(i));
                } else {
                    without++;
                }
            }
        }
        all.addAll(own);
        return new Linked.Tallied(there, own.size(), without);
    }

    /** Rows joined into people: sets that only grow together. */
    private static final class People {
        private final int[] parent;
        private final List<List<Integer>> members = new ArrayList<>();

        People(int rows) {
            parent = IntStream.range(0, rows).toArray();
            IntStream.range(0, rows).forEach(row -> members.add(new ArrayList<>(List.of(row))));
        }

        int of(int row) {
            int top = row;
            while (parent[top] != top) {
                parent[top] = parent[parent[top]];
                top = parent[top];
            }
            return top;
        }

        List<Integer> rows(int person) {
            return members.get(person);
        }

        void join(int first, int second) {
            int a = of(first);
            int b = of(second);
            if (a == b) {
                return;
            }
            int to = members.get(a).size() >= members.get(b).size() ? a : b;
            int from = to == a ? b : a;
            parent[from] = to;
            members.get(to).addAll(members.get(from));
            members.get(from).clear();
        }
    }
}
