package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Datum;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.CodedRate;
import org.waymark.metrics.disclosure.RateCoding;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.disclosure.SizeCoding;
import org.waymark.metrics.gap.Furthest;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapChanges;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.gap.Scale;
import org.waymark.metrics.impact.DisproportionateImpact;
import org.waymark.metrics.impact.Outcome;
import org.waymark.metrics.inequality.GroupInequality;
import org.waymark.metrics.inequality.Predictability;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.smallgroup.FunnelPlot;
import org.waymark.metrics.smallgroup.ShrunkenRates;

/** Gaps, ratios, intervals, verdicts, ranks and indices of two inputs that print the same are the same. */
class DerivedFiguresProperties {
    private static final Axis BY = Tallies.GROUP;

    private static Map<String, Measure<Tally, ? extends Tabular>> measures() {
        Gap gap = Gap.of(Tallies.ASKED);
        Map<String, Measure<Tally, ? extends Tabular>> measures = new LinkedHashMap<>();
        measures.put("rate", Rate.of(Tallies.ASKED).by(BY));
        measures.put("gap to all", gap.to(Reference.overall()).by(BY));
        measures.put("gap to the rest", gap.to(Reference.rest()).by(BY));
        measures.put("gap to the best", gap.to(Reference.best()).by(BY));
        measures.put(
                "ratio to the best", gap.to(Reference.best()).in(Scale.RATIO).by(BY));
        measures.put("furthest behind", Furthest.of(Tallies.ASKED, BY));
        measures.put(
                "impact", DisproportionateImpact.of(Outcome.of(Tallies.ASKED)).by(BY));
        measures.put("inequality", GroupInequality.of(Tallies.ASKED, BY));
        measures.put("predictability", Predictability.of(Tallies.ASKED, BY));
        measures.put("funnel", FunnelPlot.of(Tallies.ASKED, BY));
        measures.put("shrunken", ShrunkenRates.of(Tallies.ASKED, BY));
        measures.put("bands", CodedRate.of(Tallies.ASKED).by(BY));
        return measures;
    }

    /** Successes and sizes of groups: some small, some large. */
    private static long[] groups(Random random) {
        long[] groups = new long[2 * (4 + random.nextInt(3))];
        for (int i = 0; i < groups.length; i += 2) {
            groups[i + 1] = random.nextBoolean() ? 1 + random.nextInt(12) : 20 + random.nextInt(400);
            groups[i] = random.nextInt((int) groups[i + 1] + 1);
        }
        groups[groups.length - 1] = 300 + random.nextInt(100);
        groups[groups.length - 2] = 100 + random.nextInt(100);
        return groups;
    }

    private static Optional<Release> release(ReleasePolicy policy, Tally... tallies) {
        return Release.of(policy, Ledger.none(), List.of(tallies)) instanceof ReleaseOutcome.Cleared cleared
                ? Optional.of(cleared.release())
                : Optional.empty();
    }

    private static List<Integer> hidden(Release release) {
        List<Datum> sizes = release.table(CodedRate.of(Tallies.ASKED).by(BY)).column("rate");
        List<Integer> hidden = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i).equals(Datum.missing("*"))) {
                hidden.add(i);
            }
        }
        return hidden;
    }

    /** Some who succeeded in one hidden group did so in another instead, and some who did not likewise. */
    private static Optional<long[]> changed(long[] groups, List<Integer> hidden, Random random) {
        if (hidden.size() < 2) {
            return Optional.empty();
        }
        int from = hidden.get(random.nextInt(hidden.size()));
        int to = hidden.get(random.nextInt(hidden.size()));
        long[] other = groups.clone();
        long yes = random.nextInt((int) other[2 * from] + 1);
        long no = random.nextInt((int) (other[2 * from + 1] - other[2 * from]) + 1);
        other[2 * from] -= yes;
        other[2 * from + 1] -= yes + no;
        other[2 * to] += yes;
        other[2 * to + 1] += yes + no;
        // A group that is shown because it occurs has somebody.
        return from == to || yes + no == 0 || other[2 * from + 1] == 0 ? Optional.empty() : Optional.of(other);
    }

    private static void same(ReleasePolicy policy, long seed, List<String> only) {
        Random random = new Random(seed);
        long[] groups = groups(random);
        Optional<Release> one = release(policy, Tallies.of(groups));
        Optional<long[]> changed = one.flatMap(release -> changed(groups, hidden(release), random));
        Optional<Release> other = changed.flatMap(counts -> release(policy, Tallies.of(counts)));
        boolean alike = other.isPresent()
                && hidden(one.orElseThrow()).equals(hidden(other.get()))
                && one.orElseThrow().tallies().equals(other.get().tallies());
        Statistics.label("print the same").collect(alike);
        Statistics.label("print the same").coverage(c -> c.check(true).count(n -> n >= 1));
        if (!alike) {
            return;
        }
        measures().forEach((name, measure) -> {
            if (only.isEmpty() || only.contains(name)) {
                PublicTable first = one.orElseThrow().table(measure);
                assertEquals(first.toString(), other.get().table(measure).toString(), name);
            }
        });
    }

    @Property(tries = 40)
    void whatIsDerivedTellsNoMoreThanWhatIsPrinted(@ForAll @LongRange(min = 0) long seed) {
        same(ReleasePolicy.standard(), seed, List.of());
    }

    @Property(tries = 30)
    void whatIsDerivedOfBandsTellsNoMoreThanTheBands(@ForAll @LongRange(min = 0) long seed) {
        same(ReleasePolicy.standard().coding(RateCoding.EQUAL_BANDS), seed, List.of());
    }

    /** With classes of sizes and bands of rates alone the table is a function of what it prints. */
    @Property(tries = 40)
    void sizesWithinAClassAndRatesWithinABandAreTheSameTable(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        ReleasePolicy policy = ReleasePolicy.standard()
                .coding(RateCoding.EQUAL_BANDS)
                .sizes(random.nextBoolean() ? SizeCoding.CLASSES : SizeCoding.HIDDEN);
        long[] groups = {120 + random.nextInt(20), 300 + random.nextInt(90), 60, 100 + random.nextInt(20), 3, 5, 4, 9};
        long[] other = groups.clone();
        other[0] += 1;
        other[1] += 3;
        Release one = assertInstanceOf(
                        ReleaseOutcome.Cleared.class, Release.of(policy, Ledger.none(), List.of(Tallies.of(groups))))
                .release();
        Release two = assertInstanceOf(
                        ReleaseOutcome.Cleared.class, Release.of(policy, Ledger.none(), List.of(Tallies.of(other))))
                .release();
        PublicTable first = one.table(CodedRate.of(Tallies.ASKED).by(BY));
        PublicTable second = two.table(CodedRate.of(Tallies.ASKED).by(BY));
        boolean alike = first.column("n").equals(second.column("n"))
                && first.column("rate").equals(second.column("rate"))
                && one.table(CodedRate.of(Tallies.ASKED))
                        .rows()
                        .equals(two.table(CodedRate.of(Tallies.ASKED)).rows());
        Statistics.label("print the same").collect(alike);
        if (alike) {
            assertEquals(first, second);
        }
        for (String measure : List.of("rate", "gap to all", "gap to the best", "furthest behind")) {
            PublicTable table =
                    one.table(java.util.Objects.requireNonNull(measures().get(measure)));
            assertTrue(
                    table.rows().stream()
                            .flatMap(List::stream)
                            .noneMatch(datum ->
                                    datum.equals(Datum.whole(groups[1])) || datum.equals(Datum.whole(groups[0]))),
                    measure);
        }
    }

    /** Changes between two years likewise, which two tallies of one release tell together. */
    @Property(tries = 20)
    void whatChangedTellsNoMoreThanWhatIsPrinted(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        long[] groups = groups(random);
        ReleasePolicy policy = ReleasePolicy.standard().minimumOfChange(20);
        Optional<Release> one = release(policy, Tallies.of(groups));
        Optional<long[]> changed = one.flatMap(release -> changed(groups, hidden(release), random));
        Optional<Release> other = changed.flatMap(counts -> release(policy, Tallies.of(counts)));
        boolean alike = other.isPresent()
                && one.orElseThrow().tallies().equals(other.get().tallies());
        Statistics.label("print the same").collect(alike);
        if (alike) {
            Gap gap = Gap.of(Tallies.ASKED).to(Reference.overall());
            assertEquals(
                    one.orElseThrow()
                            .change(0, 0, (a, b) -> GapChanges.between(a, b, gap, BY))
                            .toString(),
                    other.get()
                            .change(0, 0, (a, b) -> GapChanges.between(a, b, gap, BY))
                            .toString());
        }
    }
}
