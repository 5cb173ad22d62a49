package org.waymark.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.Clusters;
import org.waymark.metrics.rate.Newcombe;
import org.waymark.metrics.rate.Share;

/**
 * How often intervals hold the true gap when students of one school are alike: those by clusters, and those that take students for
 * independent of each other. Made-up schools of 5 to 60 students of each of two groups, with true rates of 60 % and 70 %, a school's
 * own part with a standard deviation of 10 points, and one of its group with 5 points. The same seed gives the same figures.
 *
 * <pre>{@code ClusteredCoverage [TIMES [SEED]]}</pre>
 */
public final class ClusteredCoverage {
    private static final double FIRST = 0.6;
    private static final double SECOND = 0.7;
    private static final double OF_SCHOOL = 0.1;
    private static final double OF_GROUP = 0.05;
    private static final double LEVEL = 0.95;
    private static final int LEAST = 5;
    private static final int MORE = 56;

    private ClusteredCoverage() {}

    /** Takes how often each number of schools is drawn, and the seed. */
    public static void main(String[] arguments) {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 42;
        System.out.println("schools  rate  gap  ratio  gap as if independent");
        for (int schools : List.of(5, 10, 20, 40, 100)) {
            System.out.println(row(schools, times, new Random(seed)));
        }
    }

    private static String row(int schools, int times, Random random) {
        int[] held = new int[4];
        for (int k = 0; k < times; k++) {
            List<Share> first = new ArrayList<>();
            List<Share> second = new ArrayList<>();
            for (int school = 0; school < schools; school++) {
                double own = OF_SCHOOL * random.nextGaussian();
                first.add(share(FIRST + own, random));
                second.add(share(SECOND + own, random));
            }
            Clusters a = new Clusters(first);
            Clusters b = new Clusters(second);
            double rate = a.total().value();
            double gap = rate - b.total().value();
            double ratio = Math.log(rate / b.total().value());
            count(held, 0, a.rateError().map(e -> e.interval(rate, LEVEL)), FIRST);
            count(held, 1, a.differenceError(b).map(e -> e.interval(gap, LEVEL)), FIRST - SECOND);
            count(held, 2, a.logRatioError(b).map(e -> e.interval(ratio, LEVEL)), Math.log(FIRST / SECOND));
            count(held, 3, Optional.of(Newcombe.of(a.total(), b.total(), LEVEL)), FIRST - SECOND);
        }
        return String.format(
                Locale.ROOT,
                "%7d %5.3f %5.3f %5.3f %5.3f",
                schools,
                (double) held[0] / times,
                (double) held[1] / times,
                (double) held[2] / times,
                (double) held[3] / times);
    }

    private static Share share(double expected, Random random) {
        double rate = Math.min(1, Math.max(0, expected + OF_GROUP * random.nextGaussian()));
        int students = LEAST + random.nextInt(MORE);
        int yes = 0;
        for (int i = 0; i < students; i++) {
            yes += random.nextDouble() < rate ? 1 : 0;
        }
        return new Share(yes, students);
    }

    private static void count(int[] held, int at, Optional<Interval> limits, double truth) {
        held[at] += limits.filter(interval -> interval.contains(truth)).isPresent() ? 1 : 0;
    }
}
