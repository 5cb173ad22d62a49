package org.waymark.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.io.student.StudentFile;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.rate.Rate;

/** The job counts what memory counts of the same students, who lie in a folder per class. */
class CredentialsByClassTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final int STUDENTS = 3_000;

    @TempDir
    Path folder = Path.of("");

    /** Students of six classes; some have no birth date, some an award, some of these after the day asked about. */
    private Path csv() throws IOException {
        Random random = new Random(7);
        List<String> lines =
                new ArrayList<>(List.of("student_id,class_of,birth_date,first_credential_date,first_credential_type"));
        for (int i = 0; i < STUDENTS; i++) {
            LocalDate birth = LocalDate.of(1992, 9, 1).plusDays(random.nextInt(6 * 365));
            boolean awarded = random.nextInt(3) > 0;
            String birthDate = random.nextInt(20) == 0 ? "" : birth.toString();
            String day = awarded
                    ? birth.plusDays(20 * 365 + random.nextInt(10 * 365)).toString()
                    : "";
            String kind = !awarded ? "" : random.nextInt(4) == 0 ? "SECONDARY_DIPLOMA" : "BACHELOR";
            lines.add(String.join(",", "0" + i, Integer.toString(2011 + i % 6), birthDate, day, kind));
        }
        return Files.write(folder.resolve("students.csv"), lines);
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("waymark")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }

    @Test
    void aFolderOfParquetPartitionedByClassCountsAsInMemory() throws IOException {
        Path csv = csv();
        String parquet = folder.resolve("students").toString();
        SparkSession session = session();
        session.read()
                .option("header", "true")
                .csv(csv.toString())
                .write()
                .partitionBy("class_of")
                .parquet(parquet);
        assertTrue(Files.isDirectory(Path.of(parquet, "class_of=2011")));

        Tally counted = CredentialsByClass.count(session, parquet, AS_OF);
        Population students = StudentFile.reader()
                .id("student_id")
                .dimension("class_of", Students.CLASS_OF)
                .milestone("birth_date", Students.BIRTH_DATE)
                .events("first_credential_date", Catalog.AWARD)
                .eventLabel("first_credential_type", Catalog.KIND, "first_credential_date")
                .asOf(AS_OF)
                .read(csv)
                .value();
        assertEquals(STUDENTS, counted.log().initial());
        assertEquals(students.all(Unit.STUDENT).asOf(AS_OF).tally(counted.question()), counted);
        assertEquals(
                Rate.of(Catalog.credentialByAge(26))
                        .by(Students.CLASS_OF)
                        .over(counted)
                        .toTable()
                        .toString()
                        .strip(),
                printed(parquet).strip());
    }

    /** What the program prints; it ends the session. */
    private static String printed(String parquet) throws IOException {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            CredentialsByClass.main(new String[] {parquet, AS_OF.toString()});
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
