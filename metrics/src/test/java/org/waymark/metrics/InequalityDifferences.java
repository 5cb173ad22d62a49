package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waymark.metrics.inequality.Subgroup;
import org.waymark.metrics.inequality.Subgroups;

/** Where measures of inequality differ from those of the reference on purpose, each with its reason. */
final class InequalityDifferences {
    /**
     * A deliberate difference.
     *
     * @param reason why
     * @param bundled whether only data sets that are not committed show it
     * @param covers which differences it explains
     */
    record Difference(String reason, boolean bundled, Predicate<Found> covers) {}

    /**
     * A difference that was found.
     *
     * @param name the case
     * @param fn the reference's name of the measure
     * @param column the column, {@code status} among them
     * @param row what the reference says
     * @param ours what stands in the column here
     * @param groups the groups; empty of a survey
     * @param arguments what the call was given
     */
    record Found(
            String name,
            String fn,
            String column,
            Map<String, String> row,
            String ours,
            Optional<Subgroups> groups,
            Set<String> arguments) {
        boolean isOf(String... fns) {
            return List.of(fns).contains(fn);
        }

        boolean isAnswered() {
            return column.equals("status") && ours.equals("answered");
        }

        boolean isUncertainty() {
            return List.of("se", "lowerci", "upperci").contains(column);
        }

        List<Subgroup> all() {
            return groups.orElseThrow().groups();
        }

        boolean hasMissing() {
            return all().stream().anyMatch(group -> group.estimate().isEmpty());
        }

        boolean hasNobody() {
            return all().stream().anyMatch(group -> group.population().equals(Optional.of(0.0)));
        }

        boolean hasZero() {
            return all().stream().anyMatch(group -> group.estimate().equals(Optional.of(0.0)));
        }

        /** Whether the reference's error, blown up, is ours; limits follow it, but not below 0 where there is nothing below. */
        boolean isScaledBy(double factor, boolean neverNegative) {
            if (ours.isEmpty() || row.get(column).equals("NA")) {
                return false;
            }
            double theirs = Double.parseDouble(row.get(column));
            double estimate = Double.parseDouble(row.get("estimate"));
            double scaled = column.equals("se") ? factor * theirs : estimate + factor * (theirs - estimate);
            return Fixtures.near(neverNegative ? Math.max(0, scaled) : scaled, Double.parseDouble(ours), 1e-9);
        }

        @Override
        public String toString() {
            return name + " " + column + " of " + row + ", was " + ours;
        }
    }

    private static boolean isRanked(Found found) {
        return found.isOf("aci", "rci", "sii", "rii");
    }

    static final List<Difference> LIST = List.of(
            new Difference(
                    "The estimate is told by the thousand, its error is not: it is 1000 times too small.",
                    false,
                    found -> found.isOf("ti", "mld")
                            && found.isUncertainty()
                            && !found.hasZero()
                            && found.isScaledBy(1000, true)),
            new Difference(
                    "The estimate is told in percent, its error is not: it is 100 times too small.",
                    false,
                    found -> found.isOf("paf") && found.isUncertainty() && found.isScaledBy(100, false)),
            new Difference(
                    "The derivative at groups that are all alike is 0, which would be an error of 0; here it is drawn.",
                    false,
                    found -> found.isOf("ti", "mld")
                            && found.isUncertainty()
                            && found.row().get("se").equals("0")),
            new Difference(
                    "Of equal ends the reference takes the row that comes first; here the order of rows changes nothing, and the end"
                            + " that is least certain counts.",
                    false,
                    found -> found.isOf("d", "r")
                            && found.isUncertainty()
                            && found.name().contains("all_equal")),
            new Difference(
                    "Without a scale the reference draws nothing.",
                    false,
                    found -> found.isOf("idisw", "mdmw")
                            && found.isUncertainty()
                            && !found.arguments().contains("scaleval")),
            new Difference(
                    "A variance has no limit below 0.",
                    false,
                    found -> found.isOf("bgv")
                            && found.column().equals("lowerci")
                            && found.ours().equals("0.0")
                            && Double.parseDouble(found.row().get("lowerci")) < 0),
            new Difference(
                    "A value of 0 is replaced by a millionth; here its part of the Theil index is 0, and there is no mean log deviation.",
                    false,
                    found -> found.isOf("ti", "mld") && !found.column().equals("status") && found.hasZero()),
            new Difference(
                    "Without errors of the groups there is no interval; the reference stops.",
                    false,
                    found -> found.isAnswered()
                            && found.isOf("r", "mdru", "mdrw", "mdbu", "mdbw")
                            && found.all().stream()
                                    .anyMatch(g -> g.standardError().isEmpty())),
            new Difference(
                    "Given populations and the average of everybody, the reference stops; the average is taken here.",
                    false,
                    found -> found.isAnswered()
                            && found.isOf("idisu")
                            && found.arguments().containsAll(List.of("pop", "setting_average"))),
            new Difference(
                    "A group whose value is missing is left out, as the reference does elsewhere; here it stops on a slip.",
                    false,
                    found -> found.isAnswered() && found.hasMissing()),
            new Difference(
                    "A missing value moves the reference's flag to another group.",
                    false,
                    found -> found.isOf("mdrw")
                            && found.hasMissing()
                            && !found.column().equals("status")),
            new Difference(
                    "Two groups can be unequal; the reference asks for three.",
                    false,
                    found -> found.isAnswered() && found.all().size() == 2),
            new Difference(
                    "A group of nobody is no group: it is neither the best nor one of the J.",
                    false,
                    found -> !found.column().equals("status") && found.hasNobody()),
            new Difference(
                    "Groups on a straight line leave no error of the line; the reference prints what rounding left.",
                    false,
                    found -> isRanked(found)
                            && found.isUncertainty()
                            && found.ours().isEmpty()
                            && Math.abs(Double.parseDouble(found.row().get("se"))) < 1e-12),
            new Difference(
                    "The curve of groups that are all alike is flat; the reference stops.",
                    false,
                    found -> found.isAnswered()
                            && found.isOf("sii", "rii")
                            && found.name().contains("all_equal")),
            new Difference(
                    "The reference guesses the scale, rounds cases and populations and, for the logistic curve, counts populations twice.",
                    false,
                    found -> found.isOf("sii", "rii") && !found.column().equals("status")),
            new Difference(
                    "Rows of a survey with weights, units and strata are no groups; they are estimated elsewhere first.",
                    true,
                    found -> found.column().equals("status")
                            && found.ours().equals("refused")
                            && found.arguments().contains("weight")));

    private final List<Found> unexplained = new ArrayList<>();
    private final Set<Difference> used = new LinkedHashSet<>();

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
}
