package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is left of each group at each stage. */
final class PipelineFunnel extends Drawing {
    PipelineFunnel(Seen seen, Optional<Double> goal) {
        super(seen, goal, Role.STAGE, Role.GROUP, Role.ESTIMATE);
        seen.series();
    }

    @Override
    Chart.Kind kind() {
        return Chart.Kind.PIPELINE_FUNNEL;
    }

    @Override
    String subtitle() {
        return seen().name(Role.ESTIMATE);
    }

    @Override
    void draw(Svg svg) {
        List<String> groups = seen().series();
        // Stage by stage in the order of the table, whatever the order of its rows.
        List<Seen.Row> rows = new ArrayList<>();
        for (String stage : seen().texts(Role.STAGE)) {
            seen().rows().stream()
                    .filter(row -> row.text(Role.STAGE).equals(stage))
                    .forEach(rows::add);
        }
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (Seen.Row row : rows) {
            boolean hidden = row.isHidden(Role.ESTIMATE);
            String value = hidden ? row.mark(Role.ESTIMATE) : row.text(Role.ESTIMATE);
            lanes.add(new Lanes.Lane(row.text(Role.STAGE), row.text(Role.GROUP), value, hidden));
        }
        Range range = range(true, Role.ESTIMATE);
        Optional<Double> goal = goal();
        new Lanes(svg, lanes, 24).draw(range, goal, goal.map(this::goalInWords).orElse(""), (i, y, from, until) -> {
            int series = groups.indexOf(rows.get(i).text(Role.GROUP));
            double zero = range.at(0, from, until);
            double x = range.at(rows.get(i).number(Role.ESTIMATE).orElseThrow(), from, until);
            svg.rect(zero, y - 8, x - zero, 16, "wm-f" + series);
        });
        explainHidden(svg);
    }

    @Override
    Map<String, Object> vega() {
        Map<String, Object> y = Spec.names(Role.GROUP, seen());
        y.put("title", "");
        Map<String, Object> layered = Spec.layers(Stream.of(
                Spec.layer(
                        false,
                        Spec.object("type", "bar"),
                        Spec.object(
                                "x",
                                Spec.numbers(seen(), Role.ESTIMATE, true),
                                "y",
                                y,
                                "color",
                                Spec.colour(seen()),
                                "tooltip",
                                Spec.tooltip(seen()))),
                Spec.hiddenNames(y)));
        Map<String, Object> stages = Spec.object(
                "field",
                "stage",
                "type",
                "nominal",
                "sort",
                seen().texts(Role.STAGE),
                "title",
                "",
                "header",
                Spec.object("labelAngle", 0, "labelAlign", "left", "labelLimit", 0));
        return Spec.object("facet", Spec.object("row", stages), "spec", layered);
    }
}
