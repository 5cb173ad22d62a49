package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.waymark.core.table.Column;

/** The share that has reached it by each time: steps with bands, since nothing is known to happen between events. */
final class AttainmentCurve extends Drawing {
    private static final List<String> STILL_WAITING = List.of("waiting", "product_limit", "actuarial");

    AttainmentCurve(Seen seen, Optional<Double> goal) {
        super(seen, goal, Role.TIME, Role.ESTIMATE);
    }

    @Override
    Chart.Kind kind() {
        return Chart.Kind.ATTAINMENT_CURVE;
    }

    private boolean turned() {
        return STILL_WAITING.contains(seen().column(Role.ESTIMATE).name());
    }

    private String measured() {
        return turned() ? word("reached_share") : seen().name(Role.ESTIMATE);
    }

    @Override
    String subtitle() {
        return measured() + (seen().has(Role.LOWER) ? ", " + word("interval") : "");
    }

    private OptionalDouble reached(Seen.Row row, Role role) {
        OptionalDouble printed = row.number(role);
        return turned() && printed.isPresent() ? OptionalDouble.of(1 - printed.getAsDouble()) : printed;
    }

    @Override
    void draw(Svg svg) {
        List<String> series = seen().series();
        svg.legend(series.size() > 1 ? series : List.of(), "", Optional.empty());
        List<Double> numbers = new ArrayList<>(List.of(0.0));
        seen().rows()
                .forEach(row -> Stream.of(Role.ESTIMATE, Role.LOWER, Role.UPPER)
                        .forEach(role -> reached(row, role).ifPresent(numbers::add)));
        goal().ifPresent(numbers::add);
        Range up = Range.over(numbers, Column.Kind.SHARE, true);
        List<Double> times = seen().numbers(Role.TIME);
        Range whole = Range.over(times, Column.Kind.NUMBER, true);
        Range part = Range.over(times, Column.Kind.NUMBER, false);
        // Years before anybody can reach it are left out.
        Range across = part.min() > 0.4 * whole.max() ? part : whole;
        List<Double> ticks = across.ticksWithin(svg.inner() - 60);
        List<String> labels =
                ticks.stream().map(tick -> across.label(tick, ticks)).toList();
        String time = seen().column(Role.TIME).meaning();
        Plane plane = new Plane(svg, across, ticks, labels, seen().name(Role.TIME) + ", " + time, up, measured());
        goal().ifPresent(value -> plane.level(value, goalInWords(value)));
        for (int s = 0; s < series.size(); s++) {
            String name = series.get(s);
            List<Seen.Row> rows = seen().rows().stream()
                    .filter(row ->
                            !seen().has(Role.GROUP) || row.text(Role.GROUP).equals(name))
                    .toList();
            band(svg, plane, rows, s);
            steps(svg, plane, rows, s);
        }
        explainHidden(svg);
    }

    private void steps(Svg svg, Plane plane, List<Seen.Row> rows, int series) {
        StringBuilder d =
                new StringBuilder("M").append(Svg.n(plane.start())).append(' ').append(Svg.n(plane.y(0)));
        boolean broken = false;
        double endX = plane.start();
        double endY = plane.y(0);
        for (Seen.Row row : rows) {
            double x = plane.x(row.number(Role.TIME).orElse(0));
            OptionalDouble value = reached(row, Role.ESTIMATE);
            if (value.isEmpty()) {
                plane.hidden(row.number(Role.TIME).orElse(0), row.mark(Role.ESTIMATE));
                broken = true;
                continue;
            }
            double y = plane.y(value.getAsDouble());
            d.append(broken ? "M" + Svg.n(x) + " " + Svg.n(y) : "H" + Svg.n(x) + "V" + Svg.n(y));
            broken = false;
            endX = x;
            endY = y;
        }
        svg.path(d.toString(), "wm-l" + series % 8);
        svg.point(endX, endY, series, true);
    }

    /** A band over every stretch in which the limits are told. */
    private void band(Svg svg, Plane plane, List<Seen.Row> rows, int series) {
        List<double[]> stretch = new ArrayList<>();
        for (Seen.Row row : rows) {
            OptionalDouble one = reached(row, Role.LOWER);
            OptionalDouble other = reached(row, Role.UPPER);
            if (one.isEmpty() || other.isEmpty()) {
                band(svg, stretch, series);
                stretch.clear();
                continue;
            }
            double x = plane.x(row.number(Role.TIME).orElse(0));
            stretch.add(new double[] {x, plane.y(one.getAsDouble()), plane.y(other.getAsDouble())});
        }
        band(svg, stretch, series);
    }

    private static void band(Svg svg, List<double[]> stretch, int series) {
        if (stretch.size() < 2) {
            return;
        }
        double[] first = stretch.get(0);
        StringBuilder d = new StringBuilder("M" + Svg.n(first[0]) + " " + Svg.n(first[1]));
        for (double[] step : stretch.subList(1, stretch.size())) {
            d.append('H').append(Svg.n(step[0])).append('V').append(Svg.n(step[1]));
        }
        for (int i = stretch.size() - 1; i > 0; i--) {
            d.append('V').append(Svg.n(stretch.get(i)[2])).append('V').append(Svg.n(stretch.get(i - 1)[2]));
            d.append('H').append(Svg.n(stretch.get(i - 1)[0]));
        }
        svg.path(d.append('z').toString(), "wm-a" + series % 8);
    }

    @Override
    Map<String, Object> vega() {
        List<Map<String, Object>> values = new ArrayList<>();
        List<Map<String, Object>> rows = Spec.values(seen());
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> value = rows.get(i);
            Seen.Row row = seen().rows().get(i);
            for (Role role : List.of(Role.ESTIMATE, Role.LOWER, Role.UPPER)) {
                reached(row, role).ifPresent(number -> value.put(Spec.field(role), number));
            }
            values.add(value);
        }
        Map<String, Object> x = Spec.numbers(seen(), Role.TIME, true);
        Map<String, Object> y = Spec.numbers(seen(), Role.ESTIMATE, true);
        y.put("title", measured());
        Map<String, Object> line = Spec.object("x", x, "y", y);
        Map<String, Object> band = Spec.object("x", x, "y2", Spec.just("upper"));
        if (seen().has(Role.GROUP)) {
            line.put("color", Spec.colour(seen()));
            line.put("strokeDash", Spec.byGroup(seen()));
            band.put("color", Spec.colour(seen()));
        }
        Stream<Map<String, Object>> limits = Stream.of();
        if (seen().has(Role.LOWER) && seen().has(Role.UPPER)) {
            Map<String, Object> lower = Spec.numbers(seen(), Role.LOWER, true);
            lower.put("title", measured());
            band.put("y", lower);
            limits = Stream.of(
                    Spec.layer(false, Spec.object("type", "area", "interpolate", "step-after", "opacity", 0.2), band));
        }
        Map<String, Object> spec = Spec.object("data", Spec.object("values", values));
        spec.putAll(Spec.layers(
                limits,
                Stream.of(Spec.object(
                        "mark", Spec.object("type", "line", "interpolate", "step-after"), "encoding", line)),
                goal().stream().map(value -> Spec.rule("y", value, goalInWords(value)))));
        return spec;
    }
}
