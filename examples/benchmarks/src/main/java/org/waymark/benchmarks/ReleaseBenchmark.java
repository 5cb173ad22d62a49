package org.waymark.benchmarks;

import static org.waymark.core.student.Students.DISTRICT;
import static org.waymark.core.student.Students.GENDER;
import static org.waymark.core.student.Students.RACE;
import static org.waymark.core.student.Students.SCHOOL;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.rate.Rate;

/**
 * How long a state takes to be protected, certified, verified and printed, by race and by gender in each school, district and
 * year, and how that grows with years. Prints seconds of each stage, how much heap was in use at most, how many times as long more
 * years take, and of each crossing how many groups are unsafe by themselves, hidden for the sake of others, and printed.
 *
 * <pre>{@code ReleaseBenchmark STUDENTS DISTRICTS SCHOOLS YEARS...}</pre>
 */
public final class ReleaseBenchmark {
    private static final int LAST_YEAR = 2024;
    private static final ReleasePolicy POLICY = ReleasePolicy.standard();

    private ReleaseBenchmark() {}

    /** Takes the size, and for how many years to ask, several numbers one after the other. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        Population state = Synthetic.state(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), 42);
        start = lap("state made up", start);
        double first = 0;
        for (int a = 3; a < arguments.length; a++) {
            int years = Integer.parseInt(arguments[a]);
            List<Tally> tallies = new ArrayList<>();
            for (int year = LAST_YEAR - years + 1; year <= LAST_YEAR; year++) {
                tallies.add(tally(state, year));
            }
            System.out.println(years + (years == 1 ? " year" : " years"));
            start = lap("counted", start);
            double seconds = release(tallies, start);
            first = a == 3 ? seconds : first;
            System.out.printf(Locale.ROOT, "  all stages %31.1f s, %.1f times the first%n", seconds, seconds / first);
            start = System.nanoTime();
        }
    }

    private static Tally tally(Population state, int year) {
        Axis race = RACE.as(RaceSchemes.FEDERAL_7);
        Question question = Question.of(
                state.classOf(year).definition(),
                List.of(Catalog.graduation(4)),
                new Faces(List.of(
                        List.of(DISTRICT),
                        List.of(SCHOOL),
                        List.of(race),
                        List.of(GENDER),
                        List.of(DISTRICT, race),
                        List.of(SCHOOL, race),
                        List.of(DISTRICT, GENDER),
                        List.of(SCHOOL, GENDER))),
                Synthetic.AS_OF);
        return state.classOf(year).tally(question.during(SchoolYear.ending(year)));
    }

    private static double release(List<Tally> tallies, long begun) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        ReleaseOutcome outcome = Release.of(POLICY, Ledger.none(), tallies, done -> {});
        long start = lap("protected, certified and verified", begun);
        if (outcome instanceof ReleaseOutcome.Cleared cleared) {
            if (!cleared.release().certificate().holds()) {
                throw new IllegalStateException("the certificate does not hold");
            }
            start = lap("verified once more", start);
            Indicator asked = tallies.get(0).question().indicators().get(0);
            int rows = 0;
            for (int t = 0; t < tallies.size(); t++) {
                rows += cleared.release().table(Rate.of(asked).by(SCHOOL), t).size();
            }
            lap("printed, verified at each issue", start);
            System.out.println("  " + cleared.release().certificate() + ", " + rows + " rows");
            System.out.println("  groups printed " + cleared.release().printedGroups() + ", hidden "
                    + cleared.release().hiddenGroups());
            what(tallies, cleared.release());
        } else {
            System.out.println("  " + outcome);
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "  heap in use at most %21d MB%n", peak >> 20);
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Of each crossing how many groups are unsafe by themselves, hidden for the sake of others, and printed. */
    private static void what(List<Tally> tallies, Release release) {
        Map<List<Axis>, long[]> counts = new LinkedHashMap<>();
        for (int t = 0; t < tallies.size(); t++) {
            Indicator asked = tallies.get(t).question().indicators().get(0);
            for (Face face : tallies.get(t).faces()) {
                Axis[] axes = face.axes().toArray(new Axis[0]);
                List<Cell> cells = tallies.get(t).by(asked, axes);
                List<Cell> shown = release.tallies().get(t).by(asked, axes);
                long[] count = counts.computeIfAbsent(face.axes(), key -> new long[5]);
                for (int c = 0; c < cells.size(); c++) {
                    long size = cells.get(c).known().exact();
                    boolean printed = shown.get(c).known().isExact();
                    boolean unsafe = POLICY.small(size)
                            || cells.get(c).yes().exact() < POLICY.minimumOutcome()
                            || cells.get(c).no().exact() < POLICY.minimumOutcome();
                    count[printed ? 2 : unsafe ? 0 : 1]++;
                    count[3] += printed ? size : 0;
                    count[4] += size;
                }
            }
        }
        System.out.printf(Locale.ROOT, "  %-46s %8s %8s %8s %9s%n", "along", "unsafe", "others", "printed", "students");
        counts.forEach((axes, count) -> System.out.printf(
                Locale.ROOT,
                "  %-46s %8d %8d %8d %8.1f%%%n",
                String.join(" x ", axes.stream().map(Axis::title).toList()),
                count[0],
                count[1],
                count[2],
                100.0 * count[3] / Math.max(1, count[4])));
    }

    private static long lap(String stage, long since) {
        long now = System.nanoTime();
        System.out.printf(Locale.ROOT, "  %-36s %7.1f s%n", stage, (now - since) / 1e9);
        return now;
    }
}
