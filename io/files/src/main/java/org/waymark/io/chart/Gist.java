package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a picture tells at a glance, in words: who is lowest and who highest, or where each line begins and ends. */
final class Gist {
    private static final int FEWEST = 3;

    private final Seen seen;

    private Gist(Seen seen) {
        this.seen = seen;
    }

    /** The gist; nothing where there are too few figures to have one. */
    static String of(Chart.Kind kind, Seen seen) {
        Gist gist = new Gist(seen);
        return switch (kind) {
            case TREND -> gist.courses(Role.PERIOD);
            case ATTAINMENT_CURVE -> gist.courses(Role.TIME);
            case PIPELINE_FUNNEL -> gist.courses(Role.STAGE);
            default -> gist.extremes();
        };
    }

    private String extremes() {
        List<Seen.Row> told = told();
        if (told.size() < FEWEST) {
            return "";
        }
        Comparator<Seen.Row> order =
                Comparator.comparingDouble(row -> row.number(Role.ESTIMATE).orElseThrow());
        Seen.Row lowest = told.stream().min(order).orElseThrow();
        Seen.Row highest = told.stream().max(order).orElseThrow();
        return seen.language()
                .word(
                        "gist.extremes",
                        name(lowest),
                        lowest.text(Role.ESTIMATE),
                        name(highest),
                        highest.text(Role.ESTIMATE));
    }

    /** Of each line what was observed first and last; what is projected or aimed at is another matter. */
    private String courses(Role along) {
        List<String> courses = new ArrayList<>();
        for (String group : seen.texts(Role.GROUP)) {
            List<Seen.Row> rows = told().stream()
                    .filter(row -> row.text(Role.GROUP).equals(group) && isObserved(row))
                    .toList();
            if (rows.size() > 1) {
                Seen.Row first = rows.get(0);
                Seen.Row last = rows.get(rows.size() - 1);
                courses.add(seen.language()
                        .word(
                                "gist.course",
                                group.isEmpty() ? seen.name(Role.ESTIMATE) : group,
                                first.text(Role.ESTIMATE),
                                first.text(along),
                                last.text(Role.ESTIMATE),
                                last.text(along)));
            }
        }
        return String.join(" ", courses);
    }

    private List<Seen.Row> told() {
        return seen.rows().stream().filter(row -> !row.isHidden(Role.ESTIMATE)).toList();
    }

    private static boolean isObserved(Seen.Row row) {
        return row.datum(Role.BASIS)
                .map(basis -> basis.toString().toLowerCase(Locale.ROOT).equals("observed"))
                .orElse(true);
    }

    private static String name(Seen.Row row) {
        return List.of(row.text(Role.GROUP), row.text(Role.ACROSS)).stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" x "));
    }
}
