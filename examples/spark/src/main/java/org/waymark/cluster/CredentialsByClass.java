package org.waymark.cluster;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.io.spark.Spark;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.rate.Rate;

/**
 * Tells how many of each class had a credential by age 26, off a folder of Parquet files, one row per student, that is
 * partitioned by class: {@code class_of=2016/part-0.parquet} and so on, with the columns {@code student_id}, {@code
 * birth_date} and {@code first_credential_date}.
 *
 * <pre>{@code spark-submit --class org.waymark.cluster.CredentialsByClass JARS FOLDER 2026-06-30}</pre>
 */
public final class CredentialsByClass {
    private static final Indicator BY_AGE_26 = Catalog.credentialByAge(26);

    private CredentialsByClass() {}

    /** Takes the folder and the day as of which is asked. */
    public static void main(String[] arguments) throws IOException {
        try (SparkSession session =
                SparkSession.builder().appName("credentials by class").getOrCreate()) {
            Tally tally = count(session, arguments[0], LocalDate.parse(arguments[1]));
            System.out.println(
                    Rate.of(BY_AGE_26).by(Students.CLASS_OF).over(tally).toTable());
        }
    }

    /** Only the counts come back from the cluster; rates are made of them here. */
    static Tally count(SparkSession session, String folder, LocalDate asOf) {
        return Spark.on(session)
                .table(Unit.STUDENT, session.read().parquet(folder))
                .events("first_credential_date", Catalog.AWARD)
                .eventLabel("first_credential_type", Catalog.KIND, "first_credential_date")
                .tally(Question.of(
                        CohortDefinition.all(Unit.STUDENT), List.of(BY_AGE_26), Faces.each(Students.CLASS_OF), asOf));
    }
}
