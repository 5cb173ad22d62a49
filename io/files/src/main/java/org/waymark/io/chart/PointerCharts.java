package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.waymark.core.table.Column;
import org.waymark.io.internal.Palette;

/** Options of ECharts for the kinds that are worth pointing at. */
final class PointerCharts {
    private PointerCharts() {}

    static Map<String, Object> dots(Drawing drawing) {
        Seen seen = drawing.seen();
        List<Seen.Row> rows = seen.rows();
        List<String> names = rows.stream().map(row -> row.text(Role.GROUP)).toList();
        List<Object> base = new ArrayList<>();
        List<Object> span = new ArrayList<>();
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Seen.Row row = rows.get(i);
            OptionalDouble low = row.number(Role.LOWER);
            OptionalDouble high = row.number(Role.UPPER);
            boolean told = low.isPresent() && high.isPresent();
            base.add(told ? (Object) low.getAsDouble() : "-");
            span.add(told ? (Object) (high.getAsDouble() - low.getAsDouble()) : "-");
            int lane = i;
            row.number(Role.ESTIMATE)
                    .ifPresent(
                            value -> points.add(Spec.object("value", List.of(value, lane), "name", told(seen, row))));
        }
        Map<String, Object> hover = Spec.object("show", true, "formatter", "{b}");
        List<Object> series = new ArrayList<>(List.of(
                Spec.object(
                        "type",
                        "bar",
                        "stack",
                        "limits",
                        "stackStrategy",
                        "all",
                        "data",
                        base,
                        "silent",
                        true,
                        "itemStyle",
                        Spec.object("color", "transparent")),
                Spec.object(
                        "type",
                        "bar",
                        "stack",
                        "limits",
                        "stackStrategy",
                        "all",
                        "data",
                        span,
                        "silent",
                        true,
                        "barWidth",
                        4,
                        "itemStyle",
                        Spec.object("color", Palette.LIGHT.series().get(0), "opacity", 0.5))));
        Map<String, Object> dots = Spec.object(
                "type",
                "scatter",
                "symbolSize",
                11,
                "data",
                points,
                "tooltip",
                hover,
                "itemStyle",
                Spec.object("color", Palette.LIGHT.series().get(0)));
        drawing.goal().ifPresent(value -> dots.put("markLine", mark("xAxis", value, drawing.goalInWords(value))));
        series.add(dots);
        return options(
                value(seen, Role.ESTIMATE, drawing.range(false, Role.ESTIMATE, Role.LOWER, Role.UPPER)),
                Spec.object("type", "category", "data", names, "inverse", true),
                series);
    }

    static Map<String, Object> lines(Drawing drawing) {
        Seen seen = drawing.seen();
        List<String> periods = seen.texts(Role.PERIOD);
        List<Object> series = new ArrayList<>();
        List<String> names = seen.series();
        for (int s = 0; s < names.size(); s++) {
            String name = names.get(s);
            Object[] data = new Object[periods.size()];
            Arrays.fill(data, "-");
            for (Seen.Row row : seen.rows()) {
                if (!seen.has(Role.GROUP) || row.text(Role.GROUP).equals(name)) {
                    row.number(Role.ESTIMATE)
                            .ifPresent(value -> data[periods.indexOf(row.text(Role.PERIOD))] =
                                    Spec.object("value", value, "name", told(seen, row)));
                }
            }
            Map<String, Object> line = Spec.object(
                    "type",
                    "line",
                    "name",
                    name,
                    "data",
                    List.of(data),
                    "symbolSize",
                    9,
                    "itemStyle",
                    Spec.object("color", Palette.LIGHT.series().get(s)),
                    "tooltip",
                    Spec.object("show", true, "formatter", "{b}"));
            if (s == 0) {
                drawing.goal()
                        .ifPresent(value -> line.put("markLine", mark("yAxis", value, drawing.goalInWords(value))));
            }
            series.add(line);
        }
        Map<String, Object> options = options(
                Spec.object("type", "category", "data", periods),
                value(seen, Role.ESTIMATE, drawing.range(false, Role.ESTIMATE, Role.LOWER, Role.UPPER)),
                series);
        options.put("legend", Spec.object("show", names.size() > 1, "type", "scroll"));
        return options;
    }

    static Map<String, Object> funnel(Drawing drawing, List<Seen.Row> drawn, List<List<double[]>> limits) {
        Seen seen = drawing.seen();
        List<Object> points = new ArrayList<>();
        for (Seen.Row row : drawn) {
            double n = row.number(Role.SIZE).orElseThrow();
            points.add(
                    Spec.object("value", List.of(n, row.number(Role.ESTIMATE).orElseThrow()), "name", told(seen, row)));
        }
        List<Object> series = new ArrayList<>();
        for (List<double[]> limit : limits) {
            List<Object> data = limit.stream()
                    .map(point -> (Object) List.of(point[0], point[1]))
                    .toList();
            series.add(Spec.object(
                    "type",
                    "line",
                    "data",
                    data,
                    "symbol",
                    "none",
                    "silent",
                    true,
                    "lineStyle",
                    Spec.object("color", Palette.LIGHT.edge(), "width", 1)));
        }
        Map<String, Object> scatter = Spec.object(
                "type",
                "scatter",
                "data",
                points,
                "symbolSize",
                10,
                "itemStyle",
                Spec.object("color", Palette.LIGHT.series().get(0), "opacity", 0.8),
                "tooltip",
                Spec.object("show", true, "formatter", "{b}"));
        drawing.goal().ifPresent(value -> scatter.put("markLine", mark("yAxis", value, drawing.goalInWords(value))));
        series.add(scatter);
        Map<String, Object> options = options(
                value(seen, Role.SIZE, Range.over(seen.numbers(Role.SIZE), Column.Kind.COUNT, true)),
                value(seen, Role.ESTIMATE, drawing.range(false, Role.ESTIMATE, Role.LOWER, Role.UPPER)),
                series);
        options.put("dataZoom", List.of(Spec.object("type", "inside")));
        return options;
    }

    private static Map<String, Object> options(Map<String, Object> x, Map<String, Object> y, List<Object> series) {
        return Spec.object(
                "grid",
                Spec.object("left", 8, "right", 24, "top", 36, "bottom", 8, "containLabel", true),
                "tooltip",
                Spec.object("trigger", "item", "confine", true),
                "xAxis",
                x,
                "yAxis",
                y,
                "series",
                series);
    }

    /** An axis of numbers; the page turns shares into percent when it labels them. */
    private static Map<String, Object> value(Seen seen, Role role, Range range) {
        return Spec.object(
                "type",
                "value",
                "min",
                range.min(),
                "max",
                range.max(),
                "name",
                seen.name(role),
                "unit",
                seen.kind(role).name());
    }

    private static Map<String, Object> mark(String axis, double value, String words) {
        return Spec.object(
                "symbol",
                "none",
                "silent",
                true,
                "lineStyle",
                Spec.object("type", "dashed", "width", 2),
                "label",
                Spec.object("formatter", words, "position", axis.equals("xAxis") ? "end" : "insideEndTop"),
                "data",
                List.of(Spec.object(axis, value)));
    }

    /** What is shown when a point is pointed at. */
    private static String told(Seen seen, Seen.Row row) {
        List<String> words = new ArrayList<>();
        for (Role role : List.of(Role.GROUP, Role.PERIOD, Role.ESTIMATE, Role.LOWER, Role.UPPER, Role.SIZE)) {
            if (seen.has(role) && !row.text(role).isEmpty()) {
                words.add(role == Role.GROUP ? row.text(role) : seen.name(role) + " " + row.text(role));
            }
        }
        return String.join(", ", words);
    }
}
