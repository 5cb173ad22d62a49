package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.io.chart.Svg.Anchor;

/** Rows one below the other, each with a name, a place on a common axis, and its figure in print. */
final class Lanes {
    private static final double GAP = 10;
    private static final double ABOVE = 7;

    /** More rows cannot be read as a picture. */
    static final int MOST = 400;

    /**
     * A row.
     *
     * @param family the heading under which it stands; empty for none
     * @param label its name
     * @param value its figure in print; for a row that is hidden, its mark
     * @param hidden whether the table does not show it
     */
    record Lane(String family, String label, String value, boolean hidden) {}

    /** Draws what is in a row that is not hidden. */
    @FunctionalInterface
    interface Painter {
        /**
         * Draws.
         *
         * @param lane which row
         * @param middle its height
         * @param from where the axis begins
         * @param until where it ends
         */
        void paint(int lane, double middle, double from, double until);
    }

    private final Svg svg;
    private final List<Lane> lanes;
    private final double high;

    Lanes(Svg svg, List<Lane> lanes, double high) {
        if (lanes.size() > MOST) {
            throw new IllegalArgumentException("table: must have at most " + MOST + " rows for a row each, had "
                    + lanes.size() + "; a funnel plot shows more");
        }
        this.svg = svg;
        this.lanes = lanes;
        this.high = high;
    }

    void draw(Range range, Optional<Double> goal, String goalInWords, Painter painter) {
        boolean narrow = svg.isNarrow();
        List<String> values =
                lanes.stream().filter(lane -> !lane.hidden()).map(Lane::value).toList();
        double valueWidth = TextWidth.widest(values, Face.BODY);
        double most = narrow ? svg.inner() - valueWidth - GAP : svg.inner() * 0.36;
        List<List<String>> labels = lanes.stream()
                .map(lane -> TextWidth.wrap(lane.label(), Face.BODY, most))
                .toList();
        double labelWidth = labels.stream()
                .mapToDouble(lines -> TextWidth.widest(lines, Face.BODY))
                .max()
                .orElse(0);
        double left = narrow ? Svg.MARGIN : Svg.MARGIN + labelWidth + GAP;
        double right = svg.width() - Svg.MARGIN - (narrow || valueWidth == 0 ? 0 : valueWidth + GAP);
        double from = left + 7;
        double until = right - 7;

        double top = svg.y() + 4;
        if (goal.isPresent()) {
            double x = range.at(goal.get(), from, until);
            svg.text(x, top + Face.HEAD.size(), Anchor.MIDDLE, Face.HEAD, goalInWords);
            top += Face.HEAD.line() + 4;
        }
        List<Double> middles = new ArrayList<>();
        double y = top;
        String family = "";
        List<Double> headings = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            if (!lanes.get(i).family().equals(family)) {
                family = lanes.get(i).family();
                headings.add(y);
                y += TextWidth.wrap(family, Face.HEAD, svg.inner()).size() * Face.HEAD.line() + 6;
            }
            double words = labels.get(i).size() * Face.BODY.line();
            double lane = narrow ? words + high + ABOVE : Math.max(words + 6, high);
            middles.add(narrow ? y + ABOVE + words + high / 2 : y + lane / 2);
            y += lane;
        }
        double bottom = y;
        grid(range, from, until, top, bottom);
        goal.ifPresent(value -> {
            double x = range.at(value, from, until);
            svg.line(x, svg.y() + 4 + Face.HEAD.line() + 2, x, bottom, "wm-goal");
        });

        family = "";
        int heading = 0;
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            if (!lane.family().equals(family)) {
                family = lane.family();
                heading(family, headings.get(heading++));
            }
            double middle = middles.get(i);
            label(labels.get(i), middle, narrow);
            if (lane.hidden()) {
                hidden(lane.value(), middle, left, right);
            } else {
                painter.paint(i, middle, from, until);
                double baseline = narrow ? middle - high / 2 - 4 : middle + 4.5;
                if (narrow) {
                    cleared(TextWidth.of(lane.value(), Face.BODY), svg.width() - Svg.MARGIN, baseline);
                }
                svg.text(svg.width() - Svg.MARGIN, baseline, Anchor.END, Face.BODY, lane.value());
            }
        }
        svg.down(bottom - svg.y() + 20);
    }

    private void grid(Range range, double from, double until, double top, double bottom) {
        List<Double> ticks = range.ticksWithin(until - from);
        for (double tick : ticks) {
            double x = range.at(tick, from, until);
            boolean zero = Math.abs(tick) < 1e-12 && range.min() < 0;
            svg.line(x, top, x, bottom, zero ? "wm-edge" : "wm-line");
            svg.text(x, bottom + 15, Anchor.MIDDLE, Face.SMALL, range.label(tick, ticks));
        }
        svg.line(from - 7, bottom, until + 7, bottom, "wm-edge");
    }

    private void heading(String family, double top) {
        double y = top;
        for (String line : TextWidth.wrap(family, Face.HEAD, svg.inner())) {
            y += Face.HEAD.line();
            svg.text(Svg.MARGIN, y, Anchor.START, Face.HEAD, line);
        }
    }

    private void label(List<String> lines, double middle, boolean narrow) {
        double block = lines.size() * Face.BODY.line();
        double baseline = narrow ? middle - high / 2 - block + Face.BODY.size() : middle - block / 2 + Face.BODY.size();
        for (String line : lines) {
            double wide = TextWidth.of(line, Face.BODY);
            if (narrow) {
                cleared(wide, Svg.MARGIN + wide, baseline);
            }
            svg.text(Svg.MARGIN, baseline, Anchor.START, Face.BODY, line);
            baseline += Face.BODY.line();
        }
    }

    /** Takes the grid away behind words that stand upon it. */
    private void cleared(double wide, double right, double baseline) {
        svg.rect(right - wide - 2, baseline - 13, wide + 4, 17, "wm-bg");
    }

    private void hidden(String mark, double middle, double left, double right) {
        double tall = Math.min(high - 6, 18);
        svg.hatch(left, middle - tall / 2, right - left, tall);
        List<String> words = TextWidth.wrap(mark, Face.SMALL, right - left - 20);
        double wide = TextWidth.of(words.get(0), Face.SMALL) + 10;
        double centre = (left + right) / 2;
        svg.rect(centre - wide / 2, middle - tall / 2, wide, tall, "wm-bg");
        svg.text(centre, middle + 4, Anchor.MIDDLE, Face.SMALL, words.get(0));
    }
}
