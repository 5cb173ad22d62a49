package org.waymark.io.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
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

    /** The same table with digits that are not printed. */
    private static Table closer(Table table, double by) {
        List<List<Datum>> rows = table.rows().stream()
                .map(row -> row.stream()
                        .map(datum -> datum instanceof Datum.Real real ? near(real, by) : datum)
                        .toList())
                .toList();
        return new Table(table.title(), table.columns(), rows, table.notes());
    }

    private static Datum near(Datum.Real real, double by) {
        Datum near = Datum.real(Math.max(0, Math.min(1, real.value() + by)));
        return near.printedNumber().equals(real.printedNumber()) ? near : real;
    }

    @Property(tries = 40)
    void picturesForEveryoneAreDrawnOfWhatIsPrintedAndNothingElse(
            @ForAll("tables") Table table, @ForAll @IntRange(min = -40, max = 40) int hundredThousandths) {
        Charts one = Charts.of(Tables.published(table));
        Charts other = Charts.of(Tables.published(closer(table, hundredThousandths / 1e5)));
        List<Function<Charts, Chart>> kinds =
                List.of(Charts::dotPlot, Charts::dumbbell, Charts::pairBars, Charts::funnelPlot, Charts::best);
        for (Function<Charts, Chart> kind : kinds) {
            Chart first = kind.apply(one);
            Chart second = kind.apply(other);
            assertEquals(first.toBareSvg(600), second.toBareSvg(600), first.toString());
            assertEquals(first.description(), second.description(), first.toString());
            assertEquals(first.toECharts(), second.toECharts(), first.toString());
            // The claim alone, which has the digest of all digits, may differ.
            String claim = "content [0-9a-f]{64}";
            assertEquals(
                    first.toVegaLite().replaceAll(claim, ""),
                    second.toVegaLite().replaceAll(claim, ""),
                    first.toString());
        }
    }
}
