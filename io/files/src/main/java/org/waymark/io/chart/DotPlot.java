package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A point per group with its interval. */
final class DotPlot extends Drawing {
    DotPlot(Seen seen, Optional<Double> goal) {
        super(seen, goal, Role.GROUP, Role.ESTIMATE);
    }

    @Override
    Chart.Kind kind() {
        return Chart.Kind.DOT_PLOT;
    }

    @Override
    String subtitle() {
        return seen().name(Role.ESTIMATE) + (seen().has(Role.LOWER) ? ", " + word("interval") : "");
    }

    @Override
    void draw(Svg svg) {
        List<Seen.Row> rows = seen().rows();
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (Seen.Row row : rows) {
            boolean banded =
                    row.number(Role.LOWER).isPresent() && row.number(Role.UPPER).isPresent();
            boolean hidden = row.isHidden(Role.ESTIMATE) && !banded;
            String value = row.isHidden(Role.ESTIMATE) ? row.mark(Role.ESTIMATE) : row.text(Role.ESTIMATE);
            lanes.add(new Lanes.Lane(family(row), row.text(Role.GROUP), value, hidden));
        }
        Range range = range(false, Role.ESTIMATE, Role.LOWER, Role.UPPER, Role.GOAL);
        Optional<Double> goal = goal();
        new Lanes(svg, lanes, 26).draw(range, goal, goal.map(this::goalInWords).orElse(""), (i, y, from, until) -> {
            Seen.Row row = rows.get(i);
            double low = row.number(Role.LOWER).orElse(Double.NaN);
            double high = row.number(Role.UPPER).orElse(Double.NaN);
            if (!Double.isNaN(low) && !Double.isNaN(high)) {
                double left = range.at(low, from, until);
                double right = range.at(high, from, until);
                svg.line(left, y, right, y, "wm-l0");
                svg.line(left, y - 4, left, y + 4, "wm-l0");
                svg.line(right, y - 4, right, y + 4, "wm-l0");
            }
            row.number(Role.ESTIMATE).ifPresent(value -> svg.point(range.at(value, from, until), y, 0, true));
            OptionalDouble own = goal.isPresent() ? OptionalDouble.empty() : row.number(Role.GOAL);
            own.ifPresent(value -> {
                double x = range.at(value, from, until);
                svg.line(x, y - 9, x, y + 9, "wm-goal");
            });
        });
        explainHidden(svg);
    }

    private String family(Seen.Row row) {
        return seen().texts(Role.FAMILY).size() > 1 ? row.text(Role.FAMILY) : "";
    }

    @Override
    Map<String, Object> vega() {
        Map<String, Object> y = Spec.names(Role.GROUP, seen());
        Map<String, Object> x = Spec.numbers(seen(), Role.ESTIMATE, false);
        Stream<Map<String, Object>> limits = seen().has(Role.LOWER) && seen().has(Role.UPPER)
                ? Stream.of(Spec.layer(
                        false,
                        Spec.object("type", "rule", "strokeWidth", 2),
                        Spec.object("x", Spec.numbers(seen(), Role.LOWER, false), "x2", Spec.just("upper"), "y", y)))
                : Stream.of();
        return Spec.layers(
                limits,
                Stream.of(
                        Spec.layer(
                                false,
                                Spec.object("type", "point", "filled", true, "size", 90),
                                Spec.object("x", x, "y", y, "tooltip", Spec.tooltip(seen()))),
                        Spec.hiddenNames(y)),
                goal().stream().map(value -> Spec.rule("x", value, goalInWords(value))));
    }

    @Override
    Optional<Map<String, Object>> echarts() {
        return Optional.of(PointerCharts.dots(this));
    }
}
