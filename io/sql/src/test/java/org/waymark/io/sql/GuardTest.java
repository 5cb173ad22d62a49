package org.waymark.io.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.publication.AuditEvent;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.result.UncleanSourceException;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;

/** What databases are kept from: being written to, being told what to do by data, telling values, counting one twice. */
class GuardTest {
    private static final String HOSTILE = "x\" FROM students; DROP TABLE students; -- ' ` ; \u00e9 ?";
    private static final Dimension COLUMN = Dimension.of("town");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final List<Database> opened = new java.util.ArrayList<>();

    private enum Kind {
        DUCK_DB,
        POSTGRES
    }

    private Database open(Kind kind) {
        Database db = kind == Kind.DUCK_DB ? DuckDb.inMemory() : Server.schema();
        opened.add(db);
        return db;
    }

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }

    static Stream<Kind> kinds() {
        return Stream.of(Kind.values());
    }

    private static Question question(Condition success, Axis... axes) {
        return Question.of(
                CohortDefinition.all(Unit.STUDENT),
                List.of(Indicator.builder("i")
                        .unit(Unit.STUDENT)
                        .success(success)
                        .build()),
                Faces.each(axes),
                DAY);
    }

    private static Database students(Database db, String rows) {
        String text = db.session().engine().dialect().textType();
        db.session()
                .execute("CREATE TABLE students (student_id " + text + ", town " + text + ", "
                        + db.session().engine().dialect().quoted(HOSTILE) + " " + text + ")");
        db.session().execute("INSERT INTO students (student_id, town) VALUES " + rows);
        return db.table(Unit.STUDENT, "students");
    }

    private static Object size(Database db) {
        return ((Number) db.session().value("SELECT COUNT(*) FROM students")).intValue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void namesAndValuesThatLookLikeStatementsAreOnlyNamesAndValues(Kind kind) {
        String value = "'); DROP TABLE students; -- \" \\ ? :p0 $1";
        String written = "'" + value.replace("'", "''") + "'";
        Database db = students(open(kind), "('1', " + written + "), ('2', 'plain'), ('3', NULL)");
        Question question = question(COLUMN.in(value), COLUMN);
        Loaded<Population> loaded = db.population(DAY);
        assertEquals(
                List.of(Reason.UNREAD_COLUMNS),
                loaded.findings().stream().map(Finding::reason).toList());
        Population population = loaded.orThrow();
        assertEquals(population.all(Unit.STUDENT).asOf(DAY).tally(question), db.tally(question));
        assertFalse(db.statement(question).contains("DROP TABLE students; -- \" \\"), "values are parameters");
        assertEquals(3, size(db));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsAskedCannotWrite(Kind kind) {
        Database db = students(open(kind), "('1', 'a'), ('2', 'b')");
        for (String write : List.of(
                "DELETE FROM students",
                "INSERT INTO students (student_id, town) VALUES ('3', 'c')",
                "CREATE TABLE other (a INTEGER)")) {
            assertThrows(
                    UncheckedIOException.class,
                    () -> db.session().reading(() -> {
                        db.session().execute(write);
                        return true;
                    }),
                    write);
        }
        assertEquals(2, size(db));
        db.session().execute("CREATE SEQUENCE drawn");
        db.session().execute("INSERT INTO students (student_id, town) VALUES ('3', 'c')");
        assertThrows(
                UncheckedIOException.class,
                () -> db.table(Unit.STUDENT, "(SELECT nextval('drawn') AS n, s.* FROM students s)")
                        .tally(question(COLUMN.in("a"))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIdThatSeveralRowsHaveIsToldAndNothingIsCounted(Kind kind) {
        Database db = students(open(kind), "('1', 'a'), ('1', 'b'), ('2', 'a'), ('2', 'a'), ('2', 'a'), ('3', 'c')");
        assertEquals(6, db.tally(question(COLUMN.in("a"), COLUMN)).log().initial(), "unless asked, each row counts");
        db.uniqueIds();
        UncleanSourceException told =
                assertThrows(UncleanSourceException.class, () -> db.tally(question(COLUMN.in("a"), COLUMN)));
        Finding finding = told.findings().get(0);
        assertEquals(Reason.DUPLICATE_ID, finding.reason());
        assertEquals("students", finding.source());
        assertEquals("student_id", finding.column());
        assertEquals(1, finding.repeats(), "two ids");
        assertTrue(db.check().contains(finding), () -> db.check().toString());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTableThatIsThereIsNotReplacedAndNothingIsHalfWritten(Kind kind) {
        Database db = open(kind);
        String text = db.session().engine().dialect().textType();
        db.session().execute("CREATE TABLE schools (a " + text + ")");
        Population population = new MadeUp(1).population();
        assertThrows(UncheckedIOException.class, () -> db.forAnalysts("test").write(population));
        Object tables = db.session()
                .value("SELECT COUNT(*) FROM (" + db.session().engine().tableNames() + ") t");
        assertEquals(1, ((Number) tables).intValue());
        db.session().execute("DROP TABLE schools");
        db.forAnalysts("test").write(population);
        assertEquals(population, db.population().orThrow());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsNotForPublicationIsToldOfBeforeItIsWritten(Kind kind) {
        Database db = open(kind);
        Population population = new MadeUp(1).population();
        assertThrows(IllegalArgumentException.class, () -> db.forAnalysts(" "));
        assertThrows(
                IllegalStateException.class,
                () -> db.forAnalysts("a thesis")
                        .telling(event -> {
                            throw new IllegalStateException("the log is full");
                        })
                        .write(population));
        List<AuditEvent> events = new ArrayList<>();
        db.forAnalysts("a thesis").telling(events::add).write(population);
        assertEquals(population, db.population().orThrow());
        assertEquals("database population", events.get(0).what());
        assertEquals("a thesis", events.get(0).purpose());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatTheDatabaseSaysOfValuesIsKeptBack(Kind kind) {
        Database db = students(open(kind), "('secret-17', 'a')");
        UncheckedIOException refused = assertThrows(
                UncheckedIOException.class,
                () -> db.table(Unit.STUDENT, "(SELECT CAST(student_id AS INTEGER) AS student_id FROM students)")
                        .tally(question(Condition.always())));
        Throwable cause = refused;
        while (cause != null) {
            assertFalse(String.valueOf(cause.getMessage()).contains("secret"), cause.getMessage());
            cause = cause.getCause();
        }
        assertTrue(refused.getMessage().contains("the database refused it"), refused.getMessage());
        db.table(Unit.STUDENT, "students");
        assertEquals(1, db.tally(question(Condition.always())).log().initial(), "the connection still works");
    }
}
