package org.waymark.io.chart;

import static org.waymark.io.internal.Markup.escaped;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.io.internal.HtmlTable;
import org.waymark.io.internal.Shown;
import org.waymark.io.language.Language;

/**
 * A picture of a table. The same table gives the same text, whatever the place, the time zone and the fonts.
 *
 * <p>The SVG needs nothing from elsewhere: light and dark are a media query in it, every text fits by a table of widths, and
 * each series has a shape and a dash of its own. Somebody who does not see it is told the rows.
 */
public final class Chart {
    private static final int USUAL = 720;
    private static final int NARROW = 320;
    private static final int NARROWEST = 240;
    private static final int WIDEST = 2000;

    /** The kinds of pictures. */
    public enum Kind {
        /** A point per group with its interval, beside a goal. */
        DOT_PLOT,
        /** Two points per group and the way between them. */
        DUMBBELL,
        /** Lines over years, the path to a goal, and a fan of what is projected. */
        TREND,
        /** What is left of each group at each stage. */
        PIPELINE_FUNNEL,
        /** Two bars per group: its share of one and of the other. */
        PAIR_BARS,
        /** Steps over time with bands. */
        ATTAINMENT_CURVE,
        /** A point per school by its size, between limits of chance. */
        FUNNEL_PLOT,
        /** A grid of two crossed groups. */
        HEAT_TABLE;

        /** Its name in files of words. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Drawing drawing;
    private final String title;

    Chart(Drawing drawing, String title) {
        this.drawing = drawing;
        this.title = title;
    }

    /** What kind of picture it is. */
    public Kind kind() {
        return drawing.kind();
    }

    /** What it shows. */
    public String title() {
        return title;
    }

    /** Whether it may be shown to everyone. */
    public boolean isPublic() {
        return shown().isPublic();
    }

    private Shown shown() {
        return drawing.seen().shown();
    }

    /** What somebody is told who does not see it. */
    public String description() {
        return drawing.description();
    }

    /** The picture as SVG, 720 pixels wide, with its title, its notes and its claim. */
    public String toSvg() {
        return toSvg(USUAL);
    }

    /**
     * The picture as SVG; below 480 pixels it is laid out for a telephone.
     *
     * @param width in pixels, from 240 to 2000
     */
    public String toSvg(int width) {
        return svg(width, true);
    }

    /** The picture as SVG without title, notes and claim, for a page that prints them beside it. */
    public String toBareSvg(int width) {
        return svg(width, false);
    }

    private String svg(int width, boolean alone) {
        if (width < NARROWEST || width > WIDEST) {
            throw new IllegalArgumentException("width: must be from " + NARROWEST + " to " + WIDEST + ", was " + width);
        }
        Svg svg = new Svg(width);
        if (!isPublic()) {
            ribbon(svg);
        }
        if (alone) {
            svg.paragraph(title, Face.TITLE);
        }
        svg.paragraph(drawing.subtitle(), Face.SMALL);
        drawing.draw(svg);
        if (alone) {
            svg.down(6);
            shown().notes().forEach(note -> svg.paragraph(note, Face.SMALL));
            if (isPublic()) {
                svg.paragraph(shown().claim(), Face.SMALL);
            }
        }
        return svg.finish(
                title, drawing.description(), drawing.seen().language().tag());
    }

    /** Says on its face that it is not for everyone. */
    private void ribbon(Svg svg) {
        List<String> lines = TextWidth.wrap(analysts(), Face.HEAD, svg.inner() - 16);
        double high = lines.size() * Face.HEAD.line() + 8;
        svg.rect(Svg.MARGIN, svg.y(), svg.inner(), high, "wm-ribbon");
        for (String line : lines) {
            svg.down(Face.HEAD.line());
            svg.text(Svg.MARGIN + 8, svg.y(), Svg.Anchor.START, Face.HEAD, "wm-h wm-on", line);
        }
        svg.down(high - lines.size() * Face.HEAD.line() + 4);
    }

    private String analysts() {
        return drawing.word("analysts", shown().claim());
    }

    /**
     * The picture as a specification of Vega-Lite 5, as JSON, with the data inside. What the table hides has no number in it.
     */
    public String toVegaLite() {
        Map<String, Object> spec = Spec.object(
                "$schema",
                "https://vega.github.io/schema/vega-lite/v5.json",
                "title",
                Spec.object("text", title, "subtitle", isPublic() ? drawing.subtitle() : analysts(), "anchor", "start"),
                "description",
                drawing.description(),
                "usermeta",
                Spec.object("notes", shown().notes(), "claim", isPublic() ? shown().claim() : analysts()),
                "data",
                Spec.object("values", Spec.values(drawing.seen())));
        spec.putAll(drawing.vega());
        return Spec.json(spec);
    }

    /** The picture as options of ECharts 5, as JSON; empty for a kind that gains nothing by being moved and pointed at. */
    public Optional<String> toECharts() {
        return drawing.echarts().map(options -> {
            Map<String, Object> all = Spec.object(
                    "animation",
                    false,
                    "aria",
                    Spec.object("enabled", true, "label", Spec.object("description", drawing.description())));
            all.putAll(options);
            return Spec.json(all);
        });
    }

    /**
     * The picture as a piece of HTML: a {@code figure} with the SVG for a wide place and for a narrow one, the data as a table,
     * notes and claim. Notebooks show it.
     */
    public String toHtml() {
        Language language = drawing.seen().language();
        StringBuilder out = new StringBuilder("<figure class=\"waymark chart\">\n<style>@media (max-width:639px)")
                .append("{.wm-wide{display:none}}@media (min-width:640px){.wm-narrow{display:none}}</style>\n")
                .append("<div class=\"wm-wide\">\n")
                .append(toBareSvg(USUAL))
                .append("</div>\n<div class=\"wm-narrow\">\n")
                .append(toBareSvg(NARROW))
                .append("</div>\n<figcaption>\n<p>")
                .append(escaped(title))
                .append("</p>\n");
        shown().notes().forEach(note -> out.append("<p>").append(escaped(note)).append("</p>\n"));
        String claim = isPublic() ? shown().claim() : analysts();
        out.append("<p class=\"statement\">").append(escaped(claim)).append("</p>\n<details><summary>");
        return out.append(escaped(drawing.word("data_table")))
                .append("</summary>\n")
                .append(HtmlTable.of(shown(), column -> language.column(column.name()), language::said))
                .append("</details>\n</figcaption>\n</figure>\n")
                .toString();
    }

    /** What it is, in a line. */
    @Override
    public String toString() {
        return kind().key().replace('_', ' ') + " of " + title + ": "
                + shown().rows().size() + " rows, " + (isPublic() ? "public" : "for analysts");
    }
}
