package org.waymark.io.spark;

import java.time.Period;
import org.waymark.io.sql.internal.Dialect;

/** The texts of Spark SQL. */
final class SparkDialect implements Dialect {
    @Override
    public String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public String textType() {
        return "STRING";
    }

    @Override
    public String contains(String list, String text) {
        return "array_contains(" + list + ", " + text + ")";
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
    public String plus(String day, Period period) {
        String moved = period.toTotalMonths() == 0 ? day : "add_months(" + day + ", " + period.toTotalMonths() + ")";
        return period.getDays() == 0 ? moved : "date_add(" + moved + ", " + period.getDays() + ")";
    }

    @Override
    public String dayOfText(String text) {
        return "CASE WHEN " + text + " RLIKE '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN try_cast(" + text + " AS DATE) END";
    }

    @Override
    public String numberOfText(String text) {
        return "CASE WHEN " + text + " RLIKE '^[+-]?[0-9]{1,15}([.][0-9]{0,8})?$' THEN try_cast(" + text
                + " AS DECIMAL(28, 8)) END";
    }

    /** Spark makes such a step once by itself where it sees that it is the same. */
    @Override
    public String beforeSharedStep() {
        return "";
    }
}
