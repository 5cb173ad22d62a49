package org.waymark.io.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.core.tally.Count;

/** A cell as its row gives it, before it is known how many members it can have at most. */
record DraftCell(
        String slice,
        Map<String, String> place,
        Map<String, String> labels,
        Optional<Long> members,
        Optional<Long> yes,
        Optional<BigDecimal> rate,
        List<Mark.Said> said,
        PublishedCell.Margins margins,
        long line) {
    private boolean isShown() {
        return said.stream().anyMatch(Mark.Said::shown);
    }

    /** The members, if they are printed; where counts are shown and one is not there, it is 0. */
    Optional<Long> shownMembers() {
        return members.or(() -> isShown() ? Optional.of(0L) : Optional.empty());
    }

    boolean isTotal() {
        return labels.equals(place);
    }

    private Optional<Long> shownYes() {
        return yes.or(() -> isShown() ? Optional.of(0L) : Optional.empty());
    }

    /** The cell, of which no more than {@code most} are members. */
    PublishedCell cell(long most, int places) {
        long least = 0;
        long upper = most;
        Optional<RateBounds> bounds = rate.map(number -> RateBounds.rounded(number, places));
        Optional<RateBounds> printed = rate.map(RateBounds::exactly);
        for (Mark.Said one : said) {
            least = Math.max(least, one.least());
            upper = one.most().isPresent() ? Math.min(upper, one.most().getAsLong()) : upper;
            printed = one.rate().isPresent() ? one.rate() : printed;
            bounds = one.rate().isPresent() ? one.rate().map(rates -> rates.widened(places)) : bounds;
        }
        Count all = shownMembers().map(Count::of).orElse(Count.between(Math.min(least, upper), upper));
        Optional<Long> printedYes = shownYes();
        Optional<RateBounds> known = bounds;
        Count successes = printedYes
                .map(Count::of)
                .orElseGet(() -> known.map(b -> b.yes(all)).orElse(Count.between(0, all.high())));
        Count failures = printedYes.isPresent() && all.isExact()
                ? Count.of(Math.max(0, all.low() - printedYes.get()))
                : known.map(b -> b.no(all)).orElse(Count.between(0, all.high()));
        boolean masked = shownMembers().isEmpty() || printedYes.isEmpty();
        String mark = said.stream().map(Mark.Said::mark).distinct().collect(Collectors.joining(", "));
        return new PublishedCell(slice, labels, all, successes, failures, bounds, printed, mark, masked, margins, line);
    }

    /** Whether the printed rate is that of the printed counts, rounded; empty where one of them is not printed, or nobody is. */
    Optional<Boolean> agrees(int places, RoundingMode rounding) {
        Optional<Long> of = shownMembers();
        Optional<Long> successes = shownYes();
        if (rate.isEmpty() || of.isEmpty() || successes.isEmpty() || of.get() == 0) {
            return Optional.empty();
        }
        BigDecimal exact = BigDecimal.valueOf(successes.get()).divide(BigDecimal.valueOf(of.get()), places, rounding);
        return Optional.of(exact.compareTo(rate.get()) == 0);
    }

    boolean isContradictory() {
        return members.isPresent() && yes.isPresent() && yes.get() > members.get();
    }
}
