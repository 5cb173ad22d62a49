package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.core.table.Column;
import org.waymark.io.chart.Svg.Anchor;
import org.waymark.io.internal.Palette;

/** A grid of two crossed groups, each place with its figure in print. */
final class HeatTable extends Drawing {
    private static final String CROSSED = " x ";
    private static final double HIGH = 34;
    private static final double NARROWEST = 64;

    private record Crossing(String down, String across) {}

    HeatTable(Seen seen, Optional<Double> goal) {
        super(seen, goal, Role.GROUP, Role.ESTIMATE);
        if (crossed().isEmpty()) {
            throw new IllegalArgumentException(
                    "table: must have groups like Female x Rural, or a column that is ACROSS");
        }
    }

    @Override
    Chart.Kind kind() {
        return Chart.Kind.HEAT_TABLE;
    }

    @Override
    String subtitle() {
        return seen().name(Role.ESTIMATE);
    }

    /** The rows that stand for a crossing, where they stand. */
    private Map<Crossing, Seen.Row> crossed() {
        Map<Crossing, Seen.Row> crossed = new LinkedHashMap<>();
        for (Seen.Row row : seen().rows()) {
            String group = row.text(Role.GROUP);
            int cut = group.indexOf(CROSSED);
            if (seen().has(Role.ACROSS)) {
                crossed.put(new Crossing(group, row.text(Role.ACROSS)), row);
            } else if (cut > 0) {
                crossed.put(new Crossing(group.substring(0, cut), group.substring(cut + CROSSED.length())), row);
            }
        }
        return crossed;
    }

    @Override
    void draw(Svg svg) {
        Map<Crossing, Seen.Row> crossed = crossed();
        Set<String> down = new LinkedHashSet<>();
        Set<String> across = new LinkedHashSet<>();
        crossed.keySet().forEach(place -> {
            down.add(place.down());
            across.add(place.across());
        });
        Range range = range(false, Role.ESTIMATE);
        boolean narrow = svg.isNarrow();
        double most = narrow ? svg.inner() : svg.inner() * 0.3;
        double labels = narrow ? 0 : TextWidth.widest(wrapped(down, most), Face.BODY) + 10;
        // What does not fit beside each other follows below, with its own heads.
        int fit = (int) Math.max(1, Math.floor((svg.inner() - labels) / NARROWEST));
        List<String> columns = List.copyOf(across);
        for (int start = 0; start < columns.size(); start += fit) {
            List<String> block = columns.subList(start, Math.min(columns.size(), start + fit));
            block(svg, crossed, down, block, labels, range);
            svg.down(10);
        }
        explainHidden(svg);
    }

    private static List<String> wrapped(Set<String> texts, double most) {
        return texts.stream()
                .flatMap(text -> TextWidth.wrap(text, Face.BODY, most).stream())
                .toList();
    }

    private void block(
            Svg svg,
            Map<Crossing, Seen.Row> crossed,
            Set<String> down,
            List<String> columns,
            double labels,
            Range range) {
        double left = Svg.MARGIN + labels;
        double wide = Math.min(120, (svg.inner() - labels) / columns.size());
        List<List<String>> heads = columns.stream()
                .map(name -> TextWidth.wrap(name, Face.SMALL, wide - 8))
                .toList();
        int tallest = heads.stream().mapToInt(List::size).max().orElse(1);
        double top = svg.y() + 8 + tallest * Face.SMALL.line();
        for (int c = 0; c < columns.size(); c++) {
            double baseline = top - 5 - (heads.get(c).size() - 1) * Face.SMALL.line();
            for (String line : heads.get(c)) {
                svg.text(left + (c + 0.5) * wide, baseline, Anchor.MIDDLE, Face.SMALL, line);
                baseline += Face.SMALL.line();
            }
        }
        int marks = crossed.values().stream()
                .filter(row -> row.isHidden(Role.ESTIMATE))
                .mapToInt(row -> TextWidth.wrap(row.mark(Role.ESTIMATE), Face.SMALL, wide - 8)
                        .size())
                .max()
                .orElse(0);
        double tall = Math.max(HIGH, marks * Face.SMALL.line() + 6);
        double y = top;
        for (String name : down) {
            List<String> lines = TextWidth.wrap(name, Face.BODY, svg.isNarrow() ? svg.inner() : labels - 10);
            double words = lines.size() * Face.BODY.line();
            double high = svg.isNarrow() ? tall : Math.max(tall, words + 6);
            double baseline = svg.isNarrow() ? y + Face.BODY.size() + 2 : y + (high - words) / 2 + Face.BODY.size();
            for (String line : lines) {
                svg.text(Svg.MARGIN, baseline, Anchor.START, Face.BODY, line);
                baseline += Face.BODY.line();
            }
            y += svg.isNarrow() ? words + 4 : 0;
            for (int c = 0; c < columns.size(); c++) {
                Seen.Row row = crossed.get(new Crossing(name, columns.get(c)));
                place(svg, row, left + c * wide + 1, y + 1, wide - 2, high - 2, range);
            }
            y += high;
        }
        svg.down(y - svg.y());
    }

    private void place(Svg svg, Seen.@Nullable Row row, double x, double y, double wide, double high, Range range) {
        if (row == null) {
            return;
        }
        if (row.isHidden(Role.ESTIMATE)) {
            svg.hatch(x, y, wide, high);
            List<String> lines = TextWidth.wrap(row.mark(Role.ESTIMATE), Face.SMALL, wide - 6);
            double words = TextWidth.widest(lines, Face.SMALL) + 6;
            double block = lines.size() * Face.SMALL.line();
            svg.rect(x + (wide - words) / 2, y + (high - block) / 2, words, block, "wm-bg");
            double baseline = y + (high - block) / 2 + Face.SMALL.size();
            for (String line : lines) {
                svg.text(x + wide / 2, baseline, Anchor.MIDDLE, Face.SMALL, line);
                baseline += Face.SMALL.line();
            }
            return;
        }
        String fill = fill(row.number(Role.ESTIMATE).orElseThrow(), range);
        String words = Palette.upon(fill).equals("#ffffff") ? "wm-b wm-white" : "wm-b wm-black";
        svg.rect(x, y, wide, high, "", "fill:" + fill);
        svg.text(x + wide / 2, y + high / 2 + 4.5, Anchor.MIDDLE, Face.BODY, words, row.text(Role.ESTIMATE));
    }

    private String fill(double value, Range range) {
        boolean signed = seen().kind(Role.ESTIMATE) == Column.Kind.POINTS;
        double far = signed ? Math.max(Math.abs(range.min()), Math.abs(range.max())) : range.max() - range.min();
        double part = signed ? Math.abs(value) / far : (value - range.min()) / far;
        List<String> steps = signed && value < 0 ? Palette.STEPS_BELOW : Palette.STEPS;
        return steps.get((int) Math.min(steps.size() - 1, Math.floor(part * steps.size())));
    }

    @Override
    Map<String, Object> vega() {
        List<Map<String, Object>> values = new ArrayList<>();
        Range range = range(false, Role.ESTIMATE);
        crossed().forEach((place, row) -> {
            Map<String, Object> value = Spec.object("group", place.down(), "across", place.across());
            row.number(Role.ESTIMATE).ifPresent(number -> value.put("estimate", number));
            boolean hidden = row.isHidden(Role.ESTIMATE);
            value.put("shown", hidden ? row.mark(Role.ESTIMATE) : row.text(Role.ESTIMATE));
            value.put("hidden", hidden);
            value.put("dark", !hidden && isDark(row.number(Role.ESTIMATE).orElseThrow(), range));
            values.add(value);
        });
        Map<String, Object> x = Spec.object("field", "across", "type", "nominal", "sort", across(values), "title", "");
        Map<String, Object> y = Spec.names(Role.GROUP, seen());
        y.put(
                "sort",
                values.stream().map(value -> value.get("group")).distinct().toList());
        Map<String, Object> colour = Spec.object(
                "field",
                "estimate",
                "type",
                "quantitative",
                "title",
                seen().name(Role.ESTIMATE),
                "scale",
                Spec.object("scheme", "blues", "domain", List.of(range.min(), range.max())));
        Map<String, Object> words =
                Spec.object("condition", Spec.object("test", "datum.dark", "value", "white"), "value", "black");
        Map<String, Object> spec = Spec.object("data", Spec.object("values", values));
        spec.putAll(Spec.layers(Stream.of(
                Spec.layer(false, Spec.object("type", "rect"), Spec.object("x", x, "y", y, "color", colour)),
                Spec.object(
                        "mark",
                        Spec.object("type", "text"),
                        "encoding",
                        Spec.object("x", x, "y", y, "text", Spec.just("shown"), "color", words)))));
        return spec;
    }

    /** Whether words upon it must be light: the scale of Vega's blues turns dark beyond its middle. */
    private static boolean isDark(double value, Range range) {
        return (value - range.min()) / (range.max() - range.min()) > 0.55;
    }

    private static List<Object> across(List<Map<String, Object>> values) {
        return values.stream().map(value -> value.get("across")).distinct().toList();
    }
}
