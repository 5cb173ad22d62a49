package org.waymark.io.spark;

import java.time.Period;
import java.util.List;
import org.waymark.io.sql.internal.Dialect;

/** The texts of Spark SQL. */
final class SparkDialect implements Dialect {
    private final String views;

    /** For one question; the names of its views begin like this. */
    SparkDialect(String views) {
        this.views = views;
    }

    @Override
    public String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** A backslash begins an escape here. */
    @Override
    public String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public String textType() {
        return "STRING";
    }

    /** By name: where steps are read several times Spark loses count of question marks. */
    @Override
    public String parameter(int before) {
        return ":" + name(before);
    }

    /** The name of a parameter, of which there are so many before it. */
    static String name(int before) {
        return "p" + before;
    }

    @Override
    public String contains(String list, String text) {
        return "array_contains(" + list + ", " + text + ")";
    }

    @Override
    public String within(String list, List<String> texts) {
        return "size(array_except(" + list + ", array(" + String.join(", ", texts) + "))) = 0";
    }

    @Override
    public String matches(String text, String expression) {
        return text + " RLIKE " + literal("^(" + expression + ")$");
    }

    @Override
    public String size(String list) {
        return "size(" + list + ")";
    }

    @Override
    public String distinctSize(String list) {
        return "size(array_distinct(" + list + "))";
    }

    @Override
    public String joined(String list) {
        return "array_join(array_sort(array_distinct(" + list + ")), char(31))";
    }

    @Override
    public String split(String text) {
        return "split(" + text + ", ';')";
    }

    @Override
    public String append(String list, String text) {
        return "array_append(" + list + ", " + text + ")";
    }

    @Override
    public String listOf(String text) {
        return "array(" + text + ")";
    }

    @Override
    @SuppressWarnings("JavaPeriodGetDays") // Months were added before; these are the days beside them.
    public String plus(String day, Period period) {
        String moved = period.toTotalMonths() == 0 ? day : "add_months(" + day + ", " + period.toTotalMonths() + ")";
        return period.getDays() == 0 ? moved : "date_add(" + moved + ", " + period.getDays() + ")";
    }

    @Override
    public String dayOfText(String text) {
        return "try_cast(" + text + " AS DATE)";
    }

    @Override
    public String writes(String text, String day) {
        return "CAST(" + day + " AS STRING) = " + text;
    }

    @Override
    public String numberOfText(String text) {
        return "CASE WHEN " + matches(text, NUMBER) + " THEN try_cast(" + text + " AS DECIMAL(28, 8)) END";
    }

    /** Spark would make such a step anew wherever it is read. */
    @Override
    public boolean keepsSharedSteps() {
        return true;
    }

    @Override
    public String sharedName(String name) {
        return views + name;
    }
}
