package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.core.schema.Dimension;

/**
 * The peer: DuckDB with two threads does the whole job in SQL, joint cells first, which is the faster of its ways. Prints
 * how many milliseconds each run took.
 *
 * <pre>{@code DuckDbReport FILE OUT [RUNS [csv|enum|school]]}</pre>
 *
 * {@code csv} reads the file in every run; {@code enum} makes a table of ENUM columns and flags first, and {@code school}
 * counts such a table by school and each dimension.
 */
public final class DuckDbReport {
    private static final List<String> DIMENSIONS =
            StudentJob.DIMENSIONS.stream().map(Dimension::name).toList();
    private static final String ALL = String.join(",", DIMENSIONS);
    private static final String COUNTS =
            "count(*) a, count(*) FILTER (g) g, count(*) FILTER (g AND e) e, count(*) FILTER (c) c";
    private static final String SUMS = "sum(a) a, sum(g) g, sum(e) e, sum(c) c";

    private DuckDbReport() {}

    /** Takes the file, the report, how often to do it, and how. */
    public static void main(String[] arguments) throws IOException, SQLException {
        String file = Path.of(arguments[0]).toString();
        String out = arguments[1];
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        String how = arguments.length > 3 ? arguments[3] : "csv";
        Properties settings = new Properties();
        settings.setProperty("threads", "2");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            String rows = students(file);
            if (!how.equals("csv")) {
                makeTable(statement, rows);
                rows = "SELECT * FROM st";
            }
            String sql = how.equals("school") ? bySchool() : "COPY (" + report(rows) + ") TO '" + out + "' (HEADER)";
            Timed.print(runs, () -> {
                try {
                    statement.execute(sql);
                } catch (SQLException failed) {
                    throw new IOException(failed);
                }
            });
        }
    }

    /** The students with their outcomes, off the file. */
    private static String students(String file) {
        String columns = Stream.of(
                        "student_id,cohort_year,district,school",
                        ALL,
                        "birth_date,graduation_date,first_enrollment_date,first_credential_date,first_credential_type")
                .flatMap(names -> Stream.of(names.split(",")))
                .map(name -> "'" + name + "':'" + (name.endsWith("_date") ? "DATE" : "VARCHAR") + "'")
                .collect(Collectors.joining(","));
        String dimensions = DIMENSIONS.stream()
                .map(name -> name.equals("race_ethnicity") ? "coalesce(race_ethnicity, '(missing)') " + name : name)
                .collect(Collectors.joining(", "));
        return "SELECT school, " + dimensions + ", graduation_date IS NOT NULL AS g,"
                + " coalesce(first_enrollment_date - graduation_date BETWEEN 0 AND 365, false) AS e,"
                + " coalesce(first_credential_date < birth_date + INTERVAL 26 YEAR, false) AS c FROM read_csv('" + file
                + "',header=true,delim=',',quote='\"',escape='\"',dateformat='%Y-%m-%d',auto_detect=false,columns={"
                + columns + "})";
    }

    private static void makeTable(Statement statement, String rows) throws SQLException {
        List<String> typed = new ArrayList<>();
        statement.execute("CREATE TABLE raw AS " + rows);
        for (String name :
                Stream.concat(Stream.of("school"), DIMENSIONS.stream()).toList()) {
            statement.execute(
                    "CREATE TYPE t_" + name + " AS ENUM (SELECT DISTINCT " + name + " x FROM raw ORDER BY x)");
            typed.add(name + "::t_" + name + " AS " + name);
        }
        statement.execute("CREATE TABLE st AS SELECT " + String.join(",", typed) + ",g,e,c FROM raw");
        statement.execute("DROP TABLE raw");
    }

    private static String bySchool() {
        String sets = DIMENSIONS.stream().map(name -> "(school," + name + ")").collect(Collectors.joining(","));
        return "CREATE OR REPLACE TABLE counted AS WITH j AS (SELECT school," + ALL + "," + COUNTS
                + " FROM st GROUP BY ALL) SELECT school," + ALL + "," + SUMS + " FROM j GROUP BY GROUPING SETS (" + sets
                + ")";
    }

    private static String report(String rows) {
        List<String> sets = new ArrayList<>(List.of("()"));
        StringBuilder dimension = new StringBuilder("CASE");
        StringBuilder group = new StringBuilder("CASE");
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            for (int j = i + 1; j < DIMENSIONS.size(); j++) {
                String one = DIMENSIONS.get(i);
                String other = DIMENSIONS.get(j);
                int id = 127 & ~(1 << (6 - i)) & ~(1 << (6 - j));
                sets.add("(" + one + "," + other + ")");
                dimension.append(" WHEN gid=" + id + " THEN '" + one + " x " + other + "'");
                group.append(" WHEN gid=" + id + " THEN " + one + "||' x '||" + other);
            }
        }
        return "WITH f AS (" + rows + "), j AS (SELECT " + ALL + "," + COUNTS + " FROM f GROUP BY ALL), t AS (SELECT "
                + ALL + ", GROUPING(" + ALL + ") AS gid, " + SUMS + " FROM j GROUP BY GROUPING SETS ("
                + String.join(",", sets) + ")), u AS (SELECT gid, " + dimension + " END AS dimension, " + group
                + " END AS grp, unnest([{o:0,outcome:'graduated',n:a::BIGINT,s:g::BIGINT},"
                + "{o:1,outcome:'enrolled_1y',n:g::BIGINT,s:e::BIGINT},"
                + "{o:2,outcome:'credential_26',n:a::BIGINT,s:c::BIGINT}], recursive:=true) FROM t),"
                + " tot AS (SELECT o, n AS nn, s AS ss FROM u WHERE gid=127), v AS (SELECT u.*, nn, ss, s/n AS r,"
                + " ss/nn AS ro, max(s/n) OVER (PARTITION BY dimension, u.o) AS rh, 3.841458820694124::DOUBLE AS z2"
                + " FROM u JOIN tot USING (o) WHERE gid<>127 AND n>0)"
                + " SELECT dimension, grp, outcome, n, s AS successes, r AS rate,"
                + " (r+z2/(2*n) - sqrt(z2)*sqrt(r*(1-r)/n + z2/(4.0*n*n)))/(1+z2/n) AS wilson_lo,"
                + " (r+z2/(2*n) + sqrt(z2)*sqrt(r*(1-r)/n + z2/(4.0*n*n)))/(1+z2/n) AS wilson_hi,"
                + " 100*(r-(ss-s)/(nn-n)) AS gap_rest_pp, 100*(r-ro) AS gap_overall_pp, 100*(r-rh) AS gap_highest_pp,"
                + " r/ro AS prop_index, r/rh AS index80, greatest(0, (ss*n+nn-1)//nn - s) AS needed"
                + " FROM v ORDER BY dimension, grp, o";
    }
}
