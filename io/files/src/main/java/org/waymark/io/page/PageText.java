package org.waymark.io.page;

import static org.waymark.io.internal.Markup.escaped;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.io.chart.Chart;
import org.waymark.io.internal.Palette;
import org.waymark.io.internal.Shown;
import org.waymark.io.language.Language;

/** Lays a page out as HTML. */
final class PageText {
    private static final int WIDE = 760;
    private static final int NARROW = 300;
    private final Page<?> page;
    private final Language language;
    private final StringBuilder out = new StringBuilder();
    private final List<String> headings;
    private final List<String> titles;
    private boolean moves;

    PageText(Page<?> page) {
        this.page = page;
        this.language = page.language();
        headings = Told.apart(page.parts().stream()
                .map(part -> language.said(part.section().heading()))
                .toList());
        titles = Told.apart(page.parts().stream()
                .map(part -> language.said(part.shown().title()))
                .toList());
    }

    String text() {
        StringBuilder body = new StringBuilder();
        header();
        body.append(out);
        out.setLength(0);
        main();
        footer();
        body.append(out);
        return head() + body + scripts() + "</body>\n</html>\n";
    }

    private String word(String key, Object... parts) {
        return escaped(language.word(key, parts));
    }

    /** What somebody wrote, in an element of its own. */
    private String element(String name, String text) {
        return "<" + name + Told.lang(text, language) + ">" + told(text) + "</" + name + ">";
    }

    private String told(String text) {
        return escaped(language.said(text));
    }

    private String head() {
        return "<!DOCTYPE html>\n<html lang=\"" + escaped(language.tag()) + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                + " script-src 'unsafe-inline'; img-src data:\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + told(page.title())
                + "</title>\n<style>\n" + colours() + Resources.text("page.css") + "</style>\n</head>\n<body>\n";
    }

    private static String colours() {
        return ":root{" + colours(Palette.LIGHT) + "}\n@media screen and (prefers-color-scheme:dark){:root{"
                + colours(Palette.DARK) + "}}\n";
    }

    private static String colours(Palette palette) {
        return "--bg:" + palette.background() + ";--raised:" + palette.raised() + ";--ink:" + palette.ink() + ";--soft:"
                + palette.soft() + ";--line:" + palette.line() + ";--edge:" + palette.edge() + ";--link:"
                + palette.link()
                + ";--good:" + palette.good() + ";--bad:" + palette.bad()
                + IntStream.range(0, palette.series().size())
                        .mapToObj(i -> ";--s" + i + ":" + palette.series().get(i))
                        .collect(Collectors.joining());
    }

    private void header() {
        out.append("<a class=\"skip\" href=\"#main\">").append(word("skip")).append("</a>\n<header>\n");
        out.append(element("h1", page.title())).append('\n');
        out.append(page.purpose()
                .map(purpose -> "<p class=\"claim analysts\">" + word("analysts", purpose) + "</p>\n")
                .orElse("<p class=\"claim\">" + word("public_page") + "</p>\n"));
        page.introduction()
                .forEach(paragraph -> out.append(element("p", paragraph)).append('\n'));
        for (Page.Other other : page.others()) {
            String tag = escaped(other.language().tag());
            String words =
                    other.language().word("other_language", other.language().word("name"));
            out.append("<p><a lang=\"")
                    .append(tag)
                    .append("\" hreflang=\"")
                    .append(tag)
                    .append("\" href=\"");
            out.append(escaped(other.address()))
                    .append("\">")
                    .append(escaped(words))
                    .append("</a></p>\n");
        }
        out.append("</header>\n");
    }

    private void main() {
        out.append("<main id=\"main\" tabindex=\"-1\">\n");
        if (!page.goals().isEmpty()) {
            out.append("<section id=\"goals\" aria-labelledby=\"goals-head\">\n<h2 id=\"goals-head\">");
            out.append(word("goals")).append("</h2>\n");
            new GoalCards(page).appendTo(out);
            for (int i = 0; i < page.goals().size(); i++) {
                Shown shown = page.goals().get(i);
                String name = "goals" + (i == 0 ? "" : "-" + (i + 1));
                TableText.append(shown, language.said(shown.title()), name, language, false, "", out);
            }
            out.append("</section>\n");
        }
        contents();
        for (int i = 0; i < page.parts().size(); i++) {
            part(page.parts().get(i), i + 1);
        }
        legend();
        out.append("</main>\n");
    }

    /** After the goals, which are what most people come for; folded, for there may be fifty parts. */
    private void contents() {
        if (page.parts().size() < 2) {
            return;
        }
        out.append("<nav aria-label=\"").append(word("contents")).append("\">\n<details><summary>");
        out.append(word("contents")).append("</summary>\n<ul>\n");
        for (int i = 0; i < page.parts().size(); i++) {
            String heading = page.parts().get(i).section().heading();
            out.append("<li><a href=\"#part-")
                    .append(i + 1)
                    .append('"')
                    .append(Told.lang(heading, language))
                    .append('>');
            out.append(escaped(headings.get(i))).append("</a></li>\n");
        }
        out.append("</ul>\n</details>\n</nav>\n");
    }

    private void part(Page.Part part, int number) {
        Section section = part.section();
        String id = "part-" + number;
        out.append("<section id=\"")
                .append(id)
                .append("\" aria-labelledby=\"")
                .append(id)
                .append("-head\">\n<h2 id=\"");
        out.append(id)
                .append("-head\"")
                .append(Told.lang(section.heading(), language))
                .append('>')
                .append(escaped(headings.get(number - 1)))
                .append("</h2>\n");
        facts(section, part.shown());
        List<Chart> pictures = new ArrayList<>();
        section.pictures()
                .forEach(picture -> pictures.add(picture.apply(part.charts().in(language))));
        pictures.forEach(chart -> picture(chart, section.heading(), id));
        TableText.append(
                part.shown(), titles.get(number - 1), id, language, pictures.isEmpty(), section.definition(), out);
        out.append("</section>\n");
    }

    /** Definition, source and day stand beside the figures, not in an appendix. */
    private void facts(Section section, Shown shown) {
        Optional<String> day = sameInEveryRow(shown, "as_of");
        if (section.definition().isEmpty() && section.citation().isEmpty() && day.isEmpty()) {
            return;
        }
        out.append("<dl>\n");
        fact("definition", section.definition());
        fact("source", section.citation());
        day.ifPresent(when -> fact("column.as_of", when));
        out.append("</dl>\n");
    }

    private void fact(String key, String text) {
        if (!text.isEmpty()) {
            out.append("<dt>").append(word(key)).append("</dt>");
            out.append(element("dd", text)).append('\n');
        }
    }

    private static Optional<String> sameInEveryRow(Shown shown, String name) {
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < shown.columns().size(); i++) {
            if (shown.columns().get(i).name().equals(name)) {
                for (List<Datum> row : shown.rows()) {
                    texts.add(row.get(i).toString());
                }
            }
        }
        return texts.size() == 1 ? texts.stream().findFirst() : Optional.empty();
    }

    /** A picture that is called what its part is called is named by the heading, and not twice. */
    private void picture(Chart chart, String heading, String id) {
        boolean named = chart.title().equals(language.said(heading));
        out.append("<figure data-picture=\"").append(chart.kind().key()).append('"');
        out.append(named ? " aria-labelledby=\"" + id + "-head\">\n" : ">\n");
        if (!named) {
            out.append(element("figcaption", chart.title())).append('\n');
        }
        out.append("<div class=\"wide\">\n");
        out.append(chart.toBareSvg(WIDE)).append("</div>\n<div class=\"narrow\">\n");
        out.append(chart.toBareSvg(NARROW)).append("</div>\n");
        if (Resources.echarts().isPresent()) {
            chart.toECharts().ifPresent(options -> {
                moves = true;
                out.append("<script type=\"application/json\">").append(Resources.asData(options));
                out.append("</script>\n");
            });
        }
        out.append("</figure>\n");
    }

    /** What the signs mean, told in the words of the page. */
    private void legend() {
        Set<String> marks = new LinkedHashSet<>();
        for (Page.Part part : page.parts()) {
            part.shown()
                    .rows()
                    .forEach(row -> row.stream()
                            .filter(datum -> datum instanceof Datum.Missing)
                            .map(Datum::toString)
                            .filter(mark -> !mark.isBlank() && mark.codePoints().noneMatch(Character::isLetter))
                            .forEach(marks::add));
        }
        boolean limits = page.parts().stream()
                .flatMap(part -> part.shown().columns().stream())
                .map(Column::name)
                .anyMatch(name -> name.endsWith("lower"));
        out.append("<section id=\"legend\" aria-labelledby=\"legend-head\">\n<h2 id=\"legend-head\">");
        out.append(word("legend")).append("</h2>\n<ul>\n");
        marks.forEach(
                mark -> out.append("<li>").append(word("legend_hidden", mark)).append("</li>\n"));
        if (limits) {
            out.append("<li>").append(word("legend_interval")).append("</li>\n");
        }
        out.append("<li>").append(word("legend_projected")).append("</li>\n</ul>\n</section>\n");
    }

    private void footer() {
        out.append("<footer>\n<p>").append(word("made_by")).append("</p>\n</footer>\n");
        out.append("<div id=\"live\" class=\"quiet\" role=\"status\"></div>\n");
    }

    private String scripts() {
        String words = Resources.words(language);
        StringBuilder scripts = new StringBuilder("<script type=\"application/json\" id=\"words\">")
                .append(Resources.asData(words))
                .append("</script>\n");
        Resources.echarts()
                .filter(library -> moves)
                .ifPresent(library -> scripts.append("<!--\n")
                        .append(Resources.text("echarts-licences.txt"))
                        .append("-->\n<script>\n")
                        .append(Resources.inScript(library))
                        .append("\n</script>\n"));
        return scripts.append("<script>\n")
                .append(Resources.inScript(Resources.text("page.js")))
                .append("</script>\n")
                .toString();
    }
}
