package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Two bars per group: its share of the one and of the other. */
final class PairBars extends Drawing {
    PairBars(Seen seen, Optional<Double> goal) {
        super(seen, goal, Role.GROUP, Role.ESTIMATE, Role.REFERENCE);
    }

    @Override
    Chart.Kind kind() {
        return Chart.Kind.PAIR_BARS;
    }

    @Override
    String subtitle() {
        return word("group_and_reference", seen().name(Role.ESTIMATE), seen().name(Role.REFERENCE));
    }

    @Override
    void draw(Svg svg) {
        List<Seen.Row> rows = seen().rows();
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (Seen.Row row : rows) {
            boolean hidden = row.isHidden(Role.ESTIMATE) && row.isHidden(Role.REFERENCE);
            String value = (row.isHidden(Role.ESTIMATE) ? row.mark(Role.ESTIMATE) : row.text(Role.ESTIMATE)) + " / "
                    + (row.isHidden(Role.REFERENCE) ? row.mark(Role.REFERENCE) : row.text(Role.REFERENCE));
            lanes.add(new Lanes.Lane("", row.text(Role.GROUP), hidden ? row.mark(Role.ESTIMATE) : value, hidden));
        }
        Range range = range(true, Role.ESTIMATE, Role.REFERENCE);
        Optional<Double> goal = goal();
        new Lanes(svg, lanes, 36).draw(range, goal, goal.map(this::goalInWords).orElse(""), (i, y, from, until) -> {
            double zero = range.at(0, from, until);
            rows.get(i).number(Role.ESTIMATE).ifPresent(value -> {
                double x = range.at(value, from, until);
                svg.rect(Math.min(zero, x), y - 13, Math.abs(x - zero), 12, "wm-f0");
            });
            rows.get(i).number(Role.REFERENCE).ifPresent(value -> {
                double x = range.at(value, from, until);
                svg.rect(Math.min(zero, x), y + 1, Math.abs(x - zero), 11, "wm-bg wm-edge-2");
            });
        });
        explainHidden(svg);
    }

    @Override
    Map<String, Object> vega() {
        Map<String, Object> y = Spec.names(Role.GROUP, seen());
        Map<String, Object> bar = Spec.object("type", "bar", "height", 10, "yOffset", -6);
        Map<String, Object> frame =
                Spec.object("type", "bar", "height", 10, "yOffset", 6, "filled", false, "strokeWidth", 2);
        return Spec.layers(Stream.of(
                Spec.layer(
                        false,
                        bar,
                        Spec.object(
                                "x",
                                Spec.numbers(seen(), Role.ESTIMATE, true),
                                "y",
                                y,
                                "tooltip",
                                Spec.tooltip(seen()))),
                Spec.layer(false, frame, Spec.object("x", Spec.numbers(seen(), Role.REFERENCE, true), "y", y)),
                Spec.hiddenNames(y)));
    }
}
