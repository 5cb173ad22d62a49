package org.waymark.io.sql.internal;

import java.time.Period;

/** The texts of PostgreSQL. */
public final class PostgresDialect implements Dialect {
    /** The dialect. */
    public PostgresDialect() {}

    @Override
    public String textType() {
        return "TEXT";
    }

    @Override
    public String contains(String list, String text) {
        return "COALESCE(" + text + " = ANY(" + list + "), FALSE)";
    }

    @Override
    public String size(String list) {
        return "cardinality(" + list + ")";
    }

    @Override
    public String distinctSize(String list) {
        return "(SELECT COUNT(DISTINCT v) FROM unnest(" + list + ") v)";
    }

    @Override
    public String joined(String list) {
        return "(SELECT string_agg(DISTINCT v, chr(31) ORDER BY v) FROM unnest(" + list + ") v)";
    }

    @Override
    public String split(String text) {
        return "string_to_array(" + text + ", ';')";
    }

    @Override
    public String append(String list, String text) {
        return "array_append(" + list + ", " + text + ")";
    }

    @Override
    public String listOf(String text) {
        return "ARRAY[CAST(" + text + " AS TEXT)]";
    }

    @Override
    @SuppressWarnings("JavaPeriodGetDays") // Months were added before; these are the days beside them.
    public String plus(String day, Period period) {
        String moved = day;
        if (period.toTotalMonths() != 0) {
            moved = "CAST(" + moved + " + make_interval(months => " + Math.toIntExact(period.toTotalMonths())
                    + ") AS DATE)";
        }
        return period.getDays() == 0 ? moved : "(" + moved + " + (" + period.getDays() + "))";
    }

    @Override
    public String dayOfText(String text) {
        // A day that the calendar does not have moves to another one, and is then not written as it was.
        String day = "to_date(" + text + ", 'YYYY-MM-DD')";
        return "CASE WHEN " + text + " ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$' OR " + text
                + " ~ '^[0-9]{4}-(0[13-9]|1[0-2])-(29|30)$' OR " + text + " ~ '^[0-9]{4}-(0[13578]|1[02])-31$' OR "
                + text
                + " ~ '^([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29$' THEN " + day
                + " END";
    }

    @Override
    public String numberOfText(String text) {
        return "CASE WHEN " + text + " ~ '^[+-]?[0-9]{1,15}([.][0-9]{0,8})?$' THEN CAST(" + text + " AS NUMERIC) END";
    }

    @Override
    public String endOfStep() {
        return " OFFSET 0";
    }
}
