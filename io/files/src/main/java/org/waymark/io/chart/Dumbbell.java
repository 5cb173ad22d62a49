package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Two points per group and the way between them. */
final class Dumbbell extends Drawing {
    Dumbbell(Seen seen, Optional<Double> goal) {
        super(seen, goal, Role.GROUP, Role.ESTIMATE, Role.REFERENCE);
    }

    @Override
    Chart.Kind kind() {
        return Chart.Kind.DUMBBELL;
    }

    @Override
    String subtitle() {
        String difference =
                seen().has(Role.DIFFERENCE) ? "; " + word("at_the_right", seen().name(Role.DIFFERENCE)) : "";
        return word("group_and_reference", seen().name(Role.ESTIMATE), seen().name(Role.REFERENCE)) + difference;
    }

    @Override
    void draw(Svg svg) {
        List<Seen.Row> rows = seen().rows();
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (Seen.Row row : rows) {
            boolean hidden = row.isHidden(Role.ESTIMATE) && row.isHidden(Role.REFERENCE);
            Role told = seen().has(Role.DIFFERENCE) ? Role.DIFFERENCE : Role.ESTIMATE;
            String value = row.isHidden(told) ? row.mark(told) : row.text(told);
            lanes.add(new Lanes.Lane(
                    seen().texts(Role.FAMILY).size() > 1 ? row.text(Role.FAMILY) : "",
                    row.text(Role.GROUP),
                    hidden ? row.mark(Role.ESTIMATE) : value,
                    hidden));
        }
        Range range = range(false, Role.ESTIMATE, Role.REFERENCE);
        Optional<Double> goal = goal();
        new Lanes(svg, lanes, 26).draw(range, goal, goal.map(this::goalInWords).orElse(""), (i, y, from, until) -> {
            double own = rows.get(i).number(Role.ESTIMATE).orElse(Double.NaN);
            double other = rows.get(i).number(Role.REFERENCE).orElse(Double.NaN);
            double a = range.at(own, from, until);
            double b = range.at(other, from, until);
            if (!Double.isNaN(a) && !Double.isNaN(b)) {
                svg.rect(Math.min(a, b), y - 2, Math.abs(a - b), 4, own < other ? "wm-f1" : "wm-f0");
            }
            if (!Double.isNaN(b)) {
                svg.path(opened(b, y), "wm-bg wm-edge-2");
            }
            if (!Double.isNaN(a)) {
                svg.point(a, y, own < other ? 3 : 0, true);
            }
        });
        explainHidden(svg);
    }

    /** An open circle upon the background, so that the way between ends at its rim. */
    private static String opened(double x, double y) {
        String arc = "a5 5 0 1 0 ";
        return "M" + Svg.n(x - 5) + " " + Svg.n(y) + arc + "10 0" + arc + "-10 0z";
    }

    @Override
    Map<String, Object> vega() {
        Map<String, Object> y = Spec.names(Role.GROUP, seen());
        Map<String, Object> x = Spec.numbers(seen(), Role.ESTIMATE, false);
        Map<String, Object> reference = Spec.numbers(seen(), Role.REFERENCE, false);
        return Spec.layers(
                Stream.of(
                        Spec.layer(
                                false,
                                Spec.object("type", "rule", "strokeWidth", 4),
                                Spec.object("x", x, "x2", Spec.just("reference"), "y", y)),
                        Spec.layer(
                                false,
                                Spec.object("type", "point", "filled", false, "size", 90),
                                Spec.object("x", reference, "y", y)),
                        Spec.layer(
                                false,
                                Spec.object("type", "point", "filled", true, "size", 90),
                                Spec.object("x", x, "y", y, "tooltip", Spec.tooltip(seen()))),
                        Spec.hiddenNames(y)),
                goal().stream().map(value -> Spec.rule("x", value, goalInWords(value))));
    }
}
