package org.waymark.io.page;

import static org.waymark.io.internal.Markup.escaped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.io.internal.Shown;
import org.waymark.io.language.Language;

/** Goals as cards: for each what was observed of whom, what was promised, and how it stands, in words. */
final class GoalCards {
    private static final List<String> GOOD = List.of("MET", "ON_TRACK", "LIKELY_MET");
    private static final List<String> BAD = List.of("MISSED", "BEHIND", "OFF_TRACK", "LIKELY_MISSED");

    private final Page<?> page;
    private final Language language;

    GoalCards(Page<?> page) {
        this.page = page;
        this.language = page.language();
    }

    void appendTo(StringBuilder out) {
        Map<String, List<Map<String, String>>> cards = new LinkedHashMap<>();
        for (Shown shown : page.goals()) {
            for (List<Datum> row : shown.rows()) {
                Map<String, String> fields = fields(shown.columns(), row);
                cards.computeIfAbsent(get(fields, "goal"), goal -> new ArrayList<>())
                        .add(fields);
            }
        }
        standing(cards.values().stream().flatMap(List::stream).toList(), out);
        out.append("<ul class=\"goals\">\n");
        cards.forEach((goal, lines) -> {
            out.append("<li><h3").append(Told.lang(goal, language)).append('>');
            out.append(escaped(language.said(goal))).append("</h3>\n<ul>\n");
            lines.forEach(line -> line(line, out));
            out.append("</ul>\n</li>\n");
        });
        out.append("</ul>\n");
    }

    /** How many goals stand how, before any of them: {@code Missed: 25 · Met: 2}. */
    private void standing(List<Map<String, String>> lines, StringBuilder out) {
        Map<String, Long> counts = lines.stream()
                .map(line -> get(line, "status"))
                .filter(status -> !status.isEmpty())
                .collect(Collectors.groupingBy(status -> status, LinkedHashMap::new, Collectors.counting()));
        if (lines.size() > 1) {
            out.append("<p class=\"standing\">")
                    .append(counts.entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .map(one ->
                                    escaped(language.said(one.getKey())) + ": <strong>" + one.getValue() + "</strong>")
                            .collect(Collectors.joining(" \u00B7 ")))
                    .append("</p>\n");
        }
    }

    private static Map<String, String> fields(List<Column> columns, List<Datum> row) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.put(columns.get(i).name(), row.get(i).printed(columns.get(i).kind()));
        }
        return fields;
    }

    private static String get(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private void line(Map<String, String> line, StringBuilder out) {
        String status = get(line, "status");
        String tone = GOOD.contains(status) ? "good" : BAD.contains(status) ? "bad" : "open";
        String sign = tone.equals("good") ? "\u2713" : tone.equals("bad") ? "\u2715" : "\u25CB";
        out.append("<li><span class=\"who\">")
                .append(escaped(language.said(get(line, "group"))))
                .append("</span>");
        out.append("<span class=\"figures\">");
        figure("observed_value", get(line, "observed"), out);
        figure("target_value", get(line, "target"), out);
        out.append("</span><span class=\"pill ")
                .append(tone)
                .append("\"><span aria-hidden=\"true\">")
                .append(sign);
        out.append("</span> ").append(escaped(language.said(status))).append("</span>");
        String needed = get(line, "needed");
        boolean more = !needed.isEmpty() && Character.isDigit(needed.charAt(0)) && !needed.equals("0");
        String due = get(line, "due");
        if (more || !due.isEmpty()) {
            String what = more ? language.word("needed_more", needed) : "";
            String when = due.isEmpty() ? "" : language.word("due_by", due);
            out.append("<span class=\"due\">")
                    .append(escaped(what + (what.isEmpty() || when.isEmpty() ? "" : ". ") + when));
            out.append("</span>");
        }
        out.append("</li>\n");
    }

    private void figure(String key, String value, StringBuilder out) {
        if (!value.isEmpty()) {
            out.append("<span class=\"figure\">")
                    .append(escaped(language.word(key)))
                    .append(": <strong>")
                    .append(escaped(language.said(value)))
                    .append("</strong></span> ");
        }
    }
}
