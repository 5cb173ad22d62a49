package org.waymark.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.population.Cohort;
import org.waymark.core.student.Students;
import org.waymark.core.tally.TimeCell;
import org.waymark.core.tally.TimeTally;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.survival.KaplanMeier;
import org.waymark.metrics.survival.RiskTable;

/**
 * What Kaplan-Meier curves of ten graduating classes cost: the one pass over the students, which grows with their number, and
 * the curves off its counts, which grow with the days on which something happened and no further.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class SurvivalBenchmark {
    private static final int CLASSES = 10;

    /** How many students the ten classes have together. */
    @Param({"100000", "300000", "1000000"})
    public int students = 100_000;

    private final TimeToEvent credential = Catalog.timeToCredentialByAge(26);
    private Cohort cohort;
    private TimeTally counted;

    /** Makes the students; the region has further classes, which are not asked. */
    @Setup
    public void make() {
        int years = Synthetic.LAST_CLASS - Synthetic.FIRST_CLASS + 1;
        List<String> classes = IntStream.range(0, CLASSES)
                .mapToObj(i -> Integer.toString(Synthetic.FIRST_CLASS + i))
                .toList();
        int all = Math.toIntExact((long) students * years / CLASSES);
        cohort = Synthetic.region(all, 42).cohort(CohortDefinition.of("ten classes", Students.CLASS_OF.in(classes)));
        counted = cohort.times(credential, Students.CLASS_OF);
    }

    /** How many places the counts have: what they need of memory. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Places {
        /** Days of groups on which something happened. */
        public long places;

        /** Starts from none. */
        @Setup(Level.Iteration)
        public void clear() {
            places = 0;
        }
    }

    /** One pass over the columns. */
    @Benchmark
    public TimeTally count(Places memory) {
        TimeTally tally = cohort.times(credential, Students.CLASS_OF);
        memory.places = tally.by(Students.CLASS_OF).stream()
                .mapToLong(cell -> cell.counts().size())
                .sum();
        return tally;
    }

    /** The ten curves with their standard errors. */
    @Benchmark
    public List<KaplanMeier> curves() {
        List<KaplanMeier> curves = new ArrayList<>();
        for (TimeCell cell : counted.by(Students.CLASS_OF)) {
            curves.add(KaplanMeier.of(RiskTable.of(cell)));
        }
        return curves;
    }

    /** Both. */
    @Benchmark
    public List<KaplanMeier> countAndCurves() {
        List<KaplanMeier> curves = new ArrayList<>();
        for (TimeCell cell : cohort.times(credential, Students.CLASS_OF).by(Students.CLASS_OF)) {
            curves.add(KaplanMeier.of(RiskTable.of(cell)));
        }
        return curves;
    }
}
