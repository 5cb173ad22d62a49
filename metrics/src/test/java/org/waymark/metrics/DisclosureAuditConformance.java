package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waymark.core.tally.Count;
import org.waymark.metrics.disclosure.Audit;
import org.waymark.metrics.disclosure.CountTable;
import org.waymark.metrics.disclosure.Relations;

/** What published tables give away, held to an exact solver. */
class DisclosureAuditConformance {
    @TestFactory
    Stream<DynamicTest> everyIntervalOfEveryPatternIsThatOfTheSolver() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : DisclosureTables.names()) {
            CountTable table = DisclosureTables.table(name);
            for (String pattern : Fixtures.list(DisclosureTables.FOLDER + name + "/intervals")) {
                tests.add(DynamicTest.dynamicTest(name + " " + pattern, () -> intervals(name, table, pattern)));
            }
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private static void intervals(String name, CountTable table, String pattern) {
        Audit audit = Audit.of(table.relations(), DisclosureTables.known(name, table, pattern));
        List<Map<String, String>> rows = Fixtures.read(DisclosureTables.FOLDER + name + "/intervals/" + pattern);
        assertFalse(rows.isEmpty());
        assertAll(rows.stream().map(row -> () -> {
            int cell = table.find(DisclosureTables.labels(name, row)).orElseThrow();
            assertEquals(
                    Count.between(
                            Long.parseLong(row.getOrDefault("int_lo", "")),
                            Long.parseLong(row.getOrDefault("int_hi", ""))),
                    audit.interval(cell),
                    table.cells().get(cell).toString());
            assertEquals(
                    row.getOrDefault("verdict_exact", "").equals("EXACT"),
                    audit.recovered().contains(cell),
                    table.cells().get(cell).toString());
        }));
    }

    @TestFactory
    Stream<DynamicTest> derivedFiguresNarrowWhatTheSolverNarrows() {
        List<Map<String, String>> expected = Fixtures.read("disclosure/derived/linear-expected.csv");
        assertFalse(expected.isEmpty());
        return expected.stream()
                .map(row -> row.getOrDefault("case", ""))
                .distinct()
                .map(name -> DynamicTest.dynamicTest(name, () -> linear(name, expected)));
    }

    private static void linear(String name, List<Map<String, String>> expected) {
        Map<String, Integer> cells = new LinkedHashMap<>();
        List<Count> known = new ArrayList<>();
        for (Map<String, String> row : Fixtures.read("disclosure/derived/" + name + ".published.csv")) {
            cells.put(row.getOrDefault("cell", ""), cells.size());
            known.add(DisclosureTables.known(row));
        }
        Map<String, List<Map<String, String>>> equations = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read("disclosure/derived/" + name + ".equalities.csv")) {
            equations
                    .computeIfAbsent(row.getOrDefault("eq", ""), e -> new ArrayList<>())
                    .add(row);
        }
        Relations.Builder relations = Relations.between(cells.keySet().stream().toList());
        equations.values().forEach(rows -> add(relations, rows, cells));
        Audit audit = Audit.of(relations.build(), known);
        assertAll(expected.stream()
                .filter(row -> row.getOrDefault("case", "").equals(name))
                .map(row -> () -> assertEquals(
                        Count.between(
                                Long.parseLong(row.getOrDefault("int_lo", "")),
                                Long.parseLong(row.getOrDefault("int_hi", ""))),
                        audit.interval(cells.getOrDefault(row.getOrDefault("cell", ""), -1)),
                        row.toString())));
    }

    /** Weights may have a decimal: everything is multiplied by ten until it is whole. */
    private static void add(Relations.Builder relations, List<Map<String, String>> rows, Map<String, Integer> cells) {
        List<BigDecimal> weights = rows.stream()
                .map(row -> new BigDecimal(row.getOrDefault("coef", "")))
                .toList();
        int digits = weights.stream()
                .mapToInt(w -> Math.max(0, w.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
        String sense = rows.stream()
                .map(row -> row.getOrDefault("sense", ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("=");
        String right = rows.stream()
                .map(row -> row.getOrDefault("rhs", ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("0");
        long sign = sense.equals(">=") ? -1 : 1;
        relations.relation(
                rows.stream()
                        .mapToInt(row -> cells.getOrDefault(row.getOrDefault("cell", ""), -1))
                        .toArray(),
                weights.stream()
                        .mapToLong(w -> sign * w.movePointRight(digits).longValueExact())
                        .toArray(),
                sense.equals("=") ? Relations.Sense.EQUAL : Relations.Sense.AT_MOST,
                sign * new BigDecimal(right).movePointRight(digits).longValueExact());
    }
}
