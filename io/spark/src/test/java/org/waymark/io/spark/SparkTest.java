package org.waymark.io.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
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
    private static final int TOGETHER = 4;

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

    /** Indicators of every kind in one question, since each question takes Spark seconds, however few students there are. */
    @Test
    void indicatorsOfTheCatalogueCountTheSame() {
        List<Indicator> student = Catalog.entries().stream()
                .flatMap(entry -> entry.indicator().stream())
                .filter(indicator -> indicator.unit().equals(Unit.STUDENT))
                .toList();
        List<Indicator> asked = Boolean.getBoolean("waymark.spark.catalogue") ? student : student.subList(0, TOGETHER);
        Spark spark = tables();
        for (int from = 0; from < asked.size(); from += TOGETHER) {
            List<Indicator> some = asked.subList(from, Math.min(asked.size(), from + TOGETHER));
            check(
                    spark,
                    Question.of(CohortDefinition.all(Unit.STUDENT), some, Faces.each(), REGION.asOf())
                            .during(SchoolYear.parse("2018-19")));
        }
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

    @Test
    void theJobOnPartitionedParquetCountsTheSame() {
        Tally counted = CountPartitionedParquet.count(session, folder.toString(), REGION.asOf());
        assertEquals(REGION.all(Unit.STUDENT).tally(counted.question()), counted);
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            CountPartitionedParquet.main(
                    new String[] {folder.toString(), REGION.asOf().toString()});
        } finally {
            System.setOut(console);
        }
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains(counted.toString()));
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
