package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.waymark.core.table.Column;
import org.waymark.io.internal.Palette;
import tools.jackson.databind.json.JsonMapper;

/** Pieces of specifications: objects that keep their order, and the pieces of Vega-Lite that kinds share. */
final class Spec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Spec() {}

    /** An object: names and values by turns. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return object;
    }

    static String json(Map<String, Object> object) {
        return JSON.writeValueAsString(object);
    }

    /** The rows with the columns that have a role; a number that is not printed is not there. */
    static List<Map<String, Object>> values(Seen seen) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (Seen.Row row : seen.rows()) {
            Map<String, Object> value = new LinkedHashMap<>();
            for (Role role : seen.places().keySet()) {
                OptionalDouble number = row.number(role);
                Column.Kind kind = seen.kind(role);
                if (number.isPresent()) {
                    value.put(field(role), plain(number.getAsDouble()));
                } else if (kind == Column.Kind.TEXT || kind == Column.Kind.DAY) {
                    value.put(field(role), row.text(role));
                }
            }
            if (seen.has(Role.ESTIMATE)) {
                boolean hidden = row.isHidden(Role.ESTIMATE);
                value.put("shown", hidden ? row.mark(Role.ESTIMATE) : row.text(Role.ESTIMATE));
                value.put("hidden", hidden);
            }
            values.add(value);
        }
        return values;
    }

    private static Object plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }

    static String field(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** An axis of numbers. */
    static Map<String, Object> numbers(Seen seen, Role role, boolean withZero) {
        return object(
                "field",
                field(role),
                "type",
                "quantitative",
                "title",
                seen.name(role == Role.LOWER ? Role.ESTIMATE : role),
                "axis",
                axis(seen.kind(role)),
                "scale",
                object("zero", withZero));
    }

    private static Map<String, Object> axis(Column.Kind kind) {
        return switch (kind) {
            case SHARE -> object("format", ".0%");
            case POINTS -> object("labelExpr", "format(100 * datum.value, '+.0f')");
            case COUNT -> object("format", ",d");
            default -> object();
        };
    }

    /** An axis of names in the order of the table. */
    static Map<String, Object> names(Role role, Seen seen) {
        return object(
                "field",
                field(role),
                "type",
                "nominal",
                "sort",
                seen.texts(role),
                "title",
                seen.name(role),
                "axis",
                object("labelLimit", 0));
    }

    /** Series by colour, and the same by shape or dash. */
    static Map<String, Object> colour(Seen seen) {
        return object(
                "field",
                field(Role.GROUP),
                "type",
                "nominal",
                "title",
                seen.name(Role.GROUP),
                "scale",
                object(
                        "domain",
                        seen.series(),
                        "range",
                        Palette.LIGHT.series().subList(0, seen.series().size())));
    }

    /** Series by shape or dash. */
    static Map<String, Object> byGroup(Seen seen) {
        return object("field", field(Role.GROUP), "type", "nominal", "title", seen.name(Role.GROUP));
    }

    /** A field by its name. */
    static Map<String, Object> just(String field) {
        return object("field", field);
    }

    /** Shown when pointed at: everything the row prints. */
    static List<Map<String, Object>> tooltip(Seen seen) {
        return seen.places().keySet().stream()
                .filter(role -> role != Role.STAGE || seen.texts(role).size() > 1)
                .map(role -> role == Role.ESTIMATE
                        ? object("field", "shown", "title", seen.name(role))
                        : object("field", field(role), "title", seen.name(role)))
                .toList();
    }

    /** A layer of the rows that have a number, or of those that have none. */
    static Map<String, Object> layer(boolean hidden, Object mark, Map<String, Object> encoding) {
        String filter = hidden ? "datum.hidden" : "!datum.hidden";
        return object("transform", List.of(object("filter", filter)), "mark", mark, "encoding", encoding);
    }

    /** The marks of rows without a number, at the beginning of the axis, never at a place on it. */
    static Map<String, Object> hiddenNames(Map<String, Object> y) {
        return layer(
                true,
                object("type", "text", "align", "left", "fontStyle", "italic"),
                object("x", object("value", 4), "y", y, "text", just("shown")));
    }

    /** A line at the goal. */
    static Map<String, Object> rule(String channel, double at, String words) {
        return object(
                "data",
                object("values", List.of(object("at", at, "words", words))),
                "mark",
                object("type", "rule", "strokeDash", List.of(6, 4), "strokeWidth", 2),
                "encoding",
                object(channel, object("field", "at", "type", "quantitative"), "tooltip", object("field", "words")));
    }

    /** Layers one above the other. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static Map<String, Object> layers(Stream<Map<String, Object>>... layers) {
        return object(
                "width",
                560,
                "layer",
                Arrays.stream(layers).flatMap(layer -> layer).toList());
    }
}
