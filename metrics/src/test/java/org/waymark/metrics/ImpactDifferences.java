package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.impact.Impact;

/** Where the figures of disproportionate impact differ from those of the reference on purpose, each with its reason. */
final class ImpactDifferences {
    /**
     * A deliberate difference.
     *
     * @param reason why
     * @param bundled whether only data sets that are not committed show it
     * @param covers which differences it explains
     */
    record Difference(String reason, boolean bundled, Predicate<Found> covers) {}

    /** A difference that was found: in which case and row of the reference, in which column, and what stands there. */
    record Found(String name, Map<String, String> row, String column, String ours, Optional<Impact> impact) {
        static Found status(String name, String expected, String ours) {
            return new Found(name, Map.of("status", expected), "status", ours, Optional.empty());
        }

        String expected() {
            return row.get(column);
        }

        boolean isFlag() {
            return column.startsWith("di_indicator");
        }

        boolean isNeeded() {
            return column.startsWith("success_needed");
        }

        boolean isStatus(String what) {
            return column.equals("status") && ours.equals(what);
        }

        String expected(String... columns) {
            for (String one : columns) {
                if (row.containsKey(one)) {
                    return row.get(one);
                }
            }
            return "";
        }

        /** The figure on which the column's flag and counts rest. */
        private String figure() {
            if (column.endsWith("80_index") || row.containsKey("di_80_index") && !row.containsKey("moe")) {
                return expected("di_80_index");
            }
            if (column.endsWith("prop_index") || row.containsKey("pct_group")) {
                return expected("di_prop_index");
            }
            return isMissing(expected("pct")) ? "NaN" : expected("reference", "ppg_reference");
        }

        boolean hasNoFigure() {
            return isMissing(figure());
        }

        /** Whether the group stands exactly at the threshold, so that rounding decides what doubles say. */
        boolean isAtTheThreshold() {
            Impact found = impact.orElseThrow();
            double distance = figure().equals(expected("reference", "ppg_reference"))
                    ? Double.parseDouble(expected("pct_hi")) - Double.parseDouble(figure())
                    : Double.parseDouble(figure())
                            - (figure().equals(expected("di_80_index"))
                                            ? found.rules().ratioCutoff()
                                            : found.rules().proportionalityCutoff())
                                    .doubleValue();
            return Math.abs(distance) < 1e-12;
        }

        boolean comparesWithTheBest() {
            return impact.filter(i -> i.gap().reference() instanceof Reference.Best
                            || i.ratio().reference() instanceof Reference.Best)
                    .isPresent();
        }

        static boolean isMissing(String value) {
            return List.of("NaN", "NA", "").contains(value);
        }

        @Override
        public String toString() {
            return name + " " + column + " of " + row + ", was " + ours;
        }
    }

    static final List<Difference> LIST = List.of(
            new Difference(
                    "A product of doubles that is whole is rounded up to one too many.",
                    false,
                    found -> found.isNeeded()
                            && !found.ours().isEmpty()
                            && Long.parseLong(found.ours()) == Long.parseLong(found.expected()) - 1),
            new Difference(
                    "Exactly at the threshold doubles fall to either side; fractions do not.",
                    false,
                    found -> found.isFlag()
                            && !found.ours().isEmpty()
                            && !found.hasNoFigure()
                            && found.isAtTheThreshold()),
            new Difference(
                    "Where there is no figure the reference says 0, which is taken for no impact; we say that there is none.",
                    false,
                    found -> (found.isFlag() || found.isNeeded())
                            && found.expected().equals("0")
                            && found.ours().isEmpty()
                            && found.hasNoFigure()),
            new Difference(
                    "A group of nobody silences every comparison with the best group; it is no candidate here.",
                    false,
                    found -> found.impact().isPresent()
                            && found.comparesWithTheBest()
                            && found.expected("reference").equals("NaN")
                            && !found.ours().isEmpty()),
            new Difference(
                    "Members whose group is unknown are taken for the best group; they are no group here.",
                    false,
                    found -> found.impact().isPresent()
                            && found.comparesWithTheBest()
                            && found.expected("reference_group").equals("NA")
                            && !found.expected("reference").equals("NaN")),
            new Difference(
                    "Students are whole; weights that are fractions are refused.",
                    false,
                    found -> found.isStatus("refused: fractions of students")),
            new Difference(
                    "More successes than members are refused; the reference reports a rate above 1.",
                    false,
                    found -> found.isStatus("refused: more successes than members")),
            new Difference(
                    "A group of nobody makes the reference stop with an observed margin of error; it stops nobody here.",
                    false,
                    found -> found.isStatus("answered: a group of nobody")),
            new Difference(
                    "One given rate serves every cohort, as the reference's own help says and its code refuses.",
                    true,
                    found -> found.isStatus("answered: one rate for every cohort")),
            new Difference(
                    "Unknown outcomes are counted apart; they stop nothing.",
                    true,
                    found -> found.isStatus("answered: unknown outcomes")),
            new Difference(
                    "Everybody is compared with everybody, not with a best group called all or with the rest, who are nobody.",
                    true,
                    found -> found.impact().filter(i -> i.axes().isEmpty()).isPresent()));

    private final List<Found> unexplained = new ArrayList<>();
    private final Set<Difference> used = new LinkedHashSet<>();
    private final Map<List<String>, Found> byPlace = new LinkedHashMap<>();

    void found(Found found) {
        List<Difference> covering = LIST.stream()
                .filter(difference -> difference.covers().test(found))
                .toList();
        if (covering.isEmpty()) {
            unexplained.add(found);
        }
        // A reason counts as needed only by a difference that no other explains.
        if (covering.size() == 1) {
            used.addAll(covering);
        }
        byPlace.put(
                found.impact().isEmpty()
                        ? List.of(found.name())
                        : List.of(found.name(), found.expected("cohort"), found.expected("group"), found.column()),
                found);
    }

    /** Every difference has its reason; and no reason stands in the list that nothing needs. */
    void assertComplete(boolean withBundled) {
        assertEquals("", unexplained.stream().map(Found::toString).collect(Collectors.joining("\n")));
        // Another folder may hold other cases, and need fewer of the reasons.
        if (System.getProperty("waymark.conformance", "").isEmpty()) {
            List<String> idle = LIST.stream()
                    .filter(difference -> (withBundled || !difference.bundled()) && !used.contains(difference))
                    .map(Difference::reason)
                    .toList();
            assertEquals(List.of(), idle);
        }
    }

    /** A row of the roundings: what stands here is the exact value, unless another reason applies to the case. */
    void assertExact(Map<String, String> row) {
        Found refused = byPlace.get(List.of(row.get("case")));
        if (refused != null) {
            assertFalse(unexplained.contains(refused), row::toString);
            return;
        }
        Found found = byPlace.get(List.of(row.get("case"), row.get("cohort"), row.get("group"), row.get("column")));
        assertFalse(found == null, () -> "rounds as the reference does: " + row);
        boolean anotherReason =
                LIST.stream().skip(2).anyMatch(difference -> difference.covers().test(found));
        if (!anotherReason) {
            assertEquals(row.get("exact_value"), found.ours(), row::toString);
        }
    }
}
