package org.waymark.io.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;

/** Tallies and tables come back from databases as they were. */
class TransportProperties {
    private static final Table TABLE = Table.builder("Rates; \"of\" groups")
            .column(Column.text("group_name", "who"))
            .column(Column.count("known", "known outcomes"))
            .column(Column.share("rate", "yes / known"))
            .column(Column.day("as_of", "the day"))
            .row(Datum.text("F"), Datum.whole(12), Datum.real(0.1), Datum.day(LocalDate.of(2020, 2, 29)))
            .row(Datum.text("n/a"), Datum.missing("n<10"), Datum.exact(new BigDecimal("0.80")), Datum.missing("never"))
            .note("a note")
            .build();

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void talliesComeBackEqual(@ForAll long seed) {
        MadeUp made = new MadeUp(seed);
        Population population = made.population();
        Question question = made.question();
        Tally tally = population.cohort(question.of()).asOf(question.asOf()).tally(question);
        try (DuckDb db = DuckDb.inMemory().threads(1)) {
            db.forAnalysts("test").write(tally, "counts");
            assertEquals(tally, db.tally("counts", question));
            Question later = question.asOf(question.asOf().plusDays(1));
            assertThrows(IllegalArgumentException.class, () -> db.tally("counts", later));
        }
    }

    @Test
    void tablesComeBackEqualFromBothDatabases() {
        try (DuckDb duckDb = DuckDb.inMemory()) {
            duckDb.forAnalysts("test").write(TABLE, "rates");
            assertEquals(TABLE, duckDb.table("rates"));
        }
        try (Postgres postgres = Server.schema()) {
            postgres.forAnalysts("test").write(TABLE, "rates");
            assertEquals(TABLE, postgres.table("rates"));
        }
    }

    @Test
    void aTallyComesBackEqualFromPostgres() {
        MadeUp made = new MadeUp(5);
        Population population = made.population();
        Question question = made.question();
        Tally tally = population.cohort(question.of()).asOf(question.asOf()).tally(question);
        try (Postgres db = Server.schema()) {
            db.forAnalysts("test").write(tally, "counts");
            assertEquals(tally, db.tally("counts", question));
        }
    }
}
