package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
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
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.segregation.Dissimilarity;
import org.waymark.metrics.segregation.Distribution;
import org.waymark.metrics.segregation.Inequality;
import org.waymark.metrics.segregation.RatesOfUnits;
import org.waymark.metrics.segregation.Segregation;
import org.waymark.metrics.segregation.Spread;

class SegregationProperties {
    private static final double NEAR = 1e-10;

    @Provide
    Arbitrary<Distribution> distributions() {
        return Arbitraries.longs()
                .between(0, 30)
                .list()
                .ofSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(SegregationProperties::distribution);
    }

    private static Distribution distribution(List<List<Long>> counts) {
        return Distribution.of(names("u", counts.size()), List.of("A", "B", "C"), counts);
    }

    private static List<String> names(String letter, int size) {
        return IntStream.range(0, size).mapToObj(i -> letter + i).toList();
    }

    private static List<Optional<Double>> indices(Distribution distribution) {
        Segregation all = new Segregation(distribution);
        Dissimilarity two = new Dissimilarity(distribution.between("A", "B"));
        return List.of(
                all.theil(),
                all.dissimilarity(),
                all.normalisedExposure(),
                all.relativeDiversity(),
                two.index(),
                two.gini(),
                two.isolation());
    }

    @Property
    void indicesLieBetweenNoneAndAll(@ForAll("distributions") Distribution distribution) {
        for (Optional<Double> index : indices(distribution)) {
            index.ifPresent(value -> assertTrue(value > -NEAR && value < 1 + NEAR, () -> "was " + value));
        }
        assertEquals(
                distribution.undefined().isEmpty(),
                new Segregation(distribution).theil().isPresent());
    }

    @Property
    void moreOfTheSameChangesNothing(
            @ForAll("distributions") Distribution distribution, @ForAll @IntRange(min = 2, max = 5) int times) {
        List<List<Long>> more = distribution.counts().stream()
                .map(unit -> unit.stream().map(count -> count * times).toList())
                .toList();
        Distribution larger = Distribution.of(distribution.units(), distribution.groups(), more);
        same(indices(distribution), indices(larger));
    }

    @Property
    void orderOfUnitsDoesNotMatter(@ForAll("distributions") Distribution distribution) {
        List<List<Long>> back = new ArrayList<>(distribution.counts());
        Collections.reverse(back);
        same(indices(distribution), indices(Distribution.of(distribution.units(), distribution.groups(), back)));
    }

    private static void same(List<Optional<Double>> one, List<Optional<Double>> two) {
        for (int i = 0; i < one.size(); i++) {
            assertEquals(one.get(i).isPresent(), two.get(i).isPresent());
            assertEquals(one.get(i).orElse(0.0), two.get(i).orElse(0.0), NEAR);
        }
    }

    @Property
    void betweenAndWithinAddUpAndLocalsToo(@ForAll("distributions") Distribution distribution) {
        Map<String, String> larger = new LinkedHashMap<>();
        distribution.units().forEach(unit -> larger.put(unit, unit.compareTo("u3") < 0 ? "north" : "south"));
        Segregation all = new Segregation(distribution);
        all.mutualInformation().ifPresent(information -> {
            double between = all.between(larger).orElseThrow();
            double within = all.within(larger).orElseThrow();
            assertEquals(information, between + within, NEAR);
            assertTrue(between > -NEAR && within > -NEAR);
            double locals = all.locals().stream()
                    .mapToDouble(Segregation.Local::contribution)
                    .sum();
            assertEquals(information, locals, NEAR);
        });
    }

    @Property
    void isolationAndExposureAddUpToOne(@ForAll("distributions") Distribution distribution) {
        Dissimilarity two = new Dissimilarity(distribution.againstRest("A"));
        two.isolation()
                .ifPresent(
                        isolation -> assertEquals(1, isolation + two.exposure().orElseThrow(), NEAR));
        two.corrected().ifPresent(value -> assertTrue(value > -1 - NEAR && value < 1 + NEAR, () -> "was " + value));
    }

    @Property(tries = 300)
    void giniIsTheMeanDifference(@ForAll("values") List<Inequality.Value> values) {
        double weights = values.stream().mapToLong(Inequality.Value::weight).sum();
        double mean = values.stream().mapToDouble(v -> v.value() * v.weight()).sum() / weights;
        double sum = 0;
        for (Inequality.Value one : values) {
            for (Inequality.Value two : values) {
                sum += one.weight() * two.weight() * Math.abs(one.value() - two.value());
            }
        }
        Inequality inequality = new Inequality(values);
        assertEquals(mean > 0, inequality.gini().isPresent());
        if (mean > 0) {
            assertEquals(sum / (2 * weights * weights * mean), inequality.gini().orElseThrow(), NEAR);
            assertTrue(inequality.theilT().orElseThrow() >= 0);
        }
        assertTrue(inequality.toString().contains("Gini"));
    }

    @Provide
    Arbitrary<List<Inequality.Value>> values() {
        return Arbitraries.integers()
                .between(0, 400)
                .map(i -> new Inequality.Value(i / 4 * 0.5, 1 + i % 4))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static final Dimension SCHOOL = Dimension.of("school");

    private static Tally tally(Count last) {
        Question question = Question.of(
                CohortDefinition.all(Unit.STUDENT),
                List.of(Tallies.ASKED),
                Faces.each(Tallies.GROUP, SCHOOL),
                LocalDate.of(2026, 6, 30));
        Face.Builder face = Face.builder(List.of(SCHOOL, Tallies.GROUP), 1);
        List<Category> a = List.of(Category.of("a"));
        List<Category> b = List.of(Category.of("b"));
        List<Category> schools = List.of(Category.of("u1"), Category.of("u2"), Category.NONE);
        long[][] yes = {{30, 10}, {5, 15}, {100, 0}};
        for (int s = 0; s < 3; s++) {
            face.add(List.of(schools.get(s), a.get(0)), 0, State.YES, Count.of(yes[s][0]));
            face.add(List.of(schools.get(s), b.get(0)), 0, State.NO, Count.of(yes[s][1]));
        }
        face.add(List.of(schools.get(0), b.get(0)), 0, State.OUTSIDE, last);
        CohortLog log = new CohortLog(160, new LinkedHashMap<>(), new LinkedHashMap<>(), 0);
        return Tally.of(question, log, List.of(face.build()), List.of());
    }

    @Example
    void spreadIsReadOffATallyWithoutThoseOfNoSchool() {
        Distribution spread = Spread.of(SCHOOL, Tallies.GROUP).over(tally(Count.of(2)));
        assertEquals(List.of("u1", "u2"), spread.units());
        assertEquals(List.of(List.of(30L, 12L), List.of(5L, 15L)), spread.counts());
        Spread recipe = new Spread(SCHOOL, Tallies.GROUP);
        double d = recipe.between("a", "b").over(tally(Count.of(2))).index().orElseThrow();
        assertEquals(Math.abs(30 / 35.0 - 12 / 27.0), d, NEAR);
        assertTrue(recipe.segregation().over(tally(Count.of(2))).toString().contains("Theil information index H"));
        Inequality rates = new RatesOfUnits(Tallies.ASKED, SCHOOL).over(tally(Count.of(2)));
        assertEquals(35 / 60.0, rates.mean().orElseThrow(), NEAR);
    }

    @Example
    void maskedCountsAndOneGroupHaveNoIndex() {
        Spread recipe = Spread.of(SCHOOL, Tallies.GROUP);
        Segregation masked = recipe.segregation().over(tally(Count.between(0, 9)));
        assertEquals(Optional.of(Undefined.MASKED), masked.undefined());
        assertEquals(Optional.empty(), masked.theil());
        Dissimilarity alone = recipe.between("a", "z").over(tally(Count.ZERO));
        assertEquals(Optional.of(Undefined.SINGLE_GROUP), alone.undefined());
        assertTrue(alone.toString().contains("one group only"));
    }
}
