package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.core.table.Column;

/** Lines over years, the path to the goal, and a fan of what is projected. */
final class Trend extends Drawing {
    private static final Pattern YEAR = Pattern.compile("\\D*((?:1[89]|20|21)\\d\\d)\\b.*");
    private static final String OBSERVED = "observed";
    private static final String PROJECTED = "projected";
    private static final String TARGET = "target";

    private final Map<String, Double> places;

    Trend(Seen seen, Optional<Double> goal) {
        super(seen, goal, Role.PERIOD, Role.ESTIMATE);
        this.places = places(seen.texts(Role.PERIOD));
    }

    /** Years stand at their distance; periods that name no year, one after the other. */
    private static Map<String, Double> places(List<String> periods) {
        Map<String, Double> places = new LinkedHashMap<>();
        for (String period : periods) {
            Matcher year = YEAR.matcher(period);
            if (year.matches()) {
                places.put(period, Double.parseDouble(year.group(1)));
            }
        }
        boolean years = places.size() == periods.size()
                && places.values().stream().distinct().count() == periods.size();
        for (int i = 0; !years && i < periods.size(); i++) {
            places.put(periods.get(i), (double) i);
        }
        return places;
    }

    @Override
    Chart.Kind kind() {
        return Chart.Kind.TREND;
    }

    @Override
    String subtitle() {
        List<String> parts = new ArrayList<>(List.of(seen().name(Role.ESTIMATE)));
        if (seen().has(Role.LOWER)) {
            parts.add(word("interval"));
        }
        if (seen().rows().stream().anyMatch(row -> basis(row).equals(PROJECTED))) {
            parts.add(word("projected_range").toLowerCase(Locale.ROOT));
        }
        return String.join(", ", parts);
    }

    private static String basis(Seen.Row row) {
        String basis = row.datum(Role.BASIS).map(Object::toString).orElse(OBSERVED);
        return basis.toLowerCase(Locale.ROOT);
    }

    private double place(Seen.Row row) {
        return places.getOrDefault(row.text(Role.PERIOD), 0.0);
    }

    @Override
    void draw(Svg svg) {
        List<String> series = seen().series();
        boolean path = seen().rows().stream().anyMatch(row -> basis(row).equals(TARGET))
                || goal().isEmpty() && !seen().numbers(Role.GOAL).isEmpty();
        svg.legend(
                series.size() > 1 ? series : List.of(),
                "wm-whole",
                path ? Optional.of(word("goal_path")) : Optional.empty());
        double first = places.values().stream().mapToDouble(v -> v).min().orElse(0);
        double last = places.values().stream().mapToDouble(v -> v).max().orElse(1);
        Range across = new Range(first, Math.max(last, first + 1), Column.Kind.NUMBER);
        List<String> labels = List.copyOf(places.keySet());
        Plane plane = new Plane(
                svg,
                across,
                List.copyOf(places.values()),
                labels,
                seen().name(Role.PERIOD),
                range(false, Role.ESTIMATE, Role.LOWER, Role.UPPER, Role.GOAL),
                seen().name(Role.ESTIMATE));
        goal().ifPresent(value -> plane.level(value, goalInWords(value)));
        for (int s = 0; s < series.size(); s++) {
            String name = series.get(s);
            List<Seen.Row> rows = seen().rows().stream()
                    .filter(row ->
                            !seen().has(Role.GROUP) || row.text(Role.GROUP).equals(name))
                    .toList();
            fan(svg, plane, rows, s);
            path(svg, plane, rows);
            run(
                    svg,
                    plane,
                    rows.stream().filter(row -> basis(row).equals(OBSERVED)).toList(),
                    s);
        }
        explainHidden(svg);
    }

    /** What was observed: joined where both neighbours are told, whiskers where there is one series. */
    private void run(Svg svg, Plane plane, List<Seen.Row> rows, int series) {
        StringBuilder d = new StringBuilder();
        boolean broken = true;
        for (Seen.Row row : rows) {
            if (row.isHidden(Role.ESTIMATE)) {
                plane.hidden(place(row), row.mark(Role.ESTIMATE));
                broken = true;
                continue;
            }
            d.append(broken ? "M" : "L").append(at(plane, row, Role.ESTIMATE));
            broken = false;
        }
        if (!d.isEmpty()) {
            svg.path(d.toString(), "wm-l" + series % 8 + " wm-whole");
        }
        for (Seen.Row row : rows) {
            if (row.number(Role.LOWER).isPresent() && row.number(Role.UPPER).isPresent()) {
                double x = plane.x(place(row));
                double low = plane.y(row.number(Role.LOWER).getAsDouble());
                double high = plane.y(row.number(Role.UPPER).getAsDouble());
                svg.path("M" + Svg.n(x) + " " + Svg.n(low) + "V" + Svg.n(high), "wm-l" + series % 8 + " wm-whole");
            }
            if (!row.isHidden(Role.ESTIMATE)) {
                svg.point(plane.x(place(row)), plane.y(row.number(Role.ESTIMATE).orElseThrow()), series, true);
            }
        }
    }

    private String at(Plane plane, Seen.Row row, Role role) {
        return Svg.n(plane.x(place(row))) + " " + Svg.n(plane.y(row.number(role).orElseThrow()));
    }

    /** What is projected: a band that opens at the last year that was observed, and a broken line within. */
    private void fan(Svg svg, Plane plane, List<Seen.Row> rows, int series) {
        List<Seen.Row> ahead = rows.stream()
                .filter(row -> basis(row).equals(PROJECTED) && !row.isHidden(Role.ESTIMATE))
                .toList();
        if (ahead.isEmpty()) {
            return;
        }
        Optional<Seen.Row> start = rows.stream()
                .filter(row -> basis(row).equals(OBSERVED) && !row.isHidden(Role.ESTIMATE))
                .reduce((a, b) -> b);
        String begin =
                start.map(row -> "M" + at(plane, row, Role.ESTIMATE) + "L").orElse("M");
        List<Seen.Row> limited = ahead.stream()
                .filter(row -> row.number(Role.LOWER).isPresent()
                        && row.number(Role.UPPER).isPresent())
                .toList();
        if (limited.size() == ahead.size()) {
            StringBuilder band = new StringBuilder(begin);
            for (int i = 0; i < ahead.size(); i++) {
                band.append(i == 0 ? "" : "L").append(at(plane, ahead.get(i), Role.UPPER));
            }
            for (int i = ahead.size() - 1; i >= 0; i--) {
                band.append('L').append(at(plane, ahead.get(i), Role.LOWER));
            }
            svg.path(band.append('z').toString(), "wm-a" + series % 8);
        }
        StringBuilder line = new StringBuilder(begin);
        for (int i = 0; i < ahead.size(); i++) {
            line.append(i == 0 ? "" : "L").append(at(plane, ahead.get(i), Role.ESTIMATE));
        }
        svg.path(line.toString(), "wm-l" + series % 8 + " wm-p");
        ahead.forEach(row ->
                svg.point(plane.x(place(row)), plane.y(row.number(Role.ESTIMATE).orElseThrow()), series, false));
    }

    /** The goals of the years, if they differ. */
    private void path(Svg svg, Plane plane, List<Seen.Row> rows) {
        Role role = rows.stream().anyMatch(row -> basis(row).equals(TARGET)) ? Role.ESTIMATE : Role.GOAL;
        List<Seen.Row> steps = rows.stream()
                .filter(row -> role == Role.GOAL || basis(row).equals(TARGET))
                .filter(row -> row.number(role).isPresent())
                .toList();
        if (steps.isEmpty() || role == Role.GOAL && goal().isPresent()) {
            return;
        }
        StringBuilder d = new StringBuilder();
        for (Seen.Row row : steps) {
            d.append(d.isEmpty() ? "M" : "L").append(at(plane, row, role));
            double x = plane.x(place(row));
            double y = plane.y(row.number(role).orElseThrow());
            svg.line(x - 7, y, x + 7, y, "wm-edge-2");
        }
        svg.path(d.toString(), "wm-goal");
    }

    @Override
    Map<String, Object> vega() {
        Map<String, Object> x = Spec.object(
                "field",
                "period",
                "type",
                "ordinal",
                "sort",
                seen().texts(Role.PERIOD),
                "title",
                seen().name(Role.PERIOD));
        Map<String, Object> y = Spec.numbers(seen(), Role.ESTIMATE, false);
        Map<String, Object> line = Spec.object("x", x, "y", y);
        Map<String, Object> points = Spec.object("x", x, "y", y, "tooltip", Spec.tooltip(seen()));
        Map<String, Object> band =
                Spec.object("x", x, "y", Spec.numbers(seen(), Role.ESTIMATE, false), "y2", Spec.just("upper"));
        if (seen().has(Role.GROUP)) {
            line.put("color", Spec.colour(seen()));
            points.put("color", Spec.colour(seen()));
            points.put("shape", Spec.byGroup(seen()));
            band.put("color", Spec.colour(seen()));
        }
        if (seen().has(Role.BASIS)) {
            line.put("strokeDash", Spec.object("field", "basis", "type", "nominal", "title", ""));
        }
        Stream<Map<String, Object>> limits = Stream.of();
        if (seen().has(Role.LOWER) && seen().has(Role.UPPER)) {
            band.put("y", Spec.numbers(seen(), Role.LOWER, false));
            limits = Stream.of(Spec.layer(false, Spec.object("type", "rule"), band));
        }
        return Spec.layers(
                limits,
                Stream.of(
                        // Rows without a number stay in, so that the line breaks at them.
                        Spec.object("mark", Spec.object("type", "line"), "encoding", line),
                        Spec.layer(false, Spec.object("type", "point", "filled", true, "size", 70), points),
                        Spec.layer(
                                true,
                                Spec.object("type", "text", "fontStyle", "italic"),
                                Spec.object("x", x, "y", Spec.object("value", 8), "text", Spec.just("shown")))),
                goal().stream().map(value -> Spec.rule("y", value, goalInWords(value))));
    }

    @Override
    Optional<Map<String, Object>> echarts() {
        return Optional.of(PointerCharts.lines(this));
    }
}
