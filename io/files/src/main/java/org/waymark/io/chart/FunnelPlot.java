package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.core.table.Column;

/** A point per school by its size, between limits of chance. */
final class FunnelPlot extends Drawing {
    /** Two-sided, of the standard normal distribution: 95 % and 99.8 %. */
    private static final double[] REACH = {1.959963984540054, 3.090232306167813};

    private static final int CURVE = 60;
    private static final int NAMED = 10;

    /**
     * What the schools are held to.
     *
     * @param value the share
     * @param given whether the table prints it
     */
    private record Centre(double value, boolean given) {}

    FunnelPlot(Seen seen, Optional<Double> goal) {
        super(seen, goal, Role.GROUP, Role.ESTIMATE, Role.SIZE);
        if (seen.kind(Role.ESTIMATE) != Column.Kind.SHARE) {
            throw new IllegalArgumentException("table: must have a share to draw a funnel, "
                    + seen.column(Role.ESTIMATE).name() + " is none");
        }
    }

    @Override
    Chart.Kind kind() {
        return Chart.Kind.FUNNEL_PLOT;
    }

    @Override
    String subtitle() {
        return centre().map(centre -> word("limits", centreInWords(centre))).orElse(seen().name(Role.ESTIMATE));
    }

    private String centreInWords(Centre centre) {
        String words = seen().name(centre.given() ? Role.REFERENCE : Role.ESTIMATE) + " " + printed(centre.value());
        return word(centre.given() ? "centre_given" : "centre_pooled", words);
    }

    private List<Seen.Row> drawn() {
        return seen().rows().stream()
                .filter(row ->
                        !row.isHidden(Role.ESTIMATE) && row.number(Role.SIZE).orElse(0) > 0)
                .toList();
    }

    /** One figure for all rows if the table prints it, else that of all rows drawn together. */
    private Optional<Centre> centre() {
        List<Double> given = seen().numbers(Role.REFERENCE).stream().distinct().toList();
        if (given.size() == 1) {
            return Optional.of(new Centre(given.get(0), true));
        }
        double yes = 0;
        double all = 0;
        for (Seen.Row row : drawn()) {
            double n = row.number(Role.SIZE).orElseThrow();
            yes += row.number(Role.SUCCESSES)
                    .orElse(n * row.number(Role.ESTIMATE).orElseThrow());
            all += n;
        }
        return all > 0 ? Optional.of(new Centre(yes / all, false)) : Optional.empty();
    }

    private static double limit(double centre, double n, double reach) {
        return Math.max(0, Math.min(1, centre + reach * Math.sqrt(centre * (1 - centre) / n)));
    }

    private static boolean outside(double value, double n, double centre) {
        return value < limit(centre, n, -REACH[1]) || value > limit(centre, n, REACH[1]);
    }

    @Override
    void draw(Svg svg) {
        List<Seen.Row> rows = drawn();
        List<Double> heights = new ArrayList<>(seen().numbers(Role.ESTIMATE, Role.REFERENCE));
        goal().ifPresent(heights::add);
        List<Double> sizes =
                rows.stream().map(row -> row.number(Role.SIZE).orElseThrow()).toList();
        double fewest = sizes.stream().mapToDouble(n -> n).min().orElse(1);
        centre().ifPresent(centre -> {
            heights.add(limit(centre.value(), fewest, -REACH[0]));
            heights.add(limit(centre.value(), fewest, REACH[0]));
        });
        Range up = Range.over(heights, Column.Kind.SHARE, false);
        Range across = Range.over(sizes, Column.Kind.COUNT, true);
        List<Double> ticks = across.ticksWithin(svg.inner() - 60);
        List<String> labels =
                ticks.stream().map(tick -> across.label(tick, ticks)).toList();
        Plane plane = new Plane(svg, across, ticks, labels, seen().name(Role.SIZE), up, seen().name(Role.ESTIMATE));
        centre().ifPresent(centre -> limits(svg, plane, across, up, centre.value()));
        goal().ifPresent(value -> plane.level(value, goalInWords(value)));
        points(svg, plane, rows);
        int hidden = seen().rows().size() - rows.size();
        if (hidden > 0) {
            svg.paragraph(word("hidden_rows", hidden, seen().rows().size()), Face.SMALL);
        }
    }

    private static void limits(Svg svg, Plane plane, Range across, Range up, double centre) {
        svg.line(plane.left(), plane.y(centre), plane.right(), plane.y(centre), "wm-edge-2");
        for (int level = 0; level < REACH.length; level++) {
            for (int side = -1; side <= 1; side += 2) {
                StringBuilder d = new StringBuilder();
                for (int i = 1; i <= CURVE; i++) {
                    // Closer together where the curve bends.
                    double n = across.max() * i * i / (CURVE * CURVE);
                    double value = limit(centre, n, side * REACH[level]);
                    if (value >= up.min() && value <= up.max()) {
                        d.append(d.isEmpty() ? "M" : "L")
                                .append(Svg.n(plane.x(n)))
                                .append(' ');
                        d.append(Svg.n(plane.y(value)));
                    }
                }
                if (!d.isEmpty()) {
                    svg.path(d.toString(), level == 0 ? "wm-edge wm-p" : "wm-edge");
                }
            }
        }
    }

    private void points(Svg svg, Plane plane, List<Seen.Row> rows) {
        Optional<Centre> centre = centre();
        List<double[]> taken = new ArrayList<>();
        int named = 0;
        for (Seen.Row row : rows) {
            double n = row.number(Role.SIZE).orElseThrow();
            double value = row.number(Role.ESTIMATE).orElseThrow();
            boolean far = centre.isPresent() && outside(value, n, centre.get().value());
            svg.point(plane.x(n), plane.y(value), far ? 3 : 0, far);
        }
        for (Seen.Row row : rows) {
            double n = row.number(Role.SIZE).orElseThrow();
            double value = row.number(Role.ESTIMATE).orElseThrow();
            if (named < NAMED
                    && centre.isPresent()
                    && outside(value, n, centre.get().value())
                    && name(svg, plane.x(n), plane.y(value), row.text(Role.GROUP), taken)) {
                named++;
            }
        }
    }

    /** Writes a name beside its point, unless another name is there. */
    private static boolean name(Svg svg, double x, double y, String name, List<double[]> taken) {
        double wide = TextWidth.of(name, Face.SMALL);
        boolean left = x + 9 + wide > svg.width() - Svg.MARGIN;
        double from = left ? x - 9 - wide : x + 9;
        boolean free = from > Svg.MARGIN
                && taken.stream()
                        .noneMatch(other -> from < other[1]
                                && from + wide > other[0]
                                && Math.abs(y - other[2]) < Face.SMALL.line());
        if (free) {
            taken.add(new double[] {from, from + wide, y});
            svg.text(from, y + 4, Svg.Anchor.START, Face.SMALL, name);
        }
        return free;
    }

    @Override
    Map<String, Object> vega() {
        Map<String, Object> x = Spec.numbers(seen(), Role.SIZE, true);
        Map<String, Object> y = Spec.numbers(seen(), Role.ESTIMATE, false);
        Stream<Map<String, Object>> limits = centre().stream().flatMap(centre -> vegaLimits(centre.value()));
        return Spec.layers(
                limits,
                Stream.of(Spec.layer(
                        false,
                        Spec.object("type", "point", "size", 60),
                        Spec.object("x", x, "y", y, "tooltip", Spec.tooltip(seen())))),
                goal().stream().map(value -> Spec.rule("y", value, goalInWords(value))));
    }

    private Stream<Map<String, Object>> vegaLimits(double centre) {
        double most =
                seen().numbers(Role.SIZE).stream().mapToDouble(n -> n).max().orElse(1);
        List<Map<String, Object>> values = new ArrayList<>();
        for (double[] point : curve(centre, most)) {
            values.add(Spec.object("size", point[0], "estimate", point[1], "line", (long) point[2]));
        }
        return Stream.of(Spec.object(
                "data",
                Spec.object("values", values),
                "mark",
                Spec.object("type", "line", "strokeWidth", 1),
                "encoding",
                Spec.object(
                        "x",
                        Spec.object("field", "size", "type", "quantitative"),
                        "y",
                        Spec.object("field", "estimate", "type", "quantitative"),
                        "detail",
                        Spec.object("field", "line", "type", "nominal"))));
    }

    /** Points of the four limits: size, share, which. */
    private static List<double[]> curve(double centre, double most) {
        List<double[]> points = new ArrayList<>();
        for (int line = 0; line < 4; line++) {
            double reach = (line % 2 == 0 ? -1 : 1) * REACH[line / 2];
            for (int i = 1; i <= CURVE; i++) {
                double n = most * i * i / (CURVE * CURVE);
                points.add(new double[] {n, limit(centre, n, reach), line});
            }
        }
        return points;
    }

    @Override
    Optional<Map<String, Object>> echarts() {
        List<List<double[]>> lines = new ArrayList<>();
        centre().ifPresent(centre -> {
            double most =
                    seen().numbers(Role.SIZE).stream().mapToDouble(n -> n).max().orElse(1);
            List<double[]> all = curve(centre.value(), most);
            for (int line = 0; line < 4; line++) {
                lines.add(all.subList(line * CURVE, (line + 1) * CURVE));
            }
        });
        return Optional.of(PointerCharts.funnel(this, drawn(), lines));
    }
}
