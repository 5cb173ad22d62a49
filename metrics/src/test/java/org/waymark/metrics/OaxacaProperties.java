package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.waymark.core.tally.MomentTally;
import org.waymark.metrics.decomposition.ExplainedGap;
import org.waymark.metrics.decomposition.Factor;
import org.waymark.metrics.decomposition.OaxacaBlinder;
import org.waymark.metrics.decomposition.ReferenceCoefficients;
import org.waymark.metrics.decomposition.StandardErrors;
import org.waymark.metrics.measure.Undefined;

class OaxacaProperties {
    private record Row(String group, String school, List<BigDecimal> values) {}

    /** Outcome 0 or 1, a grade of two decimals, and two variables that are categories of one. */
    private static final String[] VARIABLES = {"attained", "grade", "north", "south"};

    private static List<Row> rows(int seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean first = i % 2 == 0;
            int grade = 100 + random.nextInt(300) + (first ? 50 : 0);
            int place = random.nextInt(3);
            boolean attained = random.nextInt(450) < grade;
            rows.add(new Row(
                    first ? "A" : "B",
                    "s" + random.nextInt(8),
                    List.of(
                            BigDecimal.valueOf(attained ? 1 : 0),
                            BigDecimal.valueOf(grade, 2),
                            BigDecimal.valueOf(place == 1 ? 1 : 0),
                            BigDecimal.valueOf(place == 2 ? 1 : 0))));
        }
        return rows;
    }

    private static MomentTally independent(List<Row> rows) {
        MomentTally.Builder tally = MomentTally.of(VARIABLES);
        rows.forEach(row -> tally.add(row.group(), row.values()));
        return tally.build();
    }

    private static MomentTally clustered(List<Row> rows, boolean alone) {
        MomentTally.Builder tally = MomentTally.of(VARIABLES).byCluster();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            tally.add(row.group(), alone ? "row " + i : row.school(), row.values());
        }
        return tally.build();
    }

    private static OaxacaBlinder split() {
        return OaxacaBlinder.of("attained", "A", "B", List.of("grade", "north", "south"));
    }

    private static List<ExplainedGap.Component> components(ExplainedGap.Parts parts) {
        return List.of(
                parts.gap(),
                parts.endowments(),
                parts.coefficients(),
                parts.interaction(),
                parts.explained(),
                parts.unexplained());
    }

    @Property(tries = 30)
    void partsAddUpWhateverTheReference(
            @ForAll @IntRange(min = 0, max = 10_000) int seed, @ForAll ReferenceCoefficients reference) {
        ExplainedGap.Parts parts = split().reference(reference)
                .over(independent(rows(seed)))
                .parts()
                .orElseThrow();
        double gap = parts.gap().value();
        assertEquals(
                gap,
                parts.endowments().value()
                        + parts.coefficients().value()
                        + parts.interaction().value(),
                1e-12);
        assertEquals(gap, parts.explained().value() + parts.unexplained().value(), 1e-12);
        assertEquals(parts.unexplained().value(), parts.unexplainedOfFirst() + parts.unexplainedOfSecond(), 1e-12);
        assertEquals(
                parts.explained().value(),
                parts.terms().stream().mapToDouble(ExplainedGap.Term::explained).sum(),
                1e-12);
    }

    @Property(tries = 20, seed = "42")
    void rowsThatAreTheirOwnClustersHaveNearlyRobustErrors(
            @ForAll @IntRange(min = 0, max = 10_000) int seed, @ForAll ReferenceCoefficients reference) {
        List<Row> rows = rows(seed);
        ExplainedGap.Parts robust =
                split().reference(reference).over(independent(rows)).parts().orElseThrow();
        ExplainedGap alone = split().reference(reference).over(clustered(rows, true));
        assertEquals(StandardErrors.CLUSTERED, alone.errors());
        assertEquals(rows.size(), alone.clusters());
        for (int i = 0; i < 6; i++) {
            double one = components(robust).get(i).standardError().orElseThrow();
            double two = components(alone.parts().orElseThrow())
                    .get(i)
                    .standardError()
                    .orElseThrow();
            // n / (n - k) of 30 rows and 4 coefficients against n / (n - 1) of 60 rows.
            assertTrue(one >= two * 0.99 && one <= two * 1.08 + 1e-12, one + " against " + two);
        }
    }

    /** Leaving out one row at a time is another way to the same errors, which knows nothing of how parts change. */
    @Property(tries = 6, seed = "42")
    void errorsAreNearlyThoseOfLeavingOutRows(
            @ForAll @IntRange(min = 0, max = 10_000) int seed, @ForAll ReferenceCoefficients reference) {
        List<Row> rows = rows(seed);
        double[] sum = new double[6];
        double[] squares = new double[6];
        for (int without = 0; without < rows.size(); without++) {
            List<Row> left = new ArrayList<>(rows);
            left.remove(without);
            List<ExplainedGap.Component> parts = components(
                    split().reference(reference).over(independent(left)).parts().orElseThrow());
            for (int i = 0; i < 6; i++) {
                sum[i] += parts.get(i).value();
                squares[i] += parts.get(i).value() * parts.get(i).value();
            }
        }
        double n = rows.size();
        List<ExplainedGap.Component> robust = components(
                split().reference(reference).over(independent(rows)).parts().orElseThrow());
        for (int i = 0; i < 6; i++) {
            double left = Math.sqrt((n - 1) / n * (squares[i] - sum[i] * sum[i] / n));
            assertEquals(1, robust.get(i).standardError().orElseThrow() / left, 0.2, reference + " part " + i);
        }
    }

    @Property(tries = 20)
    void robustErrorsOfCoefficientsAreThoseOfTheRows(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        List<Row> rows = rows(seed);
        ExplainedGap.Parts parts = OaxacaBlinder.of("attained", "A", "B", List.of("grade"))
                .over(independent(rows))
                .parts()
                .orElseThrow();
        List<Row> group = rows.stream().filter(row -> row.group().equals("A")).toList();
        double n = group.size();
        double mean =
                group.stream().mapToDouble(r -> r.values().get(1).doubleValue()).sum() / n;
        double squares = 0;
        double meat = 0;
        ExplainedGap.Term constant = parts.terms().get(0);
        ExplainedGap.Term grade = parts.terms().get(1);
        for (Row row : group) {
            double x = row.values().get(1).doubleValue();
            double residual =
                    row.values().get(0).doubleValue() - constant.firstCoefficient() - grade.firstCoefficient() * x;
            squares += (x - mean) * (x - mean);
            meat += (x - mean) * (x - mean) * residual * residual;
        }
        // White's variance of a slope with the factor n / (n - 2).
        assertEquals(Math.sqrt(n / (n - 2) * meat) / squares, grade.firstError().orElseThrow(), 1e-12);
    }

    @Property(tries = 20)
    void clusteredErrorOfTheGapIsThatOfTheSumsBySchool(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        List<Row> rows = rows(seed);
        ExplainedGap gap = split().over(clustered(rows, false));
        double[] means = {mean(rows, "A"), mean(rows, "B")};
        double[] influence = new double[8];
        for (Row row : rows) {
            int group = row.group().equals("A") ? 0 : 1;
            double deviation = (row.values().get(0).doubleValue() - means[group]) / 30;
            influence[row.school().charAt(1) - '0'] += group == 0 ? deviation : -deviation;
        }
        double sum = 0;
        for (double one : influence) {
            sum += one * one;
        }
        double schools = gap.clusters();
        ExplainedGap.Component found = gap.parts().orElseThrow().gap();
        assertEquals(
                Math.sqrt(schools / (schools - 1) * sum), found.standardError().orElseThrow(), 1e-12);
        assertTrue(gap.interval(found).orElseThrow().method().contains("clustered t("));
    }

    private static double mean(List<Row> rows, String group) {
        return rows.stream()
                .filter(row -> row.group().equals(group))
                .mapToDouble(row -> row.values().get(0).doubleValue())
                .average()
                .orElseThrow();
    }

    @Property(tries = 20)
    void whatAFactorAddsDoesNotDependOnTheCategoryLeftOut(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        List<Row> rows = rows(seed);
        MomentTally.Builder other = MomentTally.of("attained", "grade", "centre", "south");
        rows.forEach(row -> other.add(
                row.group(),
                List.of(
                        row.values().get(0),
                        row.values().get(1),
                        BigDecimal.ONE
                                .subtract(row.values().get(2))
                                .subtract(row.values().get(3)),
                        row.values().get(3))));
        ExplainedGap.Parts one = split().factor(new Factor("place", "centre", List.of("north", "south")))
                .over(independent(rows))
                .parts()
                .orElseThrow();
        ExplainedGap.Parts two = OaxacaBlinder.of("attained", "A", "B", List.of("grade", "centre", "south"))
                .factor(new Factor("place", "north", List.of("centre", "south")))
                .over(other.build())
                .parts()
                .orElseThrow();
        for (ExplainedGap.Term term : one.terms()) {
            ExplainedGap.Term same = two.terms().stream()
                    .filter(t -> t.name().equals(term.name()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(term.explained(), same.explained(), 1e-12);
            assertEquals(term.coefficients(), same.coefficients(), 1e-12);
        }
        assertEquals(one.explainedBy("place"), two.explainedBy("place"), 1e-12);
        assertEquals(
                one.explained().standardError().orElseThrow(),
                two.explained().standardError().orElseThrow(),
                1e-12);
    }

    @Property(tries = 20)
    void swappingGroupsNegatesTheTwofoldParts(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        MomentTally tally = independent(rows(seed));
        ExplainedGap.Parts one = split().over(tally).parts().orElseThrow();
        ExplainedGap.Parts two = OaxacaBlinder.of("attained", "B", "A", List.of("grade", "north", "south"))
                .over(tally)
                .parts()
                .orElseThrow();
        assertEquals(-one.gap().value(), two.gap().value(), 1e-12);
        assertEquals(-one.explained().value(), two.explained().value(), 1e-12);
        assertEquals(
                one.explained().standardError().orElseThrow(),
                two.explained().standardError().orElseThrow(),
                1e-12);
    }

    @Example
    void variablesThatRepeatEachOtherHaveNoDecomposition() {
        MomentTally.Builder tally = MomentTally.of("attained", "grade", "twice");
        for (int i = 0; i < 20; i++) {
            tally.add(
                    i % 2 == 0 ? "A" : "B",
                    List.of(BigDecimal.valueOf(i % 3 == 0 ? 1 : 0), BigDecimal.valueOf(i), BigDecimal.valueOf(2L * i)));
        }
        tally.leaveOut("A");
        ExplainedGap gap = OaxacaBlinder.of("attained", "A", "B", List.of("grade", "twice"))
                .over(tally.build());
        assertEquals(Optional.of(Undefined.NOT_OF_FULL_RANK), gap.undefined());
        assertEquals(1, gap.leftOut());
        assertTrue(gap.toString().contains("variables repeat each other"), gap.toString());
        ExplainedGap nobody =
                OaxacaBlinder.of("attained", "A", "C", List.of("grade")).over(tally.build());
        assertEquals(Optional.of(Undefined.NO_OBSERVATIONS), nobody.undefined());
        assertFalse(nobody.parts().isPresent());
    }

    @Example
    void largeMeansLoseNoDigits() {
        MomentTally.Builder small = MomentTally.of("y", "x");
        MomentTally.Builder large = MomentTally.of("y", "x");
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            String group = i % 2 == 0 ? "A" : "B";
            BigDecimal y = BigDecimal.valueOf(random.nextInt(2));
            long x = random.nextInt(1000);
            small.add(group, List.of(y, BigDecimal.valueOf(x, 4)));
            large.add(group, List.of(y, BigDecimal.valueOf(x + 2_000_000_000L * 10_000, 4)));
        }
        OaxacaBlinder asked = OaxacaBlinder.of("y", "A", "B", List.of("x"));
        ExplainedGap.Parts one = asked.over(small.build()).parts().orElseThrow();
        ExplainedGap.Parts two = asked.over(large.build()).parts().orElseThrow();
        double slope = one.terms().get(1).firstCoefficient();
        assertEquals(slope, two.terms().get(1).firstCoefficient(), 1e-12 * Math.abs(slope));
    }

    @Example
    void wantsErrorsThatTheSumsAllow() {
        List<Row> rows = rows(1);
        MomentTally byRow = independent(rows);
        MomentTally bySchool = clustered(rows, false);
        assertThrows(
                IllegalArgumentException.class,
                () -> split().errors(StandardErrors.CLUSTERED).over(byRow));
        assertThrows(
                IllegalArgumentException.class,
                () -> split().errors(StandardErrors.ROBUST).over(bySchool));
        assertTrue(split().over(bySchool).explain().contains("not justification"));
    }
}
