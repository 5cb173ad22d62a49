package org.waymark.io.chart;

import java.util.List;
import org.waymark.io.chart.Svg.Anchor;

/** A field with an axis below and one at the left. */
final class Plane {
    private final Svg svg;
    private final Range across;
    private final Range up;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    /**
     * Draws the field; the sheet goes down by it.
     *
     * @param ticks where the axis below is labelled
     * @param labels and how
     */
    Plane(Svg svg, Range across, List<Double> ticks, List<String> labels, String below, Range up, String beside) {
        this.svg = svg;
        this.across = across;
        this.up = up;
        double high = svg.isNarrow() ? 220 : 300;
        List<Double> heights = up.ticks(6);
        List<String> words =
                heights.stream().map(tick -> up.label(tick, heights)).toList();
        left = Svg.MARGIN + TextWidth.widest(words, Face.SMALL) + 8;
        right = svg.width() - Svg.MARGIN - 10;
        svg.paragraph(beside, Face.HEAD);
        top = svg.y() + 10;
        bottom = top + high;
        for (int i = 0; i < heights.size(); i++) {
            double y = y(heights.get(i));
            svg.line(left, y, right, y, "wm-line");
            svg.text(left - 7, y + 4, Anchor.END, Face.SMALL, words.get(i));
        }
        svg.line(left, bottom, right, bottom, "wm-edge");
        double free = 0;
        for (int i = 0; i < ticks.size(); i++) {
            double x = x(ticks.get(i));
            double half = TextWidth.of(labels.get(i), Face.SMALL) / 2;
            if (x - half >= free) {
                svg.line(x, bottom, x, bottom + 4, "wm-edge");
                svg.text(x, bottom + 17, Anchor.MIDDLE, Face.SMALL, labels.get(i));
                free = x + half + 8;
            }
        }
        svg.down(bottom - svg.y() + 22);
        svg.paragraph(below, Face.HEAD);
    }

    double x(double value) {
        return across.at(value, left + 8, right - 8);
    }

    double y(double value) {
        return up.at(value, bottom, top);
    }

    /** Where the axis below begins. */
    double start() {
        return x(across.min());
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    /** A level across the field, with words at its end. */
    void level(double value, String words) {
        svg.line(left, y(value), right, y(value), "wm-goal");
        double baseline = y(value) - 6 < top + Face.HEAD.size() ? y(value) + Face.HEAD.line() : y(value) - 6;
        svg.text(right, baseline, Anchor.END, Face.HEAD, words);
    }

    /** Somewhere at this place across; how high is not told. */
    void hidden(double value, String mark) {
        svg.hatch(x(value) - 6, top, 12, bottom - top);
        double wide = TextWidth.of(mark, Face.SMALL) + 6;
        double middle = Math.max(left + wide / 2, Math.min(x(value), right - wide / 2));
        svg.rect(middle - wide / 2, bottom - 22, wide, 16, "wm-bg");
        svg.text(middle, bottom - 10, Anchor.MIDDLE, Face.SMALL, mark);
    }
}
