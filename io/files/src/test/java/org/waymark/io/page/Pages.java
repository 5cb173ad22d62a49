package org.waymark.io.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.chart.Charts;
import org.waymark.io.chart.Role;
import org.waymark.io.language.Language;

/** Pages with something of everything. */
final class Pages {
    static final String HOSTILE = "</script><script>alert('x')</script><!-- \"quoted\" & 'so'";

    private Pages() {}

    static Table goals() {
        return Table.builder("Goals")
                .column(Column.text("goal", "what was promised"))
                .column(Column.text("group", "whose goal it is"))
                .column(Column.text("observed", "what was observed"))
                .column(Column.text("target", "what was promised"))
                .column(Column.text("status", "how it stands"))
                .column(Column.count("needed", "how many more"))
                .column(Column.text("due", "by when"))
                .row(goal("all", "48.1 %", "NOT_YET", Datum.whole(58)))
                .row(goal("Low income", "61.0 %", "MET", Datum.whole(0)))
                .row(goal("Another gender", "*", "CANNOT_TELL", Datum.missing("*")))
                .build();
    }

    private static Datum[] goal(String group, String observed, String status, Datum needed) {
        return new Datum[] {
            Datum.text("Enrolled within a year: 46 % to 60 %"),
            Datum.text(group),
            Datum.text(observed),
            Datum.text("60.0 %"),
            Datum.text(status),
            needed,
            Datum.text("2029-30")
        };
    }

    static Table gaps() {
        return Table.builder("Enrolled within a year: gap to everybody else")
                .column(Column.text("group", "who"))
                .column(Column.count("n", "the denominator"))
                .column(Column.share("rate", "the group's rate"))
                .column(Column.share("reference_rate", "the rate of the others"))
                .column(Column.points("gap", "rate minus reference"))
                .column(Column.points("gap_lower", "lower limit"))
                .column(Column.points("gap_upper", "upper limit"))
                .column(Column.text("verdict", "whether it is behind"))
                .row(gap("Students of low income in the whole region", 1602, 0.31, 0.52, "BEHIND"))
                .row(gap("Rural", 402, 0.47, 0.44, "NOT_BEHIND"))
                .row(gap(HOSTILE, 58, 0.4, 0.44, "CANNOT_TELL"))
                .row(
                        Datum.text("Another gender"),
                        Datum.missing("*"),
                        Datum.missing("*"),
                        Datum.missing("*"),
                        Datum.missing("*"),
                        Datum.missing("*"),
                        Datum.missing("*"),
                        Datum.missing("*"))
                .note("Only 8 clusters: intervals are doubtful below 20.")
                .build();
    }

    private static Datum[] gap(String group, int n, double rate, double other, String verdict) {
        return new Datum[] {
            Datum.text(group),
            Datum.whole(n),
            Datum.real(rate),
            Datum.real(other),
            Datum.real(rate - other),
            Datum.real(rate - other - 0.05),
            Datum.real(rate - other + 0.05),
            Datum.text(verdict)
        };
    }

    static Table schools() {
        Table.Builder table = Table.builder("Schools of the region")
                .column(Column.text("school", "which school"))
                .column(Column.count("yes", "enrolled"))
                .column(Column.count("n", "graduates"))
                .column(Column.share("rate", "yes / n"))
                .column(Column.day("as_of", "what is dated later has not happened"));
        for (int i = 1; i <= 14; i++) {
            int n = 25 * i;
            int yes = i == 11 ? n * 9 / 10 : n * (35 + 2 * (i % 5)) / 100;
            boolean hidden = i == 1;
            table.row(
                    Datum.text("School " + i),
                    hidden ? Datum.missing("*") : Datum.whole(yes),
                    hidden ? Datum.missing("*") : Datum.whole(n),
                    hidden ? Datum.missing("*") : Datum.real((double) yes / n),
                    Datum.day(LocalDate.of(2026, 6, 30)));
        }
        return table.build();
    }

    static Table years() {
        Table.Builder table = Table.builder("Enrolled within a year, by class")
                .column(Column.text("period", "school year"))
                .column(Column.text("group", "who"))
                .column(Column.share("rate", "yes / n"));
        for (int year = 2018; year < 2026; year++) {
            for (String group : new String[] {"all", "Low income"}) {
                double rate = 0.4 + 0.01 * (year - 2018) - (group.equals("all") ? 0 : 0.08);
                table.row(Datum.text(year + "-" + (year - 1999)), Datum.text(group), Datum.real(rate));
            }
        }
        return table.build();
    }

    static PublicTable published(Table table) {
        return PublicTable.cited(table, "a made-up region");
    }

    static Page<PublicTable> everyone(Language language) {
        BigDecimal goal = new BigDecimal("0.6");
        return Page.of("How our students fare")
                .in(language)
                .introduced("A made-up region; nobody in it is real.")
                .alsoIn(language.equals(Language.ENGLISH) ? Language.SPANISH : Language.ENGLISH, "other.html")
                .goals(published(goals()))
                .section(
                        Section.of("Enrolled within a year of graduation, class of 2024, by group")
                                .defined("Share of those who graduated who enrol within 366 days.")
                                .cited("A3, within 365 days of graduation")
                                .drawn(charts -> charts.goal(goal).dumbbell())
                                .drawn(charts ->
                                        charts.with(Role.ESTIMATE, "gap").dotPlot()),
                        published(gaps()))
                .section(Section.of("Schools").drawn(Charts::funnelPlot), published(schools()))
                .section(
                        Section.of("Over the years")
                                .drawn(charts -> charts.goal(goal).trend()),
                        published(years()));
    }

    static Page<Table> analysts() {
        return Page.forAnalysts("board briefing", "How our students fare")
                .goals(goals())
                .section(Section.of("By group").drawn(Charts::dumbbell), gaps());
    }
}
