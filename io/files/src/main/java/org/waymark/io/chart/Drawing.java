package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;

/** One kind of picture of one table. */
abstract class Drawing {
    private static final int ROWS_TOLD = 20;

    private final Seen seen;
    private final Optional<Double> goal;

    Drawing(Seen seen, Optional<Double> goal, Role... needed) {
        this.seen = seen;
        this.goal = goal;
        for (Role role : needed) {
            seen.column(role);
        }
    }

    final Seen seen() {
        return seen;
    }

    final String word(String key, Object... parts) {
        return seen.language().word(key, parts);
    }

    abstract Chart.Kind kind();

    /** What the picture shows, in a line below the title. */
    abstract String subtitle();

    /** Draws what stands between the subtitle and the notes. */
    abstract void draw(Svg svg);

    /** The picture as a Vega-Lite specification, less the title and the data. */
    abstract Map<String, Object> vega();

    /** The picture as options of ECharts, less the title. */
    Optional<Map<String, Object>> echarts() {
        return Optional.empty();
    }

    /** What somebody is told who does not see the picture: its gist, then every row, up to some. */
    final String description() {
        List<Seen.Row> rows = seen.rows();
        String told = rows.stream().limit(ROWS_TOLD).map(this::told).collect(Collectors.joining("; "));
        String more = rows.size() > ROWS_TOLD ? "; " + word("more_rows", rows.size() - ROWS_TOLD) : "";
        String gist = Gist.of(kind(), seen);
        return word("chart." + kind().key()) + ". " + gist + (gist.isEmpty() ? "" : " ") + subtitle() + ". " + told
                + more + ".";
    }

    private String told(Seen.Row row) {
        List<String> words = new ArrayList<>();
        for (Role role : seen.places().keySet()) {
            String text = row.text(role);
            boolean aside = role == Role.FAMILY || role == Role.STAGE && kind() != Chart.Kind.PIPELINE_FUNNEL;
            if (!text.isEmpty() && !aside) {
                boolean named = seen.kind(role) == Column.Kind.TEXT && role != Role.BASIS;
                words.add(named ? text : seen.name(role) + " " + text);
            }
        }
        return String.join(", ", words);
    }

    /** The goal that holds for every row, if there is one. */
    final Optional<Double> goal() {
        if (goal.isPresent() || !seen.has(Role.GOAL)) {
            return goal;
        }
        List<Double> goals = seen.numbers(Role.GOAL).stream().distinct().toList();
        return goals.size() == 1 ? Optional.of(goals.get(0)) : Optional.empty();
    }

    /** The goal in print. */
    final String goalInWords(double value) {
        return word("goal_of", printed(value));
    }

    /** A value as the estimates are printed. */
    final String printed(double value) {
        return Datum.real(value).printed(seen.kind(Role.ESTIMATE)).replace(".0 %", " %");
    }

    /** Numbers of some roles and the goal: what the axis of estimates must span. */
    final Range range(boolean withZero, Role... roles) {
        List<Double> numbers = new ArrayList<>(seen.numbers(roles));
        goal().ifPresent(numbers::add);
        return Range.over(numbers, seen.kind(Role.ESTIMATE), withZero);
    }

    /** Names the signs that stand in hatched places, if there are any. */
    final void explainHidden(Svg svg) {
        List<String> marks = seen.rows().stream()
                .filter(row -> row.isHidden(Role.ESTIMATE))
                .map(row -> row.mark(Role.ESTIMATE))
                .distinct()
                .toList();
        if (!marks.isEmpty()) {
            svg.down(4);
            svg.paragraph(word("hatched", String.join(", ", marks)), Face.SMALL);
        }
    }
}
