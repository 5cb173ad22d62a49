package org.waymark.io.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

class ChartProperties {
    @Provide
    Arbitrary<Table> tables() {
        Arbitrary<Datum> words = Arbitraries.strings().ofMaxLength(60).map(Datum::text);
        Arbitrary<Datum> share = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.doubles().between(0, 1).map(Datum::real)),
                Tuple.of(1, Arbitraries.just(Tables.HIDDEN)));
        Arbitrary<Datum> size = Arbitraries.integers().between(0, 100_000).map(Datum::whole);
        Arbitrary<List<Datum>> row =
                Combinators.combine(words, share, share, size).as(List::of);
        return row.list().ofMaxSize(8).map(rows -> {
            Table.Builder table = Table.builder("Random")
                    .column(Column.text("group", "who"))
                    .column(Column.share("rate", "yes / n"))
                    .column(Column.share("reference_rate", "of the others"))
                    .column(Column.count("n", "of how many"));
            rows.forEach(table::row);
            return table.build();
        });
    }

    @Property(tries = 50)
    void everythingStaysOnTheSheetAndEveryPrintedRowHasItsPoint(
            @ForAll("tables") Table table, @ForAll @IntRange(min = 240, max = 900) int width) {
        Charts charts = Charts.of(Tables.published(table));
        for (Chart chart : List.of(charts.dotPlot(), charts.dumbbell(), charts.pairBars(), charts.funnelPlot())) {
            Drawn.of(chart.toSvg(width)).assertInside(chart.toString());
        }
        long printed = table.column("rate").stream()
                .filter(datum -> datum instanceof Datum.Real)
                .count();
        String dots = charts.dotPlot().toBareSvg(width);
        assertEquals(
                printed,
                Pattern.compile("class=\"wm-f0\"").matcher(dots).results().count());
        assertEquals(
                table.size() - printed,
                Pattern.compile("class=\"wm-hatch\"").matcher(dots).results().count());
    }
}
