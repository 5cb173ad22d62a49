package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.decomposition.DirectStandardisation;
import org.waymark.metrics.decomposition.ExplainedGap;
import org.waymark.metrics.decomposition.Kitagawa;
import org.waymark.metrics.decomposition.OutcomeByAxes;
import org.waymark.metrics.decomposition.Pipeline;
import org.waymark.metrics.decomposition.PipelineGap;
import org.waymark.metrics.decomposition.PipelineStage;
import org.waymark.metrics.decomposition.Simpson;
import org.waymark.metrics.decomposition.Standard;
import org.waymark.metrics.decomposition.Strata;
import org.waymark.metrics.decomposition.StratifiedComparison;
import org.waymark.metrics.decomposition.Stratum;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

class DecompositionProperties {
    private static final double NEAR = 1e-12;

    private static Arbitrary<Share> shares(long least) {
        return Combinators.combine(
                        Arbitraries.longs().between(least, 40),
                        Arbitraries.longs().between(0, 40))
                .as((n, yes) -> new Share(Math.min(n, yes), n));
    }

    @Provide
    Arbitrary<Strata> strata() {
        return Combinators.combine(shares(0), shares(0))
                .as((one, two) -> Stratum.of("s", one, two))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(list -> Strata.of("A", "B", list));
    }

    @Provide
    Arbitrary<Pipeline> pipelines() {
        return Combinators.combine(shares(1), shares(1))
                .as((one, two) -> new PipelineStage("s", one, two))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list -> Pipeline.of("A", "B", list));
    }

    private static Pipeline swapped(Pipeline pipeline) {
        return Pipeline.of(
                "B",
                "A",
                pipeline.stages().stream()
                        .map(s -> new PipelineStage(s.name(), s.second(), s.first()))
                        .toList());
    }

    @Property
    void partsAddUpToTheGapAndSwappingNegatesThem(@ForAll("strata") Strata strata) {
        Kitagawa split = new Kitagawa(strata);
        Kitagawa back = new Kitagawa(strata.between("B", "A"));
        assertEquals(split.gap().isPresent(), split.undefined().isEmpty());
        split.gap().ifPresent(gap -> {
            double rates = split.rateEffect().orElseThrow();
            double mix = split.compositionEffect().orElseThrow();
            assertEquals(gap, rates + mix, NEAR);
            assertEquals(-gap, back.gap().orElseThrow(), NEAR);
            assertEquals(-rates, back.rateEffect().orElseThrow(), NEAR);
            assertEquals(-mix, back.compositionEffect().orElseThrow(), NEAR);
            double interaction = split.interaction().orElseThrow();
            assertEquals(rates, split.rateEffectOnSecond().orElseThrow() + interaction / 2, NEAR);
            assertEquals(mix, split.compositionEffectOnSecond().orElseThrow() + interaction / 2, NEAR);
        });
        assertTrue(split.toString().contains(split.gap().isPresent() ? "not justification" : "nobody to count"));
    }

    @Property
    void standardisedToItsOwnMixARateIsTheCrudeOne(@ForAll("strata") Strata strata) {
        DirectStandardisation own = DirectStandardisation.of(strata).to(Standard.of("A"));
        if (strata.total("A").n() > 0) {
            assertEquals(strata.total("A").value(), own.rate("A").orElseThrow(), NEAR);
        }
        for (String group : strata.groups()) {
            assertEquals(own.rate(group).isEmpty(), own.undefined(group).isPresent());
        }
        assertFalse(own.toString().isEmpty());
    }

    @Property
    void simpsonLooksTheSameFromBothSides(@ForAll("strata") Strata strata) {
        Simpson one = new Simpson(strata);
        Simpson two = new Simpson(strata.between("B", "A"));
        assertEquals(one.reversal(), two.reversal());
        assertEquals(one.opposite(), two.opposite());
        one.mantelHaenszelGap()
                .ifPresent(gap -> assertEquals(-gap, two.mantelHaenszelGap().orElseThrow(), NEAR));
        one.chiSquare().ifPresent(chi -> assertEquals(chi, two.chiSquare().orElseThrow(), 1e-9 * Math.max(1, chi)));
        assertFalse(one.toString().isEmpty());
    }

    @Property
    void stagesAddUpToTheGapAndSwappingNegatesThem(@ForAll("pipelines") Pipeline pipeline) {
        double gap = pipeline.gap().orElseThrow();
        Pipeline back = swapped(pipeline);
        assertEquals(-gap, back.gap().orElseThrow(), NEAR);
        List<Double> shapley = pipeline.shapley();
        assertEquals(gap, shapley.stream().mapToDouble(d -> d).sum(), NEAR);
        List<Double> divisia = pipeline.logMeanDivisia();
        assertEquals(
                divisia.isEmpty() ? 0 : gap,
                divisia.stream().mapToDouble(d -> d).sum(),
                NEAR);
        for (int i = 0; i < shapley.size(); i++) {
            assertEquals(-shapley.get(i), back.shapley().get(i), NEAR);
            if (!divisia.isEmpty()) {
                assertEquals(-divisia.get(i), back.logMeanDivisia().get(i), NEAR);
            }
        }
        assertFalse(pipeline.toString().isEmpty());
    }

    @Property(tries = 200)
    void shapleyIsTheMeanOverAllOrders(@ForAll("pipelines") Pipeline pipeline) {
        int stages = pipeline.stages().size();
        double[] sums = new double[stages];
        int orders = orders(pipeline, new ArrayList<>(), sums);
        for (int i = 0; i < stages; i++) {
            assertEquals(sums[i] / orders, pipeline.shapley().get(i), NEAR);
        }
    }

    private static int orders(Pipeline pipeline, List<Integer> order, double[] sums) {
        int stages = pipeline.stages().size();
        if (order.size() == stages) {
            return 1;
        }
        int orders = 0;
        for (int next = 0; next < stages; next++) {
            if (!order.contains(next)) {
                List<Integer> longer = new ArrayList<>(order);
                longer.add(next);
                int below = orders(pipeline, longer, sums);
                sums[next] += below * (through(pipeline, longer) - through(pipeline, order));
                orders += below;
            }
        }
        return orders;
    }

    private static double through(Pipeline pipeline, List<Integer> first) {
        double product = 1;
        for (int i = 0; i < pipeline.stages().size(); i++) {
            PipelineStage stage = pipeline.stages().get(i);
            product *= (first.contains(i) ? stage.firstRate() : stage.secondRate()).orElseThrow();
        }
        return product;
    }

    @Property
    void stagesPutTogetherAddTheirDivisiaParts(@ForAll("pipelines") Pipeline pipeline) {
        List<Double> parts = pipeline.logMeanDivisia();
        if (parts.size() < 2) {
            return;
        }
        PipelineStage one = pipeline.stages().get(0);
        PipelineStage two = pipeline.stages().get(1);
        List<PipelineStage> merged = new ArrayList<>(pipeline.stages().subList(2, parts.size()));
        merged.add(
                0, new PipelineStage("both", product(one.first(), two.first()), product(one.second(), two.second())));
        assertEquals(
                parts.get(0) + parts.get(1),
                Pipeline.of("A", "B", merged).logMeanDivisia().get(0),
                NEAR);
    }

    private static Share product(Share one, Share two) {
        return new Share(one.yes() * two.yes(), one.n() * two.n());
    }

    @Example
    void onceNobodyIsLeftTheGapIsNotSplit() {
        Pipeline pipeline = Pipeline.of(
                "A",
                "B",
                List.of(
                        new PipelineStage("graduate", new Share(8, 10), new Share(0, 10)),
                        new PipelineStage("enrol", new Share(4, 8), new Share(0, 0))));
        assertEquals(Optional.of(0.0), pipeline.secondRate());
        assertEquals(0.4, pipeline.gap().orElseThrow(), NEAR);
        assertEquals(List.of(), pipeline.shapley());
        assertTrue(pipeline.explain().contains("cannot be split"), pipeline.explain());
        assertEquals(List.of(0.8), pipeline.upTo("graduate").shapley());
        Pipeline nobody = Pipeline.of("A", "B", List.of(new PipelineStage("x", new Share(0, 0), new Share(1, 2))));
        assertEquals(Optional.empty(), nobody.gap());
        assertThrows(IllegalArgumentException.class, () -> nobody.upTo("y"));
    }

    private static final Dimension SCHOOL = Dimension.of("school");
    private static final Indicator FIRST =
            Indicator.builder("one").name("First").build();
    private static final Indicator THEN = Indicator.builder("two").name("Then").build();

    /** Schools x groups, two indicators: the kidney stones of Charig et al. with the second indicator half of the first. */
    private static Tally kidneys(Count masked) {
        Question question = Question.of(
                CohortDefinition.all(Unit.STUDENT),
                List.of(FIRST, THEN),
                Faces.each(Tallies.GROUP, SCHOOL),
                LocalDate.of(2026, 6, 30));
        Face.Builder face = Face.builder(List.of(Tallies.GROUP, SCHOOL), 2);
        Map<List<String>, Share> cells = new LinkedHashMap<>();
        cells.put(List.of("A", "small"), new Share(81, 87));
        cells.put(List.of("A", "large"), new Share(192, 263));
        cells.put(List.of("B", "small"), new Share(234, 270));
        cells.put(List.of("B", "large"), new Share(55, 80));
        cells.forEach((labels, share) -> {
            List<Category> at = labels.stream().map(Category::of).toList();
            face.add(at, 0, State.YES, Count.of(share.yes())).add(at, 0, State.NO, Count.of(share.no()));
            face.add(at, 1, State.YES, Count.of(share.yes() / 3))
                    .add(at, 1, State.NO, Count.of(share.yes() - share.yes() / 3));
        });
        if (!masked.isExact()) {
            face.add(List.of(Category.of("B"), Category.of("large")), 0, State.NO, masked);
        }
        CohortLog log = new CohortLog(700, new LinkedHashMap<>(), new LinkedHashMap<>(), 0);
        return Tally.of(question, log, List.of(face.build()), List.of());
    }

    @Example
    void strataAreReadOffATally() {
        StratifiedComparison compared = StratifiedComparison.of(FIRST, Tallies.GROUP, SCHOOL);
        Tally tally = kidneys(Count.ZERO);
        Simpson simpson = compared.simpson("A", "B").over(tally);
        assertEquals(Simpson.Reversal.FULL_REVERSAL, simpson.reversal());
        assertEquals(0.053671217385603764, simpson.pooledStandardGap().orElseThrow(), NEAR);
        Kitagawa split = compared.kitagawa("A", "B").over(tally);
        assertEquals(-0.045714285714285707, split.gap().orElseThrow(), NEAR);
        assertTrue(split.rateEffect().orElseThrow() > 0
                && split.compositionEffect().orElseThrow() < 0);
        Map<String, Long> half = new LinkedHashMap<>();
        half.put("small", 1L);
        half.put("large", 1L);
        DirectStandardisation fixed =
                compared.standardised(Standard.fixed("half and half", half)).over(tally);
        assertEquals((81 / 87.0 + 192 / 263.0) / 2, fixed.rate("A").orElseThrow(), NEAR);
        assertTrue(fixed.explain().contains("half and half (large 50.0 %, small 50.0 %)"), fixed.explain());
        assertEquals(273, compared.expected().over(tally).observed("A"));
        half.put("tiny", 1L);
        assertThrows(
                IllegalArgumentException.class,
                () -> compared.standardised(Standard.fixed("x", half))
                        .over(tally)
                        .rate("A"));
    }

    @Example
    void variablesAreReadOffATally() {
        Tally tally = kidneys(Count.ZERO);
        ExplainedGap gap = new OutcomeByAxes(FIRST, Tallies.GROUP, "A", "B", List.of(SCHOOL)).over(tally);
        assertEquals(350, gap.firstRows());
        ExplainedGap.Parts parts = gap.parts().orElseThrow();
        // One classification with a category for every stratum is the threefold split of the strata.
        Kitagawa split = StratifiedComparison.of(FIRST, Tallies.GROUP, SCHOOL)
                .kitagawa("A", "B")
                .over(tally);
        assertEquals(split.gap().orElseThrow(), parts.gap().value(), NEAR);
        assertEquals(
                split.compositionEffectOnSecond().orElseThrow(),
                parts.endowments().value(),
                NEAR);
        assertEquals(
                split.rateEffectOnSecond().orElseThrow(), parts.coefficients().value(), NEAR);
        assertEquals(split.interaction().orElseThrow(), parts.interaction().value(), NEAR);
        assertTrue(parts.endowments().standardError().isPresent());
        assertEquals(parts.explained().value(), parts.explainedBy(SCHOOL.title()), NEAR);
        assertThrows(
                IllegalArgumentException.class,
                () -> new OutcomeByAxes(FIRST, Tallies.GROUP, "A", "B", List.of(SCHOOL))
                        .over(kidneys(Count.between(0, 9))));
    }

    @Example
    void maskedCountsGiveNoDecomposition() {
        Tally tally = kidneys(Count.between(0, 9));
        Kitagawa split = StratifiedComparison.of(FIRST, Tallies.GROUP, SCHOOL)
                .kitagawa("A", "B")
                .over(tally);
        assertEquals(Optional.of(Undefined.MASKED), split.undefined());
        assertEquals(Optional.empty(), split.gap());
        assertTrue(split.toString().contains("masked"), split.toString());
        Pipeline pipeline = new PipelineGap(List.of(FIRST, THEN), Tallies.GROUP, "A", "B").over(tally);
        assertEquals(Optional.empty(), pipeline.gap());
    }

    @Example
    void stagesAreReadOffATally() {
        Pipeline pipeline =
                PipelineGap.of(Tallies.GROUP, "A", "B").stage(FIRST).stage(THEN).over(kidneys(Count.ZERO));
        assertTrue(pipeline.isNested());
        assertEquals(91.0 / 350, pipeline.firstRate().orElseThrow(), NEAR);
        assertEquals("Then", pipeline.stages().get(1).name());
    }
}
