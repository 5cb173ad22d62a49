package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waymark.core.tally.Count;
import org.waymark.metrics.disclosure.Audit;
import org.waymark.metrics.disclosure.CountTable;
import org.waymark.metrics.disclosure.Level;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.disclosure.TableProtection;
import org.waymark.metrics.disclosure.TableProtection.Merge;
import org.waymark.metrics.disclosure.TableProtection.Protected;
import org.waymark.metrics.disclosure.TableProtection.Refused;
import org.waymark.metrics.disclosure.TableProtection.Search;
import tools.jackson.databind.JsonNode;

/** Protected tables, held to an exact solver: safe, as cheap as can be, or refused. */
class DisclosureConformance {
    private static final List<Level> LEVELS = List.of(Level.EXACT, Level.POLICY, Level.INTERVAL);

    private interface Check {
        void run(String name, Level level);
    }

    private static Stream<DynamicTest> each(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : DisclosureTables.names()) {
            for (Level level : LEVELS) {
                tests.add(DynamicTest.dynamicTest(name + " " + word(level), () -> check.run(name, level)));
            }
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private static String word(Level level) {
        return level.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static ReleasePolicy policy(String name, Level level) {
        JsonNode expected = DisclosureTables.expected(name);
        return ReleasePolicy.minimum(expected.get("min_n").asInt())
                .level(level)
                .zerosPublished(expected.get("zero_policy").asString().equals("published"));
    }

    private static List<List<String>> cells(String name, String file) {
        return Fixtures.read(DisclosureTables.FOLDER + name + "/" + file).stream()
                .map(row -> DisclosureTables.labels(name, row))
                .toList();
    }

    private static TableProtection.Outcome run(
            String name, Level level, Search search, ToLongFunction<List<String>> cost) {
        return TableProtection.of(policy(name, level))
                .search(search)
                .cost(cost)
                .over(DisclosureTables.table(name), DisclosureTables.counts(name), cells(name, "locked.csv"));
    }

    private static boolean refusal(String name, Level level) {
        return DisclosureTables.expected(name)
                .get("answer")
                .get(word(level))
                .asString()
                .equals("refuse");
    }

    /** An audit of what is printed finds no protected cell below the level. */
    private static void safe(CountTable table, Map<List<String>, Long> counts, ReleasePolicy policy, Protected result) {
        Set<List<String>> hidden = new LinkedHashSet<>(result.hidden());
        List<Count> known = new ArrayList<>();
        for (List<String> cell : table.cells()) {
            known.add(
                    hidden.contains(cell)
                            ? Count.between(policy.zerosPublished() ? 1 : 0, Audit.UNLIMITED)
                            : Count.of(counts.getOrDefault(cell, -1L)));
        }
        Audit audit = Audit.of(table.relations(), known);
        for (int cell = 0; cell < table.cells().size(); cell++) {
            if (!policy.small(counts.getOrDefault(table.cells().get(cell), -1L))) {
                continue;
            }
            Count interval = audit.interval(cell);
            assertFalse(interval.isExact(), table.cells().get(cell).toString());
            if (policy.level() != Level.EXACT) {
                assertTrue(interval.low() <= 1, table.cells().get(cell).toString());
                assertTrue(
                        interval.high() >= policy.minimumSize() - (policy.level() == Level.POLICY ? 1 : 0),
                        table.cells().get(cell).toString());
            }
        }
        assertTrue(result.certificate().holds());
    }

    @TestFactory
    Stream<DynamicTest> primaryCellsAreThoseOfTheRule() {
        return DisclosureTables.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    ReleasePolicy policy = policy(name, Level.INTERVAL);
                    Set<List<String>> small = new LinkedHashSet<>();
                    DisclosureTables.counts(name).forEach((cell, count) -> {
                        if (policy.small(count)) {
                            small.add(cell);
                        }
                    });
                    assertEquals(new LinkedHashSet<>(cells(name, "primary.csv")), small);
                }));
    }

    @TestFactory
    Stream<DynamicTest> ownPatternIsSafeOrTheTableIsRefused() {
        return each((name, level) -> {
            for (Search search : Search.values()) {
                TableProtection.Outcome outcome = run(name, level, search, cell -> 1);
                if (refusal(name, level)) {
                    Refused refused = assertInstanceOf(Refused.class, outcome);
                    assertEquals(level, refused.level());
                    assertFalse(refused.reasons().isEmpty());
                } else {
                    safe(
                            DisclosureTables.table(name),
                            DisclosureTables.counts(name),
                            policy(name, level),
                            assertInstanceOf(Protected.class, outcome));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> provenOptimaAreMetAndTheQuickSearchComesNear() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : DisclosureTables.names()) {
            DisclosureTables.expected(name).get("best").properties().forEach(best -> {
                if (best.getValue().get("status").asString().equals("optimal")) {
                    tests.add(DynamicTest.dynamicTest(
                            name + " " + best.getKey(),
                            () -> optimum(
                                    name,
                                    best.getKey(),
                                    best.getValue().get("secondary_cost").asLong())));
                }
            });
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private static void optimum(String name, String key, long expected) {
        Level level = key.startsWith("exact") ? Level.EXACT : Level.INTERVAL;
        Map<List<String>, Long> counts = DisclosureTables.counts(name);
        ToLongFunction<List<String>> cost = key.endsWith("/sum") ? cell -> counts.getOrDefault(cell, 0L) : cell -> 1;
        Protected best = assertInstanceOf(Protected.class, run(name, level, Search.BEST, cost));
        assertEquals(expected, spent(name, best, cost));
        assertTrue(best.proven());
        Protected quick = assertInstanceOf(Protected.class, run(name, level, Search.QUICK, cost));
        long spent = spent(name, quick, cost);
        assertTrue(
                4 * spent <= 5 * expected, () -> "quick search spends " + spent + " where " + expected + " is enough");
    }

    private static long spent(String name, Protected pattern, ToLongFunction<List<String>> cost) {
        List<List<String>> primary = cells(name, "primary.csv");
        return pattern.hidden().stream()
                .filter(cell -> !primary.contains(cell))
                .mapToLong(cost)
                .sum();
    }

    @TestFactory
    Stream<DynamicTest> mergesThatHelpAreFoundAndNoOthers() {
        return each((name, level) -> {
            if (!refusal(name, level)) {
                return;
            }
            Set<Merge> helpful = new LinkedHashSet<>();
            for (JsonNode merge : DisclosureTables.expected(name).get("merge")) {
                for (JsonNode meets : merge.get("meets")) {
                    if (meets.asString().equals(word(level))) {
                        helpful.add(new Merge(
                                merge.get("dim").asString(),
                                merge.get("merge").get(0).asString(),
                                merge.get("merge").get(1).asString()));
                    }
                }
            }
            Refused refused = assertInstanceOf(Refused.class, run(name, level, Search.BEST, cell -> 1));
            assertEquals(helpful, new LinkedHashSet<>(refused.merges()));
        });
    }

    @TestFactory
    Stream<DynamicTest> orderOfTheRowsDoesNotMatter() {
        return each((name, level) -> {
            Map<List<String>, Long> counts = DisclosureTables.counts(name);
            List<List<String>> order = new ArrayList<>(counts.keySet());
            Collections.reverse(order);
            Map<List<String>, Long> reversed = new LinkedHashMap<>();
            order.forEach(cell -> reversed.put(cell, counts.getOrDefault(cell, -1L)));
            CountTable table = CountTable.of(DisclosureTables.dimensions(name), DisclosureTables.splits(name), order);
            TableProtection.Outcome one = run(name, level, Search.QUICK, cell -> 1);
            TableProtection.Outcome other = TableProtection.of(policy(name, level))
                    .search(Search.QUICK)
                    .over(table, reversed, cells(name, "locked.csv"));
            assertEquals(hidden(one), hidden(other));
        });
    }

    private static List<List<String>> hidden(TableProtection.Outcome outcome) {
        return outcome instanceof Protected safe ? safe.hidden() : List.of();
    }
}
