package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.disclosure.RateCoding;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;

/** One class and its graduates within four, five, six and seven years: nobody finds the few of one year between. */
class NestedCohortsProperties {
    private static final Dimension GROUP = Dimension.of("group");
    private static final ReleasePolicy POLICY = ReleasePolicy.standard();
    private static final int FIRST = 4;

    /** Members by group and by the year in which they graduated: within four, in the fifth, sixth, seventh, never. */
    private static Tally tally(long[][] members, LocalDate asOf, int... years) {
        List<Indicator> indicators = IntStream.of(years)
                .mapToObj(year -> Catalog.graduation(year, 2019))
                .toList();
        Face.Builder total = Face.builder(List.of(), years.length);
        Face.Builder groups = Face.builder(List.<Axis>of(GROUP), years.length);
        for (int g = 0; g < members.length; g++) {
            List<Category> category = List.of(Category.of("g" + g));
            for (int i = 0; i < years.length; i++) {
                for (int k = 0; k < members[g].length; k++) {
                    State state = k <= years[i] - FIRST ? State.YES : State.NO;
                    groups.add(category, i, state, Count.of(members[g][k]));
                    total.add(List.of(), i, state, Count.of(members[g][k]));
                }
            }
        }
        return Tally.of(
                Question.of(Students.classOf(2019), indicators, Faces.each(GROUP), asOf),
                new CohortLog(0, new LinkedHashMap<>(), new LinkedHashMap<>(), 0),
                List.of(total.build(), groups.build()),
                List.of());
    }

    /** All years told at once, or each in its own year. */
    private static List<Tally> tallies(long[][] members, boolean yearly) {
        return yearly
                ? IntStream.of(4, 5, 6, 7)
                        .mapToObj(year -> tally(members, LocalDate.of(2015 + year, 12, 31), year))
                        .toList()
                : List.of(tally(members, LocalDate.of(2026, 6, 30), 4, 5, 6, 7));
    }

    /** The least and the most who can have graduated after so many years and within so many others, in some groups. */
    private static double[] range(List<Tally> printed, int groups, int[] of, int after, int within) {
        double[] range = new double[2];
        for (int end = 0; end < 2; end++) {
            ExpressionsBasedModel model = new ExpressionsBasedModel();
            Variable[][] members = new Variable[groups][5];
            for (int g = 0; g < groups; g++) {
                for (int k = 0; k < 5; k++) {
                    boolean sought = List.of(of[0], of[1]).contains(g) && k > after - FIRST && k <= within - FIRST;
                    members[g][k] = model.newVariable(g + " " + k).lower(0).weight(sought ? 1 : 0);
                }
            }
            int row = 0;
            for (Tally tally : printed) {
                for (Indicator indicator : tally.question().indicators()) {
                    int years = Integer.parseInt(indicator.id().substring("D1-".length()));
                    List<Cell> cells = new ArrayList<>(tally.by(indicator, GROUP));
                    cells.add(tally.total(indicator));
                    for (int c = 0; c < cells.size(); c++) {
                        for (State state : List.of(State.YES, State.NO)) {
                            Count count = cells.get(c).count(state);
                            if (count.high() == Integer.MAX_VALUE) {
                                continue;
                            }
                            var seen = model.newExpression("seen" + row++)
                                    .lower(count.low() - 1e-6)
                                    .upper(count.high() + 1e-6);
                            for (int g = 0; g < groups; g++) {
                                for (int k = 0; k < 5; k++) {
                                    boolean success = k <= years - FIRST;
                                    if ((c == groups || c == g) && success == state.equals(State.YES)) {
                                        seen.set(members[g][k], 1);
                                    }
                                }
                            }
                        }
                    }
                }
            }
            Optimisation.Result result = end == 0 ? model.minimise() : model.maximise();
            assertTrue(
                    result.getState().isOptimal() || result.getState() == Optimisation.State.UNBOUNDED,
                    () -> result.toString());
            range[end] =
                    result.getState() == Optimisation.State.UNBOUNDED ? Double.POSITIVE_INFINITY : result.getValue();
        }
        return range;
    }

    private static long between(long[] members, int after, int within) {
        long sum = 0;
        for (int k = after - FIRST + 1; k <= within - FIRST; k++) {
            sum += members[k];
        }
        return sum;
    }

    private static void withstands(long[][] members, boolean yearly, RateCoding coding) {
        List<Tally> tallies = tallies(members, yearly);
        ReleaseOutcome outcome = Release.of(POLICY.coding(coding), Ledger.none(), tallies);
        Statistics.label("outcome").collect(yearly, coding, outcome.getClass().getSimpleName());
        if (!(outcome instanceof ReleaseOutcome.Cleared cleared)) {
            return;
        }
        List<Tally> printed = cleared.release().tallies();
        for (int g = 0; g < members.length; g++) {
            for (int after = FIRST; after < 7; after++) {
                for (int within = after + 1; within <= 7; within++) {
                    String what = "g" + g + " after " + after + " within " + within;
                    double[] range = range(printed, members.length, new int[] {g, g}, after, within);
                    if (coding == RateCoding.EQUAL_BANDS) {
                        assertTrue(range[1] - range[0] >= 2 - 0.01, what);
                    } else if (between(members[g], after, within) < POLICY.minimumOutcome()) {
                        assertTrue(range[0] <= 1 + 0.01 && range[1] >= POLICY.minimumOutcome() - 0.01, what);
                    }
                }
            }
        }
    }

    @Property(tries = 6)
    void fewOfAYearAreNotFound(
            @ForAll @IntRange(min = 2, max = 4) int groups,
            @ForAll @LongRange(min = 0) long seed,
            @ForAll boolean yearly,
            @ForAll boolean banded) {
        SplittableRandom random = new SplittableRandom(seed);
        long[][] members = new long[groups][];
        for (int g = 0; g < groups; g++) {
            members[g] = new long[] {
                20 + random.nextInt(200),
                3 + random.nextInt(40),
                random.nextInt(30),
                random.nextInt(12),
                3 + random.nextInt(60)
            };
        }
        withstands(members, yearly, banded ? RateCoding.EQUAL_BANDS : RateCoding.NONE);
    }

    private static final long[][] TWO_OF_THE_FIFTH_YEAR = {
        {60, 2, 20, 15, 30}, {80, 12, 20, 15, 25}, {90, 14, 16, 12, 20}
    };

    @Example
    void twoGraduatesOfTheFifthYearAreNotToldByTwoPrintedNumbers() {
        for (boolean yearly : new boolean[] {false, true}) {
            ReleaseOutcome outcome = Release.of(POLICY, Ledger.none(), tallies(TWO_OF_THE_FIFTH_YEAR, yearly));
            Release release = assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                    .release();
            double[] range = range(release.tallies(), 3, new int[] {0, 0}, 4, 5);
            assertTrue(range[0] <= 1.01 && range[1] >= 2.99, range[0] + " to " + range[1]);
            assertTrue(release.certificate().holds());
        }
    }

    @Example
    void differencesOfEnoughCostNothing() {
        long[][] members = {{60, 12, 20, 15, 30}, {80, 12, 20, 15, 25}};
        ReleaseOutcome outcome = Release.of(POLICY, Ledger.none(), tallies(members, false));
        Release release = assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                .release();
        assertEquals(0, release.hiddenGroups());
    }

    @Example
    void fewOfEverybodyAreRefused() {
        long[][] members = {{60, 1, 20, 15, 30}, {80, 1, 20, 15, 25}};
        ReleaseOutcome outcome = Release.of(POLICY, Ledger.none(), tallies(members, false));
        ReleaseOutcome.Refused refused = assertInstanceOf(ReleaseOutcome.Refused.class, outcome);
        assertTrue(
                refused.reasons().get(0).startsWith("D1-5, all: yes and not in D1-4 cannot be kept"),
                refused.toString());
    }
}
