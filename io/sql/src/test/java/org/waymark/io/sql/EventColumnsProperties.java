package org.waymark.io.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.io.sql.internal.Store;

/** Events in the rows of their owners count as the same events in a table of their own, which is how a population is read. */
class EventColumnsProperties {
    private static final LocalDate AS_OF = LocalDate.of(2020, 6, 30);
    private static final EventKind AWARDS = EventKind.of("credential_awards");
    private static final EventKind STATUSES = EventKind.of("statuses");
    private static final Dimension KIND = Dimension.of("kind");

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void duckDbCountsThemAsThePopulationHasThem(@ForAll long seed) {
        try (DuckDb db = DuckDb.inMemory().threads(1)) {
            check(db, seed);
        }
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void postgresCountsThemAsThePopulationHasThem(@ForAll long seed) {
        try (Postgres db = Server.schema()) {
            check(db, seed);
        }
    }

    private static void check(Database db, long seed) {
        MadeUp made = new MadeUp(seed);
        db.forAnalysts("test").write(made.population());
        flatten(db);
        Store store = new Store(db.session()).findTables();
        store.events("first_award", AWARDS);
        store.eventLabel("first_kind", KIND, "first_award");
        store.events("status_since", STATUSES);
        store.eventLabel("status_kind", KIND, "status_since");
        Population population = store.population(AS_OF).value();
        for (int i = 0; i < 3; i++) {
            Question question = made.question();
            Same.counts(population.cohort(question.of()).asOf(question.asOf()).tally(question), store.tally(question));
        }
    }

    /** Writes the first award of each student and the first status into the student's row, and spoils some. */
    private static void flatten(Database db) {
        String text = db.session().engine().dialect().textType();
        column(db, "first_award", text, "CAST(MIN(e.awarded_on) AS " + text + ")", AWARDS);
        column(db, "first_kind", text, "MIN(e.kind)", AWARDS);
        column(db, "status_since", "DATE", "MIN(e.start)", STATUSES);
        column(db, "status_kind", text, "MIN(e.kind)", STATUSES);
        for (String value : List.of("soon", "", "2013-02-30", "2013-2-3", "2013-02-03")) {
            db.session()
                    .execute("UPDATE students SET first_award = '" + value
                            + "' WHERE MOD(CAST(waymark_row AS BIGINT), 7) = " + value.length() % 7);
        }
        db.session().execute("UPDATE students SET student_id = NULL WHERE waymark_row = 3");
        db.session().execute("DROP TABLE " + AWARDS.unit().name());
        db.session().execute("DROP TABLE " + STATUSES.unit().name());
    }

    private static void column(Database db, String name, String type, String of, EventKind kind) {
        db.session().execute("ALTER TABLE students ADD COLUMN " + name + " " + type);
        db.session()
                .execute("UPDATE students SET " + name + " = (SELECT " + of + " FROM "
                        + kind.unit().name() + " e WHERE e.student_id = students.student_id)");
    }

    @Test
    void severalColumnsMayHoldEventsOfOneKind() {
        try (DuckDb db = DuckDb.inMemory()) {
            db.session()
                    .execute("CREATE TABLE flat AS SELECT printf('%03d', i) AS student_id,"
                            + " CASE WHEN i % 2 = 0 THEN DATE '2020-01-01' END AS first_day, 'BACHELOR' AS first_kind,"
                            + " CASE WHEN i % 3 = 0 THEN DATE '2021-01-01' END AS second_day FROM range(60) t(i)");
            db.table(Unit.STUDENT, "flat").events("first_day", AWARDS).eventLabel("first_kind", KIND, "first_day");
            assertEquals(30, awarded(db, 1));
            db.events("second_day", AWARDS);
            assertEquals(List.of(Unit.STUDENT, AWARDS.unit()), db.units());
            assertEquals(40, awarded(db, 1));
            assertEquals(10, awarded(db, 2));
            assertEquals(
                    50,
                    db.population(AS_OF.plusYears(9))
                            .value()
                            .roster(AWARDS.unit())
                            .size());
        }
    }

    private static long awarded(Database db, int times) {
        Indicator indicator = Indicator.builder("awarded")
                .success(AWARDS.taken().amount(Amount.times(times)))
                .build();
        Question question =
                Question.of(CohortDefinition.all(Unit.STUDENT), List.of(indicator), Faces.TOTAL, AS_OF.plusYears(9));
        return db.tally(question).total(indicator).yes().exact();
    }

    @Test
    void columnsThatAreNotThereAndEventsThatHaveATableAreRefused() {
        try (DuckDb db = DuckDb.inMemory()) {
            assertThrows(IllegalArgumentException.class, () -> db.events("first_day", AWARDS));
            db.session().execute("CREATE TABLE flat AS SELECT '1' AS student_id, DATE '2020-01-01' AS first_day");
            db.table(Unit.STUDENT, "flat");
            assertThrows(IllegalArgumentException.class, () -> db.events("no_day", AWARDS));
            assertThrows(IllegalArgumentException.class, () -> db.events("first_day", EventKind.of("parties")));
            assertThrows(IllegalArgumentException.class, () -> db.eventLabel("kind", KIND, "first_day"));
            db.events("first_day", AWARDS);
            assertThrows(IllegalArgumentException.class, () -> db.eventLabel("kind", KIND, "first_day"));
            db.session().execute("CREATE TABLE other AS SELECT '1' AS student_id, DATE '2020-01-01' AS start");
            db.table(STATUSES.unit(), "other");
            assertThrows(IllegalArgumentException.class, () -> db.events("first_day", STATUSES));
        }
    }
}
