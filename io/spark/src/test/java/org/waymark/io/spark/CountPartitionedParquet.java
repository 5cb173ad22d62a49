package org.waymark.io.spark;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.catalog.Catalog;

/**
 * A job for a cluster: counts students and awards that lie in folders of Parquet files, partitioned in any way.
 *
 * <pre>{@code spark-submit --class org.waymark.io.spark.CountPartitionedParquet JARS FOLDER 2026-06-30}</pre>
 */
public final class CountPartitionedParquet {
    private CountPartitionedParquet() {}

    /** Takes the folder that has the folders students and credential_awards, and the day. */
    public static void main(String[] arguments) {
        SparkSession session = SparkSession.builder().appName("credentials by age 26").getOrCreate();
        System.out.println(count(session, arguments[0], LocalDate.parse(arguments[1])));
    }

    /** Counts credentials by age 26 by gender and class, as of a day. */
    static Tally count(SparkSession session, String folder, LocalDate asOf) {
        Indicator indicator = Catalog.credentialByAge(26);
        Question question = Question.of(
                CohortDefinition.all(Unit.STUDENT),
                List.of(indicator),
                Faces.pairs(Students.GENDER, Students.CLASS_OF),
                asOf);
        return Spark.on(session)
                .table(Unit.STUDENT, session.read().parquet(folder + "/students"))
                .table(EventKind.of("credential_awards").unit(), session.read().parquet(folder + "/credential_awards"))
                .tally(question);
    }
}
