package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.gap.Scale;
import org.waymark.metrics.gap.Verdict;
import org.waymark.metrics.inequality.GroupInequality;
import org.waymark.metrics.inequality.InequalityMeasure;
import org.waymark.metrics.inequality.Predictability;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.Clusters;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Jackknife;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.rate.Share;

/** The recipes for rates and gaps, run over tallies that keep schools, held to R's packages survey and sandwich. */
class ClusteredGapConformance {
    private static final Dimension SCHOOL = Dimension.of("school");
    private static final List<Map<String, String>> EXPECTED = Fixtures.read("statistics/clustered/expected.csv");

    private static Map<String, Tally> tallies() {
        Map<String, List<Map<String, String>>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read("statistics/clustered/schools_input.csv")) {
            cases.computeIfAbsent(row.get("case"), c -> new ArrayList<>()).add(row);
        }
        Map<String, Tally> tallies = new LinkedHashMap<>();
        cases.forEach((name, rows) -> tallies.put(name, tally(rows)));
        return tallies;
    }

    private static Tally tally(List<Map<String, String>> rows) {
        Question question = Question.of(
                        CohortDefinition.all(Unit.STUDENT),
                        List.of(Tallies.ASKED),
                        Faces.each(Tallies.GROUP),
                        LocalDate.of(2026, 6, 30))
                .clusteredBy(SCHOOL);
        Face.Builder face = Face.builder(List.of(Tallies.GROUP, SCHOOL), 1);
        for (Map<String, String> row : rows) {
            List<Category> place = List.of(Category.of(row.get("group")), Category.of(row.get("school")));
            long yes = Fixtures.whole(row.get("yes"));
            face.add(place, 0, State.YES, Count.of(yes));
            face.add(place, 0, State.NO, Count.of(Fixtures.whole(row.get("n")) - yes));
        }
        CohortLog log = new CohortLog(0, new LinkedHashMap<>(), new LinkedHashMap<>(), 0);
        return Tally.of(question, log, List.of(face.build()), List.of());
    }

    private static void check(Map<String, String> row, String column, Optional<Double> actual, double tolerance) {
        if (row.get(column).isEmpty() || Double.parseDouble(row.get(column)) == 0) {
            assertTrue(actual.isEmpty(), () -> column + " of " + row + ", was " + actual);
            return;
        }
        double expected = Double.parseDouble(row.get(column));
        assertTrue(
                actual.filter(value -> Fixtures.near(expected, value, tolerance))
                        .isPresent(),
                () -> column + " of " + row + ", was " + actual);
    }

    private static void limit(
            Map<String, String> row, String column, Optional<Double> actual, double least, double most) {
        if (row.get(column).isEmpty()) {
            assertTrue(actual.isEmpty(), () -> column + " of " + row + ", was " + actual);
            return;
        }
        double kept = Math.min(most, Math.max(least, Double.parseDouble(row.get(column))));
        assertTrue(
                actual.filter(value -> Fixtures.near(kept, value, 1e-12)).isPresent(),
                () -> column + " of " + row + ", was " + actual);
    }

    @Test
    void ratesOfClusteredStudents() {
        Map<String, Tally> tallies = tallies();
        int checked = 0;
        for (Map<String, String> row : EXPECTED) {
            if (!row.get("measure").equals("rate")) {
                continue;
            }
            Tally tally = tallies.get(row.get("case"));
            Rate rate = Rate.of(Tallies.ASKED);
            Estimate estimate = row.get("group").equals("*")
                    ? rate.over(tally)
                    : rate.by(Tallies.GROUP).over(tally).group(row.get("group")).orElseThrow();
            Clusters clusters = estimate.clusters().orElseThrow();
            check(row, "estimate", estimate.value(), 1e-12);
            check(row, "se", estimate.clusterError().map(Clusters.StandardError::value), 1e-12);
            limit(row, "lower", estimate.clusteredInterval().map(Interval::lower), 0, 1);
            limit(row, "upper", estimate.clusteredInterval().map(Interval::upper), 0, 1);
            check(row, "design_effect", estimate.designEffect(), 1e-12);
            check(row, "effective_n", clusters.effectiveSize(), 1e-12);
            check(row, "wilson_lower", clusters.wilson(0.95).map(Interval::lower), 1e-12);
            check(row, "wilson_upper", clusters.wilson(0.95).map(Interval::upper), 1e-12);
            check(row, "wilson_t_lower", clusters.wilsonStudent(0.95).map(Interval::lower), 1e-12);
            check(row, "wilson_t_upper", clusters.wilsonStudent(0.95).map(Interval::upper), 1e-12);
            jackknife(row, clusters.rateJackknife());
            assertEquals(Fixtures.whole(row.get("clusters")), clusters.shares().size());
            assertEquals(Fixtures.whole(row.get("clusters_with_group")), clusters.clustersWithMembers());
            if (!row.get("reason").isEmpty() && !row.get("reason").equals("ZERO_VARIANCE")) {
                assertEquals(
                        row.get("reason"), clusters.undefined().orElseThrow().name());
            }
            checked++;
        }
        assertTrue(checked > 0);
    }

    private static void jackknife(Map<String, String> row, Optional<Jackknife> found) {
        check(row, "jackknife_se", found.map(Jackknife::error), 1e-10);
        check(row, "jackknife_se_mse", found.map(Jackknife::errorAboutEstimate), 1e-10);
    }

    @Test
    void gapsOfClusteredStudentsForEveryReference() {
        Map<String, Tally> tallies = tallies();
        Set<String> references = new LinkedHashSet<>();
        for (Map<String, String> row : EXPECTED) {
            boolean points = row.get("measure").equals("difference");
            if (!points && !row.get("measure").equals("ratio")) {
                continue;
            }
            references.add(row.get("other"));
            Reference reference = switch (row.get("other")) {
                case "overall" -> Reference.overall();
                case "rest" -> Reference.rest();
                default -> Reference.named(row.get("other"));
            };
            GapEstimate gap = Gap.of(Tallies.ASKED)
                    .to(reference)
                    .in(points ? Scale.POINTS : Scale.RATIO)
                    .by(Tallies.GROUP)
                    .over(tallies.get(row.get("case")))
                    .group(row.get("group"))
                    .orElseThrow();
            check(row, "estimate", gap.value(), 1e-12);
            double estimate = gap.value().orElseThrow();
            double factor = points ? 1 : estimate;
            check(row, "se", gap.clusterError().map(e -> e.value() * factor), 1e-12);
            check(
                    row,
                    "independent_se",
                    gap.independentError().filter(e -> hasError(row)).map(e -> e * factor),
                    1e-12);
            check(row, "design_effect", gap.designEffect(), 1e-12);
            limit(row, points ? "lower" : "lower_log", gap.interval().map(Interval::lower), -1, 1e9);
            limit(row, points ? "upper" : "upper_log", gap.interval().map(Interval::upper), -1, points ? 1 : 1e9);
            Clusters here = gap.group().clusters().orElseThrow();
            Clusters there = gap.other().flatMap(Estimate::clusters).orElseThrow();
            if (!points) {
                Optional<Clusters.StandardError> plain = here.ratioError(there);
                check(row, "lower", plain.map(e -> e.interval(estimate, 0.95).lower()), 1e-12);
                check(row, "upper", plain.map(e -> e.interval(estimate, 0.95).upper()), 1e-12);
            }
            jackknife(row, points ? here.differenceJackknife(there) : here.ratioJackknife(there));
            if (!row.get("reason").isEmpty()) {
                assertEquals(
                        row.get("reason"), gap.withoutLimits().orElseThrow().name());
                assertEquals(Verdict.CANNOT_TELL, gap.verdict());
                assertTrue(gap.test().isEmpty());
            } else {
                assertTrue(gap.withoutLimits().isEmpty(), row::toString);
                assertEquals(
                        Fixtures.whole(row.get("df")),
                        gap.test().orElseThrow().degreesOfFreedom().orElseThrow());
                // The test says what the interval says: no gap is within the limits exactly if p is above 5 %.
                double none = points ? 0 : 1;
                assertEquals(
                        gap.interval().orElseThrow().contains(none),
                        gap.test().orElseThrow().p() > 0.05);
            }
        }
        assertTrue(references.size() > 2);
    }

    private static boolean hasError(Map<String, String> row) {
        return !row.get("independent_se").isEmpty();
    }

    @Test
    void figuresOfManyGroupsByLeavingOutOneSchoolAtATime() {
        Map<String, Function<List<Share>, Optional<Double>>> figures = new LinkedHashMap<>();
        figures.put("cramers_v", ClusteredGapConformance::cramer);
        Map<String, Tally> tallies = tallies();
        int checked = 0;
        for (Map<String, String> row : EXPECTED) {
            if (!figures.containsKey(row.get("measure"))) {
                continue;
            }
            List<Clusters> groups =
                    Rate.of(Tallies.ASKED).by(Tallies.GROUP).over(tallies.get(row.get("case"))).groups().stream()
                            .map(group -> group.clusters().orElseThrow())
                            .toList();
            Function<List<Share>, Optional<Double>> figure = figures.get(row.get("measure"));
            check(
                    row,
                    "estimate",
                    figure.apply(groups.stream().map(Clusters::total).toList()),
                    1e-12);
            Optional<Jackknife> found = Jackknife.of(groups, figure);
            jackknife(row, found);
            assertEquals(
                    row.get("reason"),
                    Jackknife.undefined(groups).map(Enum::name).orElse(""));
            checked++;
        }
        assertTrue(checked > 0);
    }

    @Test
    void theilIndexOfManyGroupsOverATally() {
        Map<String, Tally> tallies = tallies();
        int checked = 0;
        for (Map<String, String> row : EXPECTED) {
            if (!row.get("measure").equals("theil_T")) {
                continue;
            }
            Figure theil = GroupInequality.of(Tallies.ASKED, Tallies.GROUP)
                    .over(tallies.get(row.get("case")))
                    .figure(InequalityMeasure.THEIL)
                    .orElseThrow();
            check(row, "estimate", theil.estimate().map(t -> t / 1_000), 1e-12);
            check(row, "jackknife_se", theil.standardError().map(e -> e / 1_000), 1e-10);
            assertEquals(row.get("reason"), theil.undefined().map(Enum::name).orElse(""));
            checked++;
        }
        assertTrue(checked > 0);
    }

    @Test
    void predictabilityOverATally() {
        Map<String, Tally> tallies = tallies();
        int checked = 0;
        for (Map<String, String> row : EXPECTED) {
            if (!row.get("measure").equals("cramers_v")) {
                continue;
            }
            Figure v = Predictability.of(Tallies.ASKED, Tallies.GROUP)
                    .over(tallies.get(row.get("case")))
                    .figures()
                    .get(0);
            check(row, "estimate", v.estimate(), 1e-12);
            check(row, "jackknife_se", v.standardError(), 1e-10);
            assertEquals(row.get("reason"), v.undefined().map(Enum::name).orElse(""));
            checked++;
        }
        assertTrue(checked > 0);
    }

    private static Optional<Double> cramer(List<Share> groups) {
        Share all = groups.stream().reduce(new Share(0, 0), Share::plus);
        double chi = 0;
        for (Share group : groups) {
            double expected = group.n() * all.value();
            chi += Math.pow(group.yes() - expected, 2) / expected;
            chi += Math.pow(group.no() - (group.n() - expected), 2) / (group.n() - expected);
        }
        return Optional.of(Math.sqrt(chi / all.n()));
    }

    @Test
    void fewerThanTwentySchoolsAreSaidToBeFew() {
        Map<String, Tally> tallies = tallies();
        int few = 0;
        for (Tally tally : tallies.values()) {
            GapEstimate gap = Gap.of(Tallies.ASKED)
                    .to(Reference.rest())
                    .by(Tallies.GROUP)
                    .over(tally)
                    .groups()
                    .get(0);
            if (gap.clusterError().isEmpty()) {
                continue;
            }
            boolean doubtful = gap.clusterError().orElseThrow().clusters() < 20;
            assertEquals(doubtful, gap.explain().contains("read the interval with doubt"));
            assertEquals(doubtful, gap.toTable().notes().stream().anyMatch(note -> note.contains("doubtful below 20")));
            few += doubtful ? 1 : 0;
        }
        assertFalse(few == 0);
    }
}
