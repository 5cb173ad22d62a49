package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.waymark.core.publication.Ledger;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.rate.Rate;

/** What is hidden leaves no trace in what is published. */
class ReleaseSecrecyProperties {
    private static Optional<Release> cleared(Tally tally) {
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(tally));
        return outcome instanceof ReleaseOutcome.Cleared cleared ? Optional.of(cleared.release()) : Optional.empty();
    }

    private static String published(Release release) {
        return release.table(Rate.of(Tallies.ASKED).by(Tallies.GROUP)) + "\n"
                + release.table(Gap.of(Tallies.ASKED).to(Reference.overall()).by(Tallies.GROUP));
    }

    /** Two small groups exchange students: their sums stay, and so does everything else that is printed. */
    @Property(tries = 60)
    void inputsThatDifferOnlyInHiddenCellsAreByteEqualInPublic(
            @ForAll @IntRange(min = 3, max = 9) int yesOfA,
            @ForAll @IntRange(min = 0, max = 9) int noOfA,
            @ForAll @IntRange(min = 3, max = 9) int yesOfB,
            @ForAll @IntRange(min = 0, max = 9) int noOfB,
            @ForAll @IntRange(min = -9, max = 9) int yesMoved,
            @ForAll @IntRange(min = -9, max = 9) int noMoved,
            @ForAll @IntRange(min = 12, max = 60) int yesOfC,
            @ForAll @IntRange(min = 12, max = 60) int noOfC) {
        int yesThen = Math.max(-yesOfA, Math.min(yesMoved, yesOfB));
        int noThen = Math.max(-noOfA, Math.min(noMoved, noOfB));
        Optional<Release> one =
                cleared(Tallies.of(yesOfA, yesOfA + noOfA, yesOfB, yesOfB + noOfB, yesOfC, yesOfC + noOfC, 200, 400));
        Optional<Release> other = cleared(Tallies.of(
                yesOfA + yesThen,
                yesOfA + yesThen + noOfA + noThen,
                yesOfB - yesThen,
                yesOfB - yesThen + noOfB - noThen,
                yesOfC,
                yesOfC + noOfC,
                200,
                400));
        boolean both = one.isPresent() && other.isPresent();
        boolean differsInHidden = both
                && pattern(one.get()).equals(pattern(other.get()))
                && pattern(one.get()).subList(0, 6).stream().noneMatch(printed -> printed);
        Statistics.collect(differsInHidden ? "differ in hidden cells only" : "others");
        if (differsInHidden) {
            assertEquals(one.get().tallies(), other.get().tallies());
            assertEquals(published(one.get()), published(other.get()));
        }
    }

    /** Which cells are printed, and what everything that is printed says. */
    private static List<Boolean> pattern(Release release) {
        return release.tallies().get(0).by(Tallies.ASKED, Tallies.GROUP).stream()
                .flatMap(cell -> java.util.stream.Stream.of(
                        cell.yes().isExact(), cell.no().isExact(), cell.known().isExact()))
                .toList();
    }
}
