package org.waymark.io.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;

/** DuckDB counts what memory counts. */
class DuckDbProperties {
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void everyQuestionCountsTheSameAsInMemory(@ForAll long seed) {
        MadeUp made = new MadeUp(seed);
        Population population = made.population();
        try (DuckDb db = DuckDb.inMemory().threads(1)) {
            db.forAnalysts("test").write(population);
            for (int i = 0; i < 2; i++) {
                Question question = made.question();
                Same.counts(
                        population.cohort(question.of()).asOf(question.asOf()).tally(question), db.tally(question));
            }
        }
    }

    @Property(tries = 8)
    void populationsComeBackEqual(@ForAll long seed) {
        Population population = new MadeUp(seed).population();
        try (DuckDb db = DuckDb.inMemory().threads(1)) {
            db.forAnalysts("test").write(population);
            assertEquals(population, db.population().value());
        }
    }
}
