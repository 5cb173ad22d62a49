package org.waymark.io.sql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Unknown;

/** How a column of a table is read, as a population would hold it. */
final class Reading {
    private static final int NOT_REPORTED = Truths.unknown(Unknown.NOT_REPORTED);
    private static final int UNREADABLE = Truths.unknown(Unknown.UNREADABLE);

    /** Numbers from here on are not taken. */
    private static final String MOST = "10000000000000";

    private static final String WHOLE = "[+-]?[0-9]{1,9}";

    private final Dialect dialect;

    Reading(Dialect dialect) {
        this.dialect = dialect;
    }

    private String column(String alias, TableShape table, String name) {
        return alias + "." + dialect.quoted(table.written(name));
    }

    /** An id as text. */
    String key(String alias, TableShape table, String name) {
        String column = column(alias, table, name);
        return table.columns().get(name) == Holds.TEXT ? column : asText(column);
    }

    /**
     * What must hold of a row that stands: its own id is given, and its spell, if both of its days are known, does not end
     * before it begins.
     */
    List<String> stands(String alias, TableShape table) {
        List<String> conditions = new ArrayList<>();
        table.id().ifPresent(id -> conditions.add(isGiven(alias, table, id)));
        reversed(alias, table).ifPresent(reversed -> conditions.add("NOT " + reversed));
        return conditions;
    }

    /** The ids that several rows have. */
    String repeatedIds(TableShape table) {
        String id = key("d", table, table.id().orElseThrow());
        return "SELECT " + id + " FROM " + table.from() + " d WHERE " + String.join(" AND ", stands("d", table))
                + " GROUP BY " + id + " HAVING COUNT(*) > 1";
    }

    /** Whether an id is given. */
    String isGiven(String alias, TableShape table, String name) {
        return key(alias, table, name) + (table.columns().get(name) == Holds.TEXT ? " <> ''" : " IS NOT NULL");
    }

    /** Whether a spell ends before it begins. */
    Optional<String> reversed(String alias, TableShape table) {
        if (table.start().isEmpty() || table.end().isEmpty()) {
            return Optional.empty();
        }
        String start = day(alias, table, table.start().get()).value();
        String end = day(alias, table, table.end().get()).value();
        return Optional.of("COALESCE((" + end + ") < (" + start + "), FALSE)");
    }

    private String asText(String expression) {
        return "CAST(" + expression + " AS " + dialect.textType() + ")";
    }

    /** Labels as a population holds them: those that the field does not take are unreadable. */
    LabelSql labels(String alias, TableShape table, String name) {
        return held(given(alias, table, name), table, name);
    }

    /** The same of labels as they are given. */
    LabelSql held(LabelSql given, TableShape table, String name) {
        Optional<String> fits = fits(given, table, name);
        if (fits.isEmpty()) {
            return given;
        }
        return LabelSql.withReason(
                "CASE WHEN " + fits.get() + " THEN " + given.value() + " END",
                given.several(),
                "CASE WHEN " + given.value() + " IS NULL OR " + fits.get() + " THEN " + given.reason() + " ELSE "
                        + UNREADABLE + " END");
    }

    /** Whether the field takes the labels; empty if it takes all. */
    private Optional<String> fits(LabelSql given, TableShape table, String name) {
        boolean wrongAtAll = table.columns().get(name) != Holds.TRUTH;
        List<String> known = table.field(name).<List<String>>map(Field::labels).orElse(List.of()).stream()
                .map(dialect::literal)
                .toList();
        if (!known.isEmpty() && wrongAtAll) {
            return Optional.of(
                    given.several()
                            ? dialect.within(given.value(), known)
                            : given.value() + " IN (" + String.join(", ", known) + ")");
        }
        return table.wholeOnly(name) ? Optional.of(dialect.matches(given.value(), WHOLE)) : Optional.empty();
    }

    /** Whether labels are given that the field does not take; empty if it takes all. */
    Optional<String> unfit(String alias, TableShape table, String name) {
        LabelSql given = given(alias, table, name);
        return fits(given, table, name).map(fits -> given.value() + " IS NOT NULL AND NOT (" + fits + ")");
    }

    /** Labels as they are given. */
    LabelSql given(String alias, TableShape table, String name) {
        String column = column(alias, table, name);
        boolean joined = table.field(name).map(field -> field.kind().several()).orElse(false);
        Holds holds = table.columns().getOrDefault(name, Holds.OTHER);
        boolean several = holds == Holds.TEXTS || joined;
        String value = switch (holds) {
            case TEXTS -> "CASE WHEN " + dialect.size(column) + " > 0 THEN " + column + " END";
            case TEXT -> joined ? dialect.split("NULLIF(" + column + ", '')") : "NULLIF(" + column + ", '')";
            case TRUTH -> "CASE WHEN " + column + " THEN 'yes' WHEN NOT " + column + " THEN 'no' END";
            default -> joined ? dialect.split(asText(column)) : asText(column);
        };
        int absent = table.presence(name) == Field.Presence.NONE_IF_ABSENT ? 0 : NOT_REPORTED;
        String why = name + TableShape.REASON;
        return table.has(why)
                ? LabelSql.withReason(value, several, reason(value, column(alias, table, why), absent))
                : LabelSql.of(value, several, absent);
    }

    private static String reason(String value, String written, int absent) {
        return "CASE WHEN " + value + " IS NOT NULL THEN 0 WHEN " + written + " IS NOT NULL THEN "
                + Truths.ofWritten(written) + " ELSE " + absent + " END";
    }

    /** A day, all of it written out. */
    DaySql day(String alias, TableShape table, String name) {
        return held(rawDay(alias, table, name));
    }

    /** A day as it is given, whether or not a population can hold it. */
    RawSql rawDay(String alias, TableShape table, String name) {
        String column = column(alias, table, name);
        int absent = table.presence(name) == Field.Presence.UNKNOWN_IF_ABSENT ? NOT_REPORTED : 0;
        String otherwise = whyUnread(alias, table, name, absent);
        return switch (table.columns().getOrDefault(name, Holds.OTHER)) {
            case DAY -> new RawSql(column, Optional.empty(), otherwise);
            case MOMENT -> new RawSql("CAST(" + column + " AS DATE)", Optional.empty(), otherwise);
            default -> {
                String text = table.columns().get(name) == Holds.TEXT ? column : asText(column);
                yield new RawSql(dialect.dayOfText(text), Optional.of(text), otherwise);
            }
        };
    }

    /** The day, if a population can hold it. */
    DaySql held(RawSql raw) {
        String day = raw.value();
        String holds = day + " BETWEEN DATE '1900-01-01' AND DATE '2999-12-31'"
                + raw.text().map(text -> " AND " + dialect.writes(text, day)).orElse("");
        return new DaySql(
                "CASE WHEN " + holds + " THEN " + day + " END",
                "CASE WHEN " + holds + " THEN 0 ELSE " + raw.otherwise() + " END");
    }

    /** A number, all of it written out. */
    NumberSql number(String alias, TableShape table, String name) {
        boolean real = table.columns().get(name) == Holds.REAL;
        return held(rawNumber(alias, table, name), real);
    }

    /** A number as it is given, whether or not a population can hold it. */
    RawSql rawNumber(String alias, TableShape table, String name) {
        String column = column(alias, table, name);
        Holds holds = table.columns().getOrDefault(name, Holds.OTHER);
        String number = holds == Holds.NUMBER || holds == Holds.REAL ? column : dialect.numberOfText(asText(column));
        return new RawSql(number, Optional.empty(), whyUnread(alias, table, name, NOT_REPORTED));
    }

    /** The number in ten-thousandths, if a population can hold it. */
    NumberSql held(RawSql raw, boolean real) {
        String number = raw.value();
        String inRange = "(" + number + ") > -" + MOST + " AND (" + number + ") < " + MOST;
        String exact = "CAST(" + number + " AS DECIMAL(28, 8)) * 10000";
        String value = real
                ? "CASE WHEN " + inRange + " THEN CAST(ROUND(" + number + " * 10000) AS BIGINT) END"
                : "CASE WHEN " + inRange + " THEN CASE WHEN " + exact + " = FLOOR(" + exact + ") THEN CAST(" + exact
                        + " AS BIGINT) END END";
        return new NumberSql(value, "CASE WHEN (" + value + ") IS NOT NULL THEN 0 ELSE " + raw.otherwise() + " END");
    }

    /** Why a day or a number that is not there is unknown: what was given but could not be taken is unreadable. */
    private String whyUnread(String alias, TableShape table, String name, int absent) {
        String given = column(alias, table, name);
        String blank = table.columns().get(name) == Holds.TEXT ? "NULLIF(" + given + ", '')" : given;
        String why = name + TableShape.REASON;
        String written = column(alias, table, why);
        return "CASE WHEN " + blank + " IS NOT NULL THEN " + UNREADABLE
                + (table.has(why) ? " WHEN " + written + " IS NOT NULL THEN " + Truths.ofWritten(written) : "")
                + " ELSE "
                + absent + " END";
    }

    /** Whether one of the labels is borne; null where there are none. */
    String holdsOne(LabelSql labels, List<String> wanted) {
        if (wanted.isEmpty()) {
            return "FALSE";
        }
        return labels.several()
                ? "("
                        + String.join(
                                " OR ",
                                wanted.stream()
                                        .map(label -> dialect.contains(labels.value(), label))
                                        .toList())
                        + ")"
                : labels.value() + " IN (" + String.join(", ", wanted) + ")";
    }

    /** Races with the Hispanic answer among them; who named no race and did not say to be Hispanic is not reported. */
    LabelSql withHispanic(LabelSql races, String hispanic) {
        String list = races.several()
                ? races.value()
                : "CASE WHEN " + races.value() + " IS NOT NULL THEN " + dialect.listOf(races.value()) + " END";
        String both = "CASE WHEN " + hispanic + " THEN CASE WHEN " + races.value() + " IS NULL THEN "
                + dialect.listOf("'HISPANIC'") + " ELSE " + dialect.append(list, "'HISPANIC'") + " END ELSE " + list
                + " END";
        return races.absent().isPresent()
                ? LabelSql.of(both, true, NOT_REPORTED)
                : LabelSql.withReason(
                        both,
                        true,
                        "CASE WHEN " + hispanic + " THEN 0 WHEN " + races.value()
                                + " IS NOT NULL THEN 0 WHEN (" + races.reason() + ") > 0 THEN " + races.reason()
                                + " ELSE "
                                + NOT_REPORTED + " END");
    }

    /** A list that is not there. */
    String noList() {
        return "CASE WHEN FALSE THEN " + dialect.listOf("''") + " END";
    }
}
