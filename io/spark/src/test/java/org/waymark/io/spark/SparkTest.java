package org.waymark.io.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.sql.DuckDb;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;

/** Spark counts what memory counts, on partitioned Parquet. */
class SparkTest {
    private static final Population REGION = Synthetic.region(600, 7);

    @TempDir
    static Path folder;

    /** How many indicators are asked together. */
    private static final int TOGETHER = 8;

    private static SparkSession session;

    @BeforeAll
    static void start() throws SQLException {
        Path file = folder.resolve("region.duckdb");
        try (DuckDb db = DuckDb.create(file)) {
            db.forAnalysts("test").write(REGION);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (Roster roster : REGION.rosters()) {
                String unit = roster.unit().name();
                String parts = roster.unit().equals(Unit.STUDENT) ? ", PARTITION_BY (class_of)" : ", PER_THREAD_OUTPUT";
                statement.execute("COPY " + unit + " TO '" + folder.resolve(unit) + "' (FORMAT parquet" + parts + ")");
            }
        }
        session = SparkSession.builder()
                .master("local[2]")
                .appName("waymark")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    private static Spark tables() {
        Spark spark = Spark.on(session);
        for (Roster roster : REGION.rosters()) {
            String unit = roster.unit().name();
            spark = spark.table(
                    roster.unit(), session.read().parquet(folder.resolve(unit).toString()));
        }
        return spark;
    }

    private static void check(Spark spark, Question question) {
        assertEquals(
                REGION.cohort(question.of()).asOf(question.asOf()).tally(question),
                spark.tally(question),
                () -> question.indicators().toString());
    }

    /** Several indicators in one question, since each question takes Spark seconds, however few students there are. */
    @Test
    void everyIndicatorOfTheCatalogueCountsTheSame() {
        Map<Unit, List<Indicator>> byUnit = new LinkedHashMap<>();
        Catalog.entries().stream()
                .flatMap(entry -> entry.indicator().stream())
                .forEach(indicator -> byUnit.computeIfAbsent(indicator.unit(), unit -> new ArrayList<>())
                        .add(indicator));
        Spark spark = tables();
        byUnit.forEach((unit, indicators) -> {
            for (int from = 0; from < indicators.size(); from += TOGETHER) {
                List<Indicator> some = indicators.subList(from, Math.min(indicators.size(), from + TOGETHER));
                check(
                        spark,
                        Question.of(CohortDefinition.all(unit), some, Faces.TOTAL, REGION.asOf())
                                .during(SchoolYear.parse("2018-19")));
            }
        });
    }

    @Test
    void everyKindOfAxisCountsTheSame() {
        Indicator indicator = Catalog.find("A1-26").orElseThrow();
        check(
                tables(),
                Question.of(
                        CohortDefinition.all(indicator.unit()),
                        List.of(indicator),
                        Faces.each(
                                Students.GENDER,
                                Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION),
                                Students.everAxis(StatusKind.LOW_INCOME),
                                Students.SCHOOL),
                        REGION.asOf()));
    }

    /** The students lie in a folder per class, the class in the folder's name alone. */
    @Test
    void partitionsAreAnAxisLikeOthers() {
        check(
                tables(),
                Question.of(
                        CohortDefinition.all(Unit.STUDENT),
                        List.of(Catalog.credentialByAge(26)),
                        Faces.pairs(Students.GENDER, Students.CLASS_OF),
                        REGION.asOf()));
    }

    @Test
    void eventsInTheRowsOfTheirOwnersCountAsInATableOfTheirOwn() {
        session.read().parquet(folder.resolve("credential_awards").toString()).createOrReplaceTempView("awards");
        session.read().parquet(folder.resolve("students").toString()).createOrReplaceTempView("pupils");
        Dataset<Row> first = session.sql("SELECT student_id, MIN(awarded_on) AS awarded_on,"
                + " MIN_BY(kind, awarded_on) AS kind FROM awards WHERE awarded_on IS NOT NULL GROUP BY student_id");
        first.createOrReplaceTempView("firsts");
        Dataset<Row> flat = session.sql("SELECT pupils.*, CAST(awarded_on AS STRING) AS first_award, kind AS first_kind"
                + " FROM pupils LEFT JOIN firsts ON firsts.student_id = pupils.student_id");
        Question question = Question.of(
                CohortDefinition.all(Unit.STUDENT),
                List.of(Catalog.credentialByAge(26)),
                Faces.each(Students.GENDER),
                REGION.asOf());
        Spark inRows = Spark.on(session)
                .table(Unit.STUDENT, flat)
                .events("first_award", Catalog.AWARD)
                .eventLabel("first_kind", Catalog.KIND, "first_award");
        Spark apart = Spark.on(session).table(Unit.STUDENT, flat).table(Catalog.AWARD.unit(), first);
        Tally counted = inRows.tally(question);
        assertEquals(apart.tally(question), counted);
        assertTrue(counted.total(question.indicators().get(0)).yes().exact() > 0);
        assertThrows(IllegalArgumentException.class, () -> inRows.events("no_day", Catalog.COLLEGE));
    }

    @Test
    void classesAreCountedWithTheirLog() {
        Spark spark = Spark.on(session);
        for (String unit : List.of("students", "cohort_exits", "credential_awards")) {
            spark = spark.table(
                    Unit.of(unit), session.read().parquet(folder.resolve(unit).toString()));
        }
        Question question = Stream.of(Catalog.credentialByAge(26))
                .map(i -> Question.of(
                        REGION.classOf(2019).definition(), List.of(i), Faces.each(Students.GENDER), REGION.asOf()))
                .findFirst()
                .orElseThrow();
        assertEquals(REGION.classOf(2019).tally(question), spark.tally(question));
    }
}
