package org.waymark.io.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/** A table for each kind of picture, with something hidden in each. */
final class Tables {
    static final Datum HIDDEN = Datum.missing("*");

    private Tables() {}

    static Table rates() {
        return Table.builder("Enrolled within a year")
                .column(Column.text("axis", "along what the group stands"))
                .column(Column.text("group", "who"))
                .column(Column.count("n", "the denominator"))
                .column(Column.share("rate", "yes / n"))
                .column(Column.share("lower", "lower limit"))
                .column(Column.share("upper", "upper limit"))
                .row(rate("gender", "Women", 602, 0.48213, 0.443, 0.522))
                .row(rate("gender", "Men", 583, 0.36215, 0.324, 0.402))
                .row(Datum.text("gender"), Datum.text("Another gender"), HIDDEN, HIDDEN, HIDDEN, HIDDEN)
                .row(rate("income", "Low income", 400, 0.31, 0.26, 0.36))
                .note("Enrolled within a year of graduation [A3 v1]: share of those who graduated.")
                .build();
    }

    private static List<Datum> rate(String axis, String group, int n, double rate, double lower, double upper) {
        return List.of(
                Datum.text(axis),
                Datum.text(group),
                Datum.whole(n),
                Datum.real(rate),
                Datum.real(lower),
                Datum.real(upper));
    }

    static Table gaps() {
        return Table.builder("Gap to everybody else")
                .column(Column.text("group", "who"))
                .column(Column.share("rate", "the group's rate"))
                .column(Column.share("reference_rate", "the rate of the others"))
                .column(Column.points("gap", "rate minus reference"))
                .column(Column.points("gap_lower", "lower limit"))
                .column(Column.points("gap_upper", "upper limit"))
                .row(of("Women", 0.48, 0.36, 0.12, 0.067, 0.177))
                .row(of("Men", 0.36, 0.47, -0.11, -0.17, -0.059))
                .row(Datum.text("Another gender"), HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN)
                .build();
    }

    private static List<Datum> of(String group, double... numbers) {
        List<Datum> row = new ArrayList<>(List.of(Datum.text(group)));
        for (double number : numbers) {
            row.add(Datum.real(number));
        }
        return row;
    }

    static Table years() {
        Table.Builder table = Table.builder("Observed, projected and the path to the goal")
                .column(Column.text("period", "school year"))
                .column(Column.text("group", "who"))
                .column(Column.text("basis", "observed, projected or target"))
                .column(Column.share("rate", "yes / n"))
                .column(Column.share("lower", "lower limit"))
                .column(Column.share("upper", "upper limit"));
        for (int year = 2018; year < 2030; year++) {
            String period = year + "-" + (year - 1999);
            double rate = 0.4 + 0.01 * (year - 2018);
            String basis = year < 2025 ? "observed" : "projected";
            boolean hidden = year == 2020;
            table.row(
                    Datum.text(period),
                    Datum.text("All students"),
                    Datum.text(basis),
                    hidden ? HIDDEN : Datum.real(rate),
                    hidden ? HIDDEN : Datum.real(rate - 0.02),
                    hidden ? HIDDEN : Datum.real(rate + 0.02));
            if (year >= 2024) {
                table.row(
                        Datum.text(period),
                        Datum.text("All students"),
                        Datum.text("target"),
                        Datum.exact(new BigDecimal("0.4" + (year - 2020))),
                        Datum.missing(""),
                        Datum.missing(""));
            }
        }
        return table.build();
    }

    static Table stages() {
        Table.Builder table = Table.builder("From grade 9 to a credential")
                .column(Column.text("stage", "how far"))
                .column(Column.text("group", "who"))
                .column(Column.share("rate", "of those who entered grade 9"));
        for (String group : List.of("All students", "Low income")) {
            table.row(Datum.text("Entered grade 9"), Datum.text(group), Datum.real(1));
            table.row(Datum.text("Graduated"), Datum.text(group), Datum.real(group.startsWith("A") ? 0.8 : 0.7));
            table.row(Datum.text("Enrolled"), Datum.text(group), group.startsWith("A") ? Datum.real(0.5) : HIDDEN);
        }
        return table.build();
    }

    static Table composition() {
        return Table.builder("Participants beside the region")
                .column(Column.text("group", "who"))
                .column(Column.share("share_of_participants", "of those who take part"))
                .column(Column.share("share_of_population", "of the region"))
                .row(Datum.text("Female"), Datum.real(0.41), Datum.real(0.49))
                .row(Datum.text("Rural"), Datum.real(0.18), Datum.real(0.22))
                .row(Datum.text("In foster care"), HIDDEN, HIDDEN)
                .build();
    }

    static Table times() {
        Table.Builder table = Table.builder("Credential by age")
                .column(Column.text("group", "who"))
                .column(Column.number("time", "years since birth"))
                .column(Column.share("waiting", "share that still waits"))
                .column(Column.share("lower", "lower limit"))
                .column(Column.share("upper", "upper limit"));
        for (String group : List.of("Women", "Men")) {
            double waiting = 1;
            for (int age = 18; age < 28; age++) {
                waiting *= group.equals("Women") ? 0.92 : 0.95;
                table.row(
                        Datum.text(group),
                        Datum.real(age + 0.5),
                        Datum.real(waiting),
                        Datum.real(waiting - 0.02),
                        Datum.real(waiting + 0.02));
            }
            table.row(Datum.text(group), Datum.real(28.5), HIDDEN, HIDDEN, HIDDEN);
        }
        return table.build();
    }

    static Table schools() {
        Table.Builder table = Table.builder("Schools of the region")
                .column(Column.text("group", "which school"))
                .column(Column.count("yes", "enrolled"))
                .column(Column.count("n", "graduates"))
                .column(Column.share("rate", "yes / n"));
        for (int i = 1; i <= 12; i++) {
            int n = 20 * i;
            int yes = i == 11 ? n * 9 / 10 : n * (35 + i % 5) / 100;
            boolean hidden = i == 1;
            table.row(
                    Datum.text("School " + i),
                    hidden ? HIDDEN : Datum.whole(yes),
                    hidden ? HIDDEN : Datum.whole(n),
                    hidden ? HIDDEN : Datum.real((double) yes / n));
        }
        return table.build();
    }

    static Table crossings() {
        Table.Builder table = Table.builder("Rate by race and gender")
                .column(Column.text("group", "who"))
                .column(Column.share("rate", "yes / n"));
        double rate = 0.2;
        for (String race : List.of("White", "Black", "Native Hawaiian/Pacific Islander")) {
            for (String gender : List.of("F", "M", "X")) {
                rate += 0.07;
                table.row(
                        Datum.text(race + " x " + gender),
                        gender.equals("X") && !race.equals("White") ? HIDDEN : Datum.real(rate));
            }
        }
        return table.build();
    }

    static PublicTable published(Table table) {
        return PublicTable.cited(table, "a made-up region");
    }

    /** Every kind of picture of its table. */
    static Map<String, Chart> charts(Function<Table, Charts> way) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("dot plot", way.apply(rates()).goal(new BigDecimal("0.6")).dotPlot());
        charts.put(
                "dot plot of gaps", way.apply(gaps()).with(Role.ESTIMATE, "gap").dotPlot());
        charts.put("dumbbell", way.apply(gaps()).goal(new BigDecimal("0.6")).dumbbell());
        charts.put("trend", way.apply(years()).goal(new BigDecimal("0.6")).trend());
        charts.put("pipeline funnel", way.apply(stages()).pipelineFunnel());
        charts.put("pair bars", way.apply(composition()).pairBars());
        charts.put(
                "attainment curve",
                way.apply(times()).goal(new BigDecimal("0.56")).attainmentCurve());
        charts.put(
                "funnel plot", way.apply(schools()).goal(new BigDecimal("0.6")).funnelPlot());
        charts.put("heat table", way.apply(crossings()).heatTable());
        return charts;
    }
}
