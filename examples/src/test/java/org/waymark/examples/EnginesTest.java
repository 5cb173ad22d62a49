package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.sql.Database;
import org.waymark.io.sql.DuckDb;
import org.waymark.io.sql.Postgres;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.AgeRule;
import org.waymark.metrics.catalog.Base;
import org.waymark.metrics.catalog.Careers;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.catalog.CredentialPolicy;
import org.waymark.metrics.catalog.EducationToWorkforce;
import org.waymark.metrics.catalog.EnrolmentRule;
import org.waymark.metrics.catalog.Reporting;
import org.waymark.metrics.catalog.SustainedRule;

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

    /** The presets, and the entries whose parameters are given: what a portal may ask beside the defaults. */
    @Test
    void everyPresetCountsTheSame() {
        List<Indicator> chosen = new ArrayList<>();
        Where twoYear = Where.in(Dimension.of("sector"), "PUBLIC_2_YEAR");
        for (EnrolmentRule rule : EnrolmentRule.values()) {
            for (Base base : Base.values()) {
                chosen.add(Catalog.enrolled(rule, base));
                chosen.add(Catalog.enrolledAt("two-year", twoYear, rule, base));
            }
        }
        for (CredentialPolicy policy :
                List.of(CredentialPolicy.POSTSECONDARY, CredentialPolicy.WITH_BADGES, CredentialPolicy.DEGREES)) {
            chosen.add(Catalog.credentialByAge(21, AgeRule.BEFORE_BIRTHDAY, policy));
            chosen.add(Catalog.credentialByAge(21, AgeRule.WHILE_AGED, policy));
        }
        List<String> some = List.of("G002", "G003", "G005", "G006");
        Condition.Took job = EventKind.of("employments").taken();
        chosen.add(
                EducationToWorkforce.pathwayConcentration(new TreeMap<>(Map.of("one", some, "two", List.of("G008")))));
        chosen.add(EducationToWorkforce.completionTwoYear(200));
        chosen.add(EducationToWorkforce.transfer(100));
        chosen.add(EducationToWorkforce.qualityJob(
                job.within(Window.PERIOD),
                job.where(Where.all(Quantity.of("wages").atLeast(8_000))).within(Window.PERIOD)));
        chosen.add(Reporting.perkinsGraduatedExtended(2));
        chosen.add(Reporting.perkinsNonTraditional(some, List.of("G008", "G009")));
        chosen.add(Reporting.wioaEarnings(7_000));
        chosen.add(Reporting.withoutExcluded(
                Reporting.wioaFourthQuarter(),
                Students.EXIT.taken().where(Where.in(Dimension.of("kind"), "DROPPED_OUT"))));
        chosen.add(Careers.highDemandPrograms(some));
        chosen.add(Careers.familyWage(new TreeMap<>(Map.of("Alder", new BigDecimal("9100"), "Birch", BigDecimal.TEN))));
        chosen.add(Careers.inReach(List.of("1101", "1114")));
        chosen.add(Catalog.stayed(List.of("Alder", "Birch")));
        LocalDate day = LocalDate.of(2018, 10, 1);
        chosen.add(Indicator.builder("low-on-a-day")
                .success(Students.heldOn(StatusKind.LOW_INCOME, day))
                .build());
        for (AsOf rule : AsOf.values()) {
            chosen.add(Indicator.builder(
                            "low-" + rule.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .success(Students.held(StatusKind.LOW_INCOME, Window.PERIOD, rule))
                    .build());
        }
        check(Question.of(CohortDefinition.all(Unit.STUDENT), chosen, Faces.each(Students.GENDER), REGION.asOf())
                .during(YEARS.get(0)));
        List<Indicator> partners = List.of(
                Catalog.sustainedPartner(SustainedRule.TWO_IN_A_ROW),
                Catalog.sustainedPartner(new SustainedRule(3, false)));
        check(Question.of(CohortDefinition.all(partners.get(0).unit()), partners, Faces.TOTAL, REGION.asOf())
                .during(SchoolYear.parse("2023-24")));
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
