package org.waymark.io.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.io.internal.Shown;
import org.waymark.io.language.Language;

/** A table as a picture sees it: its columns by what they are there. */
final class Seen {
    /** More series have no shapes of their own. */
    static final int MOST_SERIES = 8;

    private final Shown shown;
    private final Map<Role, Integer> places;
    private final Language language;

    Seen(Shown shown, Map<Role, Integer> places, Language language) {
        this.shown = shown;
        this.places = Collections.unmodifiableMap(new EnumMap<>(places));
        this.language = language;
    }

    Shown shown() {
        return shown;
    }

    Language language() {
        return language;
    }

    boolean has(Role role) {
        return places.containsKey(role);
    }

    /** The roles that have a column. */
    Map<Role, Integer> places() {
        return places;
    }

    Column column(Role role) {
        Integer place = places.get(role);
        if (place == null) {
            throw new IllegalArgumentException("table: must have a column that is " + role + ", had "
                    + shown.columns().stream().map(Column::name).toList());
        }
        return shown.columns().get(place);
    }

    Column.Kind kind(Role role) {
        return column(role).kind();
    }

    /** What the column of a role is called. */
    String name(Role role) {
        return language.column(column(role).name());
    }

    List<Row> rows() {
        return shown.rows().stream().map(Row::new).toList();
    }

    /** The different texts of a role, in their order. */
    List<String> texts(Role role) {
        return has(role)
                ? List.copyOf(new LinkedHashSet<>(
                        rows().stream().map(row -> row.text(role)).toList()))
                : List.of("");
    }

    /** The groups, each with a shape of its own. */
    List<String> series() {
        List<String> names = texts(Role.GROUP);
        if (names.size() > MOST_SERIES) {
            throw new IllegalArgumentException(
                    "table: must have at most " + MOST_SERIES + " groups to be told apart, had " + names.size());
        }
        return names;
    }

    /** Every number of some roles. */
    List<Double> numbers(Role... roles) {
        List<Double> numbers = new ArrayList<>();
        for (Row row : rows()) {
            for (Role role : roles) {
                row.number(role).ifPresent(numbers::add);
            }
        }
        return numbers;
    }

    /** One row. */
    final class Row {
        private final List<Datum> data;

        private Row(List<Datum> data) {
            this.data = data;
        }

        Optional<Datum> datum(Role role) {
            return Optional.ofNullable(places.get(role)).map(data::get);
        }

        /** The number, if one is told; of a public table no more digits of it than are printed. */
        OptionalDouble number(Role role) {
            Optional<Datum> datum = datum(role);
            if (shown.isPublic()) {
                return datum.flatMap(Datum::printedNumber).stream()
                        .mapToDouble(BigDecimal::doubleValue)
                        .findFirst();
            } else if (datum.isEmpty()) {
                return OptionalDouble.empty();
            } else if (datum.get() instanceof Datum.Real real) {
                return OptionalDouble.of(real.value());
            } else if (datum.get() instanceof Datum.Whole whole) {
                return OptionalDouble.of((double) whole.value());
            } else if (datum.get() instanceof Datum.Exact exact) {
                return OptionalDouble.of(exact.value().doubleValue());
            }
            return OptionalDouble.empty();
        }

        /** What is printed, in the language of the picture. */
        String text(Role role) {
            return datum(role)
                    .map(datum -> datum.printed(kind(role)))
                    .map(language::said)
                    .orElse("");
        }

        boolean isHidden(Role role) {
            return number(role).isEmpty();
        }

        /** What stands in place of the number, in words where the table has a sign only. */
        String mark(Role role) {
            String mark = text(role).strip();
            boolean words = mark.codePoints().anyMatch(Character::isLetter);
            return words ? mark : (mark + " " + language.word("hidden")).strip();
        }
    }
}
