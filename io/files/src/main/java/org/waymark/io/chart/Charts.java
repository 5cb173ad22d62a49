package org.waymark.io.chart;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Table;
import org.waymark.io.internal.Shown;
import org.waymark.io.language.Language;

/**
 * The eight kinds of pictures of a table.
 *
 * <p>{@code Charts.of(table).dotPlot().toSvg()} draws what a public table prints and nothing else. Columns are found by the
 * stable names of measures; another name is told by {@link #with}. A table that may hold small counts is drawn by
 * {@link #forAnalysts}, and the picture says so on its face.
 */
public final class Charts {
    private final Shown shown;
    private final Map<Role, String> told;
    private final Optional<Double> goal;
    private final Optional<String> title;
    private final Language language;

    private Charts(
            Shown shown, Map<Role, String> told, Optional<Double> goal, Optional<String> title, Language language) {
        this.shown = shown;
        this.told = told;
        this.goal = goal;
        this.title = title;
        this.language = language;
    }

    /** Pictures for everyone. */
    public static Charts of(PublicTable table) {
        return of(Shown.of(table));
    }

    /**
     * Pictures that are not for publication.
     *
     * @param purpose what they are for, in a few words; each picture says it
     */
    public static Charts forAnalysts(String purpose, Table table) {
        return of(Shown.forAnalysts(purpose, table));
    }

    private static Charts of(Shown shown) {
        return new Charts(shown, new EnumMap<>(Role.class), Optional.empty(), Optional.empty(), Language.ENGLISH);
    }

    /**
     * The same with a column told that its name does not tell.
     *
     * @param column its name; a picture refuses one that the table does not have
     */
    public Charts with(Role role, String column) {
        Map<Role, String> more = new EnumMap<>(told);
        more.put(role, column);
        return new Charts(shown, Collections.unmodifiableMap(more), goal, title, language);
    }

    /**
     * The same with what was promised to everybody.
     *
     * @param value in the unit of the figures: 0.6 for 60 %
     */
    public Charts goal(BigDecimal value) {
        return new Charts(shown, told, Optional.of(value.doubleValue()), title, language);
    }

    /** The same under another title. */
    public Charts titled(String words) {
        return new Charts(shown, told, goal, Optional.of(words), language);
    }

    /** The same in another language; what the table itself says as far as {@link Language#said} knows it. */
    public Charts in(Language words) {
        return new Charts(shown, told, goal, title, words);
    }

    /** A point per group, with the interval where the table has limits, and the goal as a line. */
    public Chart dotPlot() {
        return draw(DotPlot::new);
    }

    /** Two points per group, its figure and the one it is compared with, and the way between them. */
    public Chart dumbbell() {
        return draw(Dumbbell::new);
    }

    /**
     * Lines over the years. Rows whose column {@code basis} says {@code projected} are a broken line with a fan of their limits;
     * rows that say {@code target}, or a column {@code goal}, are the path to the goal.
     */
    public Chart trend() {
        return draw(Trend::new);
    }

    /** What share of each group is left at each stage: a row per stage and group. */
    public Chart pipelineFunnel() {
        return draw(PipelineFunnel::new);
    }

    /** Two bars per group: its share of participants and its share of the population. */
    public Chart pairBars() {
        return draw(
                PairBars::new,
                new Wanted(Role.ESTIMATE, List.of("share_of_participants", "share_of_success", "share")),
                new Wanted(Role.REFERENCE, List.of("share_of_population", "share_of_members", "region_share")));
    }

    /**
     * The share that has reached it by each time, as steps with bands. A column of those who still wait is turned over: one
     * minus what is printed, its limits with it.
     */
    public Chart attainmentCurve() {
        return draw(
                AttainmentCurve::new,
                new Wanted(Role.ESTIMATE, List.of("attained", "waiting", "product_limit", "actuarial")));
    }

    /**
     * A point per school by its size, between the limits within which chance alone would keep 95 % and 99.8 % of schools:
     * {@code p ± z sqrt(p (1 - p) / n)} about the figure they are compared with, or else about the figure of all rows drawn
     * (D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24, 2005).
     */
    public Chart funnelPlot() {
        return draw(FunnelPlot::new);
    }

    /** A grid of two crossed groups; {@code Female x Rural} in one column is taken apart. */
    public Chart heatTable() {
        return draw(HeatTable::new);
    }

    /** Names that a kind of picture looks for before the usual ones. */
    private record Wanted(Role role, List<String> names) {}

    /**
     * The picture that suits the columns: a heat table for crossings, a trend for periods, a curve for times, a pipeline for
     * stages, a dumbbell where there is a figure to compare with, paired bars for two shares, and else a dot plot.
     */
    public Chart best() {
        List<String> names = shown.columns().stream().map(Column::name).toList();
        boolean crossed = !shown.rows().isEmpty()
                && names.contains("group")
                && shown.rows().stream()
                        .allMatch(row ->
                                row.get(names.indexOf("group")).toString().contains(" x "));
        if (crossed || told.containsKey(Role.ACROSS)) {
            return heatTable();
        } else if (names.contains("time")) {
            return attainmentCurve();
        } else if (names.contains("basis") || names.contains("period")) {
            return trend();
        } else if (names.contains("stage")) {
            return pipelineFunnel();
        } else if (names.contains("reference_rate")) {
            return dumbbell();
        } else if (names.contains("share_of_participants")) {
            return pairBars();
        }
        return dotPlot();
    }

    /** The picture that suits the columns, as SVG. */
    public String toSvg() {
        return best().toSvg();
    }

    /** The picture that suits the columns, as a piece of HTML; notebooks show it. */
    public String toHtml() {
        return best().toHtml();
    }

    private Chart draw(BiFunction<Seen, Optional<Double>, Drawing> kind, Wanted... wanted) {
        Map<Role, List<String>> names = new EnumMap<>(Role.class);
        for (Wanted wish : wanted) {
            names.put(wish.role(), wish.names());
        }
        Seen seen = new Seen(shown, Roles.of(shown.columns(), told, names), language);
        return new Chart(kind.apply(seen, goal), language.said(title.orElse(shown.title())));
    }

    /** What can be drawn, in a line. */
    @Override
    public String toString() {
        return "pictures of " + shown.title() + ": best(), dotPlot(), dumbbell(), trend(),"
                + " pipelineFunnel(), pairBars(), attainmentCurve(), funnelPlot(), heatTable()";
    }
}
