package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.sql.Database;
import org.waymark.io.sql.DuckDb;
import org.waymark.io.sql.Postgres;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;

/** Every entry of the catalogue counts the same in memory and in databases, on the made-up region. */
class EnginesTest {
    private static final Population REGION = Synthetic.region(800, 7);
    private static final List<SchoolYear> YEARS = List.of(SchoolYear.parse("2018-19"), SchoolYear.parse("2021-22"));
    private static final List<Axis> AXES = List.of(
            Students.GENDER,
            Students.RACE.as(RaceSchemes.FEDERAL_7),
            Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION),
            Students.everAxis(StatusKind.LOW_INCOME),
            Students.RACE,
            Students.LOCALE,
            Students.SCHOOL,
            Students.DISTRICT,
            Students.CLASS_OF,
            Dimension.of("kind"));

    private static final List<Database> databases = new ArrayList<>();
    private static EmbeddedPostgres server;
    private static String withoutServer = "";

    @BeforeAll
    static void load() {
        databases.add(DuckDb.inMemory());
        try {
            server = EmbeddedPostgres.builder().setServerConfig("jit", "off").start();
            databases.add(Postgres.open(server.getPostgresDatabase(), "public"));
        } catch (IOException | IllegalStateException refused) {
            withoutServer = String.valueOf(refused.getMessage());
        }
        databases.forEach(database -> database.forAnalysts("test").write(REGION));
    }

    @AfterAll
    static void close() throws IOException {
        databases.forEach(Database::close);
        if (server != null) {
            server.close();
        }
    }

    @Test
    void postgresIsAmongTheDatabases() {
        Assumptions.assumeTrue(server != null, () -> "PostgreSQL cannot be started here: " + withoutServer);
        assertEquals(2, databases.size());
    }

    private static List<Axis> axes(Unit unit) {
        List<Axis> known = new ArrayList<>();
        for (Axis axis : AXES) {
            try {
                REGION.all(unit).tally(Indicator.builder("x").unit(unit).build(), axis);
                known.add(axis);
            } catch (IllegalArgumentException notOfThisUnit) {
                continue;
            }
        }
        return known;
    }

    @TestFactory
    Stream<DynamicTest> everyIndicatorCountsTheSame() {
        return Catalog.entries().stream()
                .flatMap(entry -> entry.indicator().stream())
                .map(indicator -> DynamicTest.dynamicTest(indicator.id(), () -> {
                    check(question(List.of(indicator), REGION.asOf()).during(YEARS.get(0)));
                    check(question(List.of(indicator), YEARS.get(1).endExclusive())
                            .during(YEARS.get(1)));
                }));
    }

    private static Question question(List<Indicator> indicators, LocalDate asOf) {
        Unit unit = indicators.get(0).unit();
        List<Axis> axes = axes(unit);
        Faces faces = Faces.each(axes.toArray(Axis[]::new))
                .and(Faces.crossing(axes.subList(0, Math.min(2, axes.size())).toArray(Axis[]::new)));
        return Question.of(CohortDefinition.all(unit), indicators, faces, asOf);
    }

    private static void check(Question question) {
        Tally expected = REGION.cohort(question.of()).asOf(question.asOf()).tally(question);
        for (Database database : databases) {
            assertEquals(expected, database.tally(question));
        }
    }

    @Test
    void theClassOfAYearCountsTheSameForSeveralIndicatorsBySchool() {
        List<Indicator> some = Stream.of("A1-26", "A3", "D1-4", "EW1", "EW15", "B5")
                .flatMap(id -> Catalog.find(id).stream())
                .toList();
        assertEquals(6, some.size());
        check(question(some, REGION.asOf())
                .about(REGION.classOf(2019).definition())
                .during(YEARS.get(0))
                .clusteredBy(Students.SCHOOL));
    }

    @Test
    void thePopulationComesBackEqual() {
        for (Database database : databases) {
            assertEquals(REGION, database.population().orThrow());
        }
    }
}
