package org.waymark.metrics.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.tally.Count;
import org.waymark.metrics.rate.Estimate;

/** A group of which it is known only between what its value and its number of members lie. */
sealed interface Unsettled {
    /** Between what its value lies. */
    Range value();

    /** Between what its number of members lies; 0 is a group of nobody, which is no group. */
    Range members();

    /** The same in parts that leave out nothing; itself alone if everything is settled. */
    List<Unsettled> parts();

    /** One of the ways in which it can turn out. */
    Unsettled settled();

    /** Whether it is surely a group. */
    default boolean isCertain() {
        return members().low() > 0;
    }

    /** Whether there is nobody in it, so that it is no group. */
    default boolean isNobody() {
        return members().high() == 0;
    }

    /** Whether nothing about it is left open. */
    default boolean isSettled() {
        return value().width() == 0 && members().width() == 0;
    }

    /** A group as others estimated it; where they did not, its value is anything the scale allows. */
    static Unsettled of(Subgroup group, double scale) {
        return new Told(
                group.estimate().map(Range::of).orElse(new Range(0, scale)),
                Range.of(group.population().orElse(1.0)));
    }

    /**
     * A group of a tally. Unknown outcomes may turn out as success or as failure, or stay unknown.
     *
     * @param group its rate
     */
    static Unsettled of(Estimate group) {
        Count yes = group.cell().yes();
        Count no = group.cell().no();
        long unknown = group.unknownsMatter() ? group.unknownClosed().high() : 0;
        return Counted.of(
                        yes.low(),
                        yes.high() + unknown,
                        no.low(),
                        no.high() + unknown,
                        (double) yes.low() + no.low(),
                        (double) yes.high() + no.high() + unknown)
                .orElseThrow();
    }

    /** By a value and a number of members. */
    record Told(Range value, Range members) implements Unsettled {
        @Override
        public List<Unsettled> parts() {
            if (value.width() == 0) {
                return List.of(this);
            }
            double middle = value.low() + value.width() / 2;
            return List.of(
                    new Told(new Range(value.low(), middle), members),
                    new Told(new Range(middle, value.high()), members));
        }

        @Override
        public Unsettled settled() {
            return new Told(Range.of(value.low() + value.width() / 2), members);
        }
    }

    /**
     * By whole numbers of successes and failures, each between two, and by what they come to together.
     *
     * @param value successes over both
     * @param members both
     */
    record Counted(long yesLow, long yesHigh, long noLow, long noHigh, Range value, Range members)
            implements Unsettled {
        /** Empty if nothing fits. */
        static Optional<Counted> of(long yesLow, long yesHigh, long noLow, long noHigh, double allLow, double allHigh) {
            long mostYes = Math.min(yesHigh, (long) allHigh - noLow);
            long leastYes = Math.max(yesLow, (long) allLow - noHigh);
            long mostNo = Math.min(noHigh, (long) allHigh - yesLow);
            long leastNo = Math.max(noLow, (long) allLow - yesHigh);
            if (mostYes < leastYes || mostNo < leastNo) {
                return Optional.empty();
            }
            double least = rate(leastYes, Math.min(mostNo, (long) allHigh - leastYes));
            double most = rate(mostYes, Math.max(leastNo, (long) allLow - mostYes));
            return Optional.of(new Counted(
                    leastYes,
                    mostYes,
                    leastNo,
                    mostNo,
                    new Range(least, most),
                    new Range(
                            Math.max(allLow, (double) leastYes + leastNo),
                            Math.min(allHigh, (double) mostYes + mostNo))));
        }

        private static double rate(long yes, long no) {
            return yes == 0 ? 0 : (double) yes / (yes + no);
        }

        @Override
        public List<Unsettled> parts() {
            if (yesLow == yesHigh && noLow == noHigh) {
                return List.of(this);
            }
            List<Unsettled> parts = new ArrayList<>();
            if (yesHigh - yesLow >= noHigh - noLow) {
                long middle = yesLow + (yesHigh - yesLow) / 2;
                with(yesLow, middle, noLow, noHigh).ifPresent(parts::add);
                with(middle + 1, yesHigh, noLow, noHigh).ifPresent(parts::add);
            } else {
                long middle = noLow + (noHigh - noLow) / 2;
                with(yesLow, yesHigh, noLow, middle).ifPresent(parts::add);
                with(yesLow, yesHigh, middle + 1, noHigh).ifPresent(parts::add);
            }
            return parts;
        }

        private Optional<Counted> with(long yes1, long yes2, long no1, long no2) {
            return of(yes1, yes2, no1, no2, members.low(), members.high());
        }

        @Override
        public Unsettled settled() {
            long yes = yesLow + (yesHigh - yesLow) / 2;
            long least = Math.max(noLow, (long) members.low() - yes);
            long no = least + (Math.min(noHigh, (long) members.high() - yes) - least) / 2;
            return with(yes, yes, no, no).map(Unsettled.class::cast).orElse(this);
        }
    }
}
