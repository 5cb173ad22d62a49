package org.waymark.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.tally.Count;
import org.waymark.metrics.disclosure.Audit;
import org.waymark.metrics.disclosure.CountTable;
import tools.jackson.databind.JsonNode;

/** The tables with hierarchies of the disclosure fixtures. */
final class DisclosureTables {
    static final String FOLDER = "disclosure/";

    private DisclosureTables() {}

    /** The folders that hold a table. */
    static List<String> names() {
        return Fixtures.list(FOLDER).stream()
                .filter(name -> Fixtures.has(FOLDER + name + "/table.csv"))
                .toList();
    }

    static JsonNode expected(String name) {
        return Fixtures.json(FOLDER + name + "/expected.json");
    }

    static List<String> dimensions(String name) {
        List<String> dimensions = new ArrayList<>();
        expected(name).get("dims").forEach(dimension -> dimensions.add(dimension.asString()));
        return dimensions;
    }

    static List<String> labels(String name, Map<String, String> row) {
        return dimensions(name).stream()
                .map(dimension -> row.getOrDefault(dimension, ""))
                .toList();
    }

    static CountTable table(String name) {
        return CountTable.of(
                dimensions(name), splits(name), counts(name).keySet().stream().toList());
    }

    static Map<List<String>, Long> counts(String name) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read(FOLDER + name + "/table.csv")) {
            counts.put(labels(name, row), Long.parseLong(row.getOrDefault("count", "")));
        }
        return counts;
    }

    static List<CountTable.Split> splits(String name) {
        Map<List<String>, List<String>> children = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read(FOLDER + name + "/hierarchies.csv")) {
            List<String> key =
                    List.of(row.getOrDefault("dim", ""), row.getOrDefault("tree", ""), row.getOrDefault("parent", ""));
            children.computeIfAbsent(key, k -> new ArrayList<>()).add(row.getOrDefault("child", ""));
        }
        return children.entrySet().stream()
                .map(e -> new CountTable.Split(
                        e.getKey().get(0), e.getKey().get(1), e.getKey().get(2), e.getValue()))
                .toList();
    }

    /** What a release prints, cell by cell; of a hidden cell what is known beforehand. */
    static List<Count> known(String name, CountTable table, String pattern) {
        List<Count> known =
                new ArrayList<>(java.util.Collections.nCopies(table.cells().size(), Count.ZERO));
        for (Map<String, String> row : Fixtures.read(FOLDER + name + "/patterns/" + pattern)) {
            known.set(table.find(labels(name, row)).orElseThrow(), known(row));
        }
        return known;
    }

    static Count known(Map<String, String> row) {
        if (row.getOrDefault("status", "").equals("P")) {
            return Count.of(Long.parseLong(row.getOrDefault("value", "")));
        }
        String low = row.getOrDefault("lo", "");
        String high = row.getOrDefault("hi", "");
        return Count.between(
                low.isEmpty() ? 0 : Long.parseLong(low), high.isEmpty() ? Audit.UNLIMITED : Long.parseLong(high));
    }
}
