package org.waymark.io.chart;

import static org.waymark.io.internal.Markup.escaped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.io.internal.Palette;

/** A sheet that grows downwards: elements are put upon it, coordinates have a tenth of a pixel. */
final class Svg {
    static final double MARGIN = 14;

    /** Where a text begins, has its middle, or ends. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final int width;
    private final StringBuilder body = new StringBuilder();
    private double y = MARGIN;

    Svg(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    /** How far down the sheet is used. */
    double y() {
        return y;
    }

    void down(double by) {
        y += by;
    }

    /** The width between the margins. */
    double inner() {
        return width - 2 * MARGIN;
    }

    boolean isNarrow() {
        return width < 480;
    }

    /** One line of text upon a baseline, kept inside the sheet. */
    void text(double x, double baseline, Anchor anchor, Face face, String text) {
        text(x, baseline, anchor, face, face.css(), text);
    }

    void text(double x, double baseline, Anchor anchor, Face face, String css, String text) {
        double wide = TextWidth.of(text, face);
        double before = anchor == Anchor.START ? 0 : anchor == Anchor.MIDDLE ? wide / 2 : wide;
        double kept = Math.max(2 + before, Math.min(x, width - 2 - wide + before));
        body.append("<text x=\"")
                .append(n(kept))
                .append("\" y=\"")
                .append(n(baseline))
                .append("\" class=\"")
                .append(css);
        if (anchor != Anchor.START) {
            body.append("\" text-anchor=\"").append(anchor == Anchor.MIDDLE ? "middle" : "end");
        }
        body.append("\">").append(escaped(text)).append("</text>\n");
    }

    /** Text from margin to margin, as many lines as it needs; the sheet goes down by them. */
    void paragraph(String text, Face face) {
        for (String line : TextWidth.wrap(text, face, inner())) {
            y += face.line();
            text(MARGIN, y - face.size() * 0.3, Anchor.START, face, line);
        }
    }

    void line(double x1, double y1, double x2, double y2, String css) {
        body.append("<line x1=\"")
                .append(n(x1))
                .append("\" y1=\"")
                .append(n(y1))
                .append("\" x2=\"");
        body.append(n(x2))
                .append("\" y2=\"")
                .append(n(y2))
                .append("\" class=\"")
                .append(css)
                .append("\"/>\n");
    }

    void rect(double x, double top, double wide, double high, String css) {
        rect(x, top, wide, high, css, "");
    }

    void rect(double x, double top, double wide, double high, String css, String style) {
        body.append("<rect x=\"").append(n(x)).append("\" y=\"").append(n(top)).append("\" width=\"");
        body.append(n(wide)).append("\" height=\"").append(n(high));
        if (!css.isEmpty()) {
            body.append("\" class=\"").append(css);
        }
        if (!style.isEmpty()) {
            body.append("\" style=\"").append(style);
        }
        body.append("\"/>\n");
    }

    void path(String d, String css) {
        body.append("<path d=\"").append(d).append("\" class=\"").append(css).append("\"/>\n");
    }

    /** Slanted lines over a rectangle: here something may lie anywhere. */
    void hatch(double x, double top, double wide, double high) {
        rect(x, top, wide, high, "wm-veil");
        StringBuilder d = new StringBuilder();
        double step = 8;
        for (double start = -high + step / 2; start < wide; start += step) {
            double from = Math.max(0, start);
            double until = Math.min(wide, start + high);
            d.append('M').append(n(x + from)).append(' ').append(n(top + high - (from - start)));
            d.append('L').append(n(x + until)).append(' ').append(n(top + high - (until - start)));
        }
        path(d.toString(), "wm-hatch");
    }

    /** The shape of a series, filled or open. */
    void point(double x, double middle, int series, boolean filled) {
        double r = 5.2;
        String d = switch (series % 8) {
            case 0 -> circle(x, middle, r);
            case 1 -> polygon(x, middle, -r, -r * 0.9, r, -r * 0.9, r, r * 0.9, -r, r * 0.9);
            case 2 -> polygon(x, middle, 0, -r * 1.25, r * 1.15, r * 0.85, -r * 1.15, r * 0.85);
            case 3 -> polygon(x, middle, 0, -r * 1.3, r * 1.3, 0, 0, r * 1.3, -r * 1.3, 0);
            case 4 -> polygon(x, middle, 0, r * 1.25, r * 1.15, -r * 0.85, -r * 1.15, -r * 0.85);
            case 5 -> cross(x, middle, r * 1.15, r * 0.42);
            case 6 -> polygon(x, middle, -r * 1.3, -r * 0.5, r * 1.3, -r * 0.5, r * 1.3, r * 0.5, -r * 1.3, r * 0.5);
            default -> polygon(x, middle, -r * 0.5, -r * 1.3, r * 0.5, -r * 1.3, r * 0.5, r * 1.3, -r * 0.5, r * 1.3);
        };
        path(d, (filled ? "wm-f" : "wm-o wm-l") + series % 8);
    }

    private static String circle(double x, double y, double r) {
        String arc = "a" + n(r) + " " + n(r) + " 0 1 0 ";
        return "M" + n(x - r) + " " + n(y) + arc + n(2 * r) + " 0" + arc + n(-2 * r) + " 0z";
    }

    private static String cross(double x, double y, double r, double w) {
        return polygon(x, y, -w, -r, w, -r, w, -w, r, -w, r, w, w, w, w, r, -w, r, -w, w, -r, w, -r, -w, -w, -w);
    }

    private static String polygon(double x, double y, double... offsets) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < offsets.length; i += 2) {
            d.append(i == 0 ? 'M' : 'L').append(n(x + offsets[i])).append(' ').append(n(y + offsets[i + 1]));
        }
        return d.append('z').toString();
    }

    /**
     * Names of series with their lines and shapes, in as many lines as they need.
     *
     * @param css more about the lines
     * @param goal what a line of goals is called, if there is one
     */
    void legend(List<String> series, String css, Optional<String> goal) {
        List<String> names = new ArrayList<>(series);
        goal.ifPresent(names::add);
        if (names.isEmpty()) {
            return;
        }
        double x = MARGIN;
        double sample = 34;
        y += 20;
        for (int i = 0; i < names.size(); i++) {
            List<String> words = TextWidth.wrap(names.get(i), Face.SMALL, inner() - sample - 4);
            double needed = sample + 4 + TextWidth.widest(words, Face.SMALL) + 14;
            if (x > MARGIN && x + needed - 14 > width - MARGIN) {
                x = MARGIN;
                y += 18;
            }
            boolean isSeries = i < series.size();
            line(x, y - 4, x + sample - 4, y - 4, isSeries ? "wm-l" + i % 8 + " " + css : "wm-goal");
            if (isSeries) {
                point(x + sample / 2 - 2, y - 4, i, true);
            }
            for (int w = 0; w < words.size(); w++) {
                y += w == 0 ? 0 : Face.SMALL.line();
                text(x + sample + 4, y, Anchor.START, Face.SMALL, words.get(w));
            }
            x += needed;
        }
        y += 8;
    }

    /** The whole document. */
    String finish(String title, String description, String language) {
        String high = n(Math.ceil(y + MARGIN));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + high + "\" width=\"" + width
                + "\" height=\"" + high + "\" role=\"img\" lang=\"" + escaped(language)
                + "\" class=\"wm\" aria-label=\""
                + escaped(title) + "\">\n<title>" + escaped(title) + "</title>\n<desc>" + escaped(description)
                + "</desc>\n<style>" + STYLE + "</style>\n<rect width=\"" + width + "\" height=\"" + high
                + "\" class=\"wm-bg\"/>\n" + body + "</svg>\n";
    }

    /** A coordinate. */
    static String n(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    private static final String[] DASHES = {"", "7 3", "2 3", "9 3 2 3", "4 4", "12 3", "1 3", "6 2 2 2"};

    private static final String STYLE = style();

    private static String style() {
        StringBuilder out = new StringBuilder("\n.wm{font-family:Arial,Helvetica,'Liberation Sans',sans-serif}\n");
        for (Face face : Face.values()) {
            out.append('.')
                    .append(face.css())
                    .append("{font-size:")
                    .append(n(face.size()))
                    .append("px");
            out.append(face.bold() ? ";font-weight:bold}\n" : "}\n");
        }
        out.append(".wm-line,.wm-edge,.wm-hatch,.wm-goal{fill:none;stroke-width:1}\n")
                .append(".wm-goal{stroke-width:2;stroke-dasharray:6 4}\n.wm-veil{opacity:.6}\n");
        for (int i = 0; i < DASHES.length; i++) {
            out.append(".wm-l").append(i).append("{fill:none;stroke-width:2");
            out.append(DASHES[i].isEmpty() ? "" : ";stroke-dasharray:" + DASHES[i])
                    .append("}\n");
            out.append(".wm-a").append(i).append("{opacity:.18}\n");
        }
        // A whisker and the rim of an open point are never broken.
        out.append(
                        ".wm-o{fill:none;stroke-width:2;stroke-dasharray:none!important}\n.wm-p{stroke-dasharray:5 4!important}\n")
                .append(".wm-whole{stroke-dasharray:none!important}\n.wm-edge-2{stroke-width:2}\n")
                .append(".wm-black{fill:#14181d!important}\n.wm-white{fill:#ffffff!important}\n");
        colours(out, Palette.LIGHT);
        out.append("@media screen and (prefers-color-scheme:dark){\n");
        colours(out, Palette.DARK);
        return out.append("}\n").toString();
    }

    private static void colours(StringBuilder out, Palette palette) {
        out.append(".wm-bg,.wm-veil{fill:").append(palette.background()).append("}\n.wm-t,.wm-h,.wm-b{fill:");
        out.append(palette.ink())
                .append("}\n.wm-s{fill:")
                .append(palette.soft())
                .append("}\n.wm-line{stroke:");
        out.append(palette.line()).append("}\n.wm-edge,.wm-hatch{stroke:").append(palette.edge());
        out.append("}\n.wm-edge-2{stroke:")
                .append(palette.soft())
                .append("}\n.wm-goal{stroke:")
                .append(palette.ink())
                .append("}\n.wm-ribbon{fill:")
                .append(palette.bad());
        out.append("}\n.wm-on{fill:").append(palette.background()).append("}\n");
        for (int i = 0; i < palette.series().size(); i++) {
            String colour = palette.series().get(i);
            out.append(".wm-f")
                    .append(i)
                    .append(",.wm-a")
                    .append(i)
                    .append("{fill:")
                    .append(colour);
            out.append("}\n.wm-l").append(i).append("{stroke:").append(colour).append("}\n");
        }
    }
}
