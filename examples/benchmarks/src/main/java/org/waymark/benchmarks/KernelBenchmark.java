package org.waymark.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.population.Cohort;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.io.synthetic.Synthetic;

/** What counting costs once students stand in memory: the first question of a cohort, the next ones, the reading of cells. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class KernelBenchmark {
    /** How many students. */
    @Param("100000")
    public int students = 100_000;

    private Population population;
    private Cohort cohort;
    private Faces faces;

    /** Makes the students, and asks them once, so that what they are is kept. */
    @Setup
    public void ask() {
        population = Synthetic.region(students, 42);
        cohort = population.cohort(CohortDefinition.all(Unit.STUDENT));
        faces = Faces.pairs(Students.GENDER, Students.FIRST_GENERATION, Students.LOCALE);
        keptStates();
    }

    /** Compiles the indicators and counts the first cube. */
    @Benchmark
    public Tally first() {
        return population.cohort(CohortDefinition.all(Unit.STUDENT)).tally(StudentJob.OUTCOMES, faces);
    }

    /** Counts a cube of states that are known already. */
    @Benchmark
    public final Tally keptStates() {
        return cohort.tally(StudentJob.OUTCOMES, faces);
    }
}
