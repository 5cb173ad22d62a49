package org.waymark.io.sql.internal;

import java.time.Period;
import java.util.List;

/** The texts of PostgreSQL. */
public final class PostgresDialect implements Dialect {
    private static final String DAYS_OF_THE_CALENDAR = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
            + "|[0-9]{4}-(0[13-9]|1[0-2])-(29|30)|[0-9]{4}-(0[13578]|1[02])-31"
            + "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29";

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
    public String within(String list, List<String> texts) {
        return list + " <@ ARRAY[" + String.join(", ", texts) + "]";
    }

    @Override
    public String matches(String text, String expression) {
        return text + " ~ " + literal("^(" + expression + ")$");
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
        // Without the look before it, a day that the calendar does not have would stop the statement.
        String day = "to_date(" + text + ", 'YYYY-MM-DD')";
        return "CASE WHEN " + matches(text, DAYS_OF_THE_CALENDAR) + " THEN " + day + " END";
    }

    @Override
    public String writes(String text, String day) {
        return "TRUE";
    }

    @Override
    public String numberOfText(String text) {
        return "CASE WHEN " + matches(text, NUMBER) + " THEN CAST(" + text + " AS NUMERIC) END";
    }

    @Override
    public String endOfStep() {
        return " OFFSET 0";
    }
}
