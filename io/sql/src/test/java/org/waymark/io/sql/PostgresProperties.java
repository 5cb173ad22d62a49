package org.waymark.io.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;

/** PostgreSQL counts what memory counts. */
class PostgresProperties {
    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void everyQuestionCountsTheSameAsInMemory(@ForAll long seed) {
        MadeUp made = new MadeUp(seed);
        Population population = made.population();
        try (Postgres db = Server.schema()) {
            db.forAnalysts("test").write(population);
            assertEquals(population, db.population().value());
            for (int i = 0; i < 4; i++) {
                Question question = made.question();
                Same.counts(
                        population.cohort(question.of()).asOf(question.asOf()).tally(question), db.tally(question));
            }
        }
    }
}
