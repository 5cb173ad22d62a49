package org.waymark.io.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.storage.StorageLevel;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Tally;
import org.waymark.io.sql.internal.Holds;
import org.waymark.io.sql.internal.Kept;
import org.waymark.io.sql.internal.QuestionSql;
import org.waymark.io.sql.internal.Statement;
import org.waymark.io.sql.internal.TableShape;
import org.waymark.io.sql.internal.Tables;

/**
 * Tables of a Spark session, asked by the same statement that databases get: each cluster node counts, and only the counts
 * come back. Columns are named and understood as in {@code org.waymark.io.sql.Database}.
 *
 * <pre>{@code
 * Tally state = Spark.on(session).table(Unit.STUDENT, session.read().parquet("s3a://.../students")).tally(question);
 * }</pre>
 *
 * <p>It is immutable: {@link #table} gives another one.
 */
public final class Spark {
    private static final String VIEWS = "waymark_";
    private static final AtomicLong QUESTIONS = new AtomicLong();

    private final SparkSession session;
    private final Map<Unit, TableShape> shapes;
    private final boolean uniqueIds;

    private Spark(SparkSession session, Map<Unit, TableShape> shapes, boolean uniqueIds) {
        this.uniqueIds = uniqueIds;
        this.session = session;
        this.shapes = Collections.unmodifiableMap(shapes);
    }

    /** A session, without tables yet. */
    public static Spark on(SparkSession session) {
        return new Spark(session, new LinkedHashMap<>(), false);
    }

    /** The same with a table; the session sees it as a temporary view with the name of the unit. */
    public Spark table(Unit unit, Dataset<Row> rows) {
        String view = VIEWS + unit.name();
        rows.createOrReplaceTempView(view);
        Map<String, Holds> columns = new LinkedHashMap<>();
        for (StructField field : rows.schema().fields()) {
            columns.put(field.name(), holds(field.dataType()));
        }
        Map<Unit, TableShape> more = new LinkedHashMap<>(shapes);
        more.put(unit, new TableShape(unit, new SparkDialect(VIEWS).quoted(view), columns));
        return new Spark(session, more, uniqueIds);
    }

    /** The same with a table of the session's catalogue. */
    public Spark table(Unit unit, String name) {
        return table(unit, session.table(name));
    }

    /** The same, which holds the ids of the rows that a question counts against each other, at the cost of an exchange. */
    public Spark uniqueIds() {
        return new Spark(session, shapes, true);
    }

    /**
     * Answers a question.
     *
     * <p>What belongs to the cohort and in which state is made once and kept by the cluster, in memory or on its disks,
     * until the counts are there.
     *
     * @throws IllegalArgumentException if the question names what the tables do not have
     * @throws org.waymark.core.result.UncleanSourceException if an id is there several times in a table whose rows are
     *     looked up, or counted after {@link #uniqueIds()}
     */
    public Tally tally(Question question) {
        QuestionSql sql = new QuestionSql(
                question,
                new SparkDialect(VIEWS + QUESTIONS.incrementAndGet() + "_"),
                new Tables(List.copyOf(shapes.values())),
                uniqueIds);
        List<Dataset<Row>> kept = new ArrayList<>();
        try {
            for (Kept step : sql.kept()) {
                Dataset<Row> made = rows(step.statement());
                // Cells in one part are grouped without another exchange between the nodes.
                Dataset<Row> rows = (step.few() ? made.coalesce(1) : made).persist(StorageLevel.MEMORY_AND_DISK());
                kept.add(rows);
                rows.createOrReplaceTempView(step.name());
            }
            return sql.tally(rows(sql.statement()).collectAsList().stream()
                    .map(Spark::columns)
                    .toList());
        } finally {
            kept.forEach(Dataset::unpersist);
            sql.kept().forEach(step -> session.catalog().dropTempView(step.name()));
        }
    }

    private Dataset<Row> rows(Statement statement) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        statement.parameters().forEach(value -> parameters.put(SparkDialect.name(parameters.size()), value));
        return session.sql(statement.text(), parameters);
    }

    private static Object[] columns(Row row) {
        Object[] columns = new Object[row.length()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = row.get(i);
        }
        return columns;
    }

    private static Holds holds(DataType type) {
        if (type instanceof StringType) {
            return Holds.TEXT;
        } else if (type instanceof ArrayType list && list.elementType() instanceof StringType) {
            return Holds.TEXTS;
        } else if (type instanceof DateType) {
            return Holds.DAY;
        } else if (type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType)) {
            return Holds.MOMENT;
        } else if (type instanceof BooleanType) {
            return Holds.TRUTH;
        } else if (type instanceof DoubleType || type instanceof FloatType) {
            return Holds.REAL;
        }
        boolean whole = List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType)
                .contains(type);
        return whole || type instanceof DecimalType ? Holds.NUMBER : Holds.OTHER;
    }
}
