package org.waymark.io.sql.internal;

import java.time.Period;
import java.util.List;

/** The texts of DuckDB. */
public final class DuckDbDialect implements Dialect {

    /** The dialect. */
    public DuckDbDialect() {}

    @Override
    public String contains(String list, String text) {
        return "list_contains(" + list + ", " + text + ")";
    }

    @Override
    public String within(String list, List<String> texts) {
        return "list_has_all([" + String.join(", ", texts) + "], " + list + ")";
    }

    @Override
    public String matches(String text, String expression) {
        return "regexp_full_match(" + text + ", " + literal(expression) + ")";
    }

    @Override
    public String size(String list) {
        return "len(" + list + ")";
    }

    @Override
    public String distinctSize(String list) {
        return "len(list_distinct(" + list + "))";
    }

    @Override
    public String joined(String list) {
        return "array_to_string(list_sort(list_distinct(" + list + ")), chr(31))";
    }

    @Override
    public String split(String text) {
        return "string_split(" + text + ", ';')";
    }

    @Override
    public String append(String list, String text) {
        return "list_append(" + list + ", " + text + ")";
    }

    @Override
    public String listOf(String text) {
        return "[" + text + "]";
    }

    @Override
    @SuppressWarnings("JavaPeriodGetDays") // Months were added before; these are the days beside them.
    public String plus(String day, Period period) {
        String moved = day;
        if (period.toTotalMonths() != 0) {
            moved = "CAST(" + moved + " + to_months(" + period.toTotalMonths() + ") AS DATE)";
        }
        return period.getDays() == 0 ? moved : "(" + moved + " + CAST(" + period.getDays() + " AS INTEGER))";
    }

    @Override
    public String dayOfText(String text) {
        return "TRY_CAST(" + text + " AS DATE)";
    }

    @Override
    public String writes(String text, String day) {
        return "CAST(" + day + " AS VARCHAR) = " + text;
    }

    @Override
    public String numberOfText(String text) {
        return "CASE WHEN " + matches(text, NUMBER) + " THEN TRY_CAST(" + text + " AS DECIMAL(28, 8)) END";
    }
}
