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
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Tally;
import org.waymark.io.sql.internal.EventColumns;
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
    private static final SparkDialect DIALECT = new SparkDialect(VIEWS);
    private static final AtomicLong QUESTIONS = new AtomicLong();

    private final SparkSession session;
    private final Map<Unit, TableShape> shapes;
    private final EventColumns events;
    private final boolean uniqueIds;

    private Spark(SparkSession session, Map<Unit, TableShape> shapes, EventColumns events, boolean uniqueIds) {
        this.session = session;
        this.shapes = Collections.unmodifiableMap(shapes);
        this.events = events;
        this.uniqueIds = uniqueIds;
    }

    /** A session, without tables yet. */
    public static Spark on(SparkSession session) {
        return new Spark(session, new LinkedHashMap<>(), EventColumns.NONE, false);
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
        more.put(unit, new TableShape(unit, DIALECT.quoted(view), columns));
        return new Spark(session, more, events, uniqueIds);
    }

    /** The same with a table of the session's catalogue. */
    public Spark table(Unit unit, String name) {
        return table(unit, session.table(name));
    }

    /**
     * The same, where a column of a table that is there, such as a flat file's, holds the days on which events of a kind began,
     * one in each row at most: they belong to whom the row is of, and where the column is empty there is none.
     *
     * @throws IllegalArgumentException if there is no such column, or a table of these events already
     */
    public Spark events(String column, EventKind kind) {
        return with(events.and(column, kind));
    }

    /**
     * The same, where a column holds labels of the events whose days stand in another.
     *
     * @throws IllegalArgumentException if there is no such column, or the other is not one of {@link #events}
     */
    public Spark eventLabel(String column, Dimension dimension, String dayColumn) {
        return with(events.label(column, dimension, dayColumn));
    }

    private Spark with(EventColumns more) {
        more.among(shapes, DIALECT);
        return new Spark(session, shapes, more, uniqueIds);
    }

    /** The same, which holds the ids of the rows that a question counts against each other, at the cost of an exchange. */
    public Spark uniqueIds() {
        return new Spark(session, shapes, events, true);
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
     * @throws org.waymark.core.population.TooManyLabelsException if an axis has more than 131,072 categories
     */
    public Tally tally(Question question) {
        List<TableShape> tables = new ArrayList<>(shapes.values());
        tables.addAll(events.among(shapes, DIALECT));
        QuestionSql sql = new QuestionSql(
                question, new SparkDialect(VIEWS + QUESTIONS.incrementAndGet() + "_"), new Tables(tables), uniqueIds);
        List<Dataset<Row>> kept = new ArrayList<>();
        try {
            for (Kept step : sql.kept()) {
                Dataset<Row> rows = rows(step.statement()).persist(StorageLevel.MEMORY_AND_DISK());
                kept.add(rows);
                rows.createOrReplaceTempView(step.name());
            }
            return sql.tally(each -> rows(sql.statement()).collectAsList().forEach(row -> each.accept(columns(row))));
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
