package org.waymark.io.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.internal.Palette;
import org.waymark.io.language.Language;

class ChartTest {
    private static Map<String, Chart> published() {
        return Tables.charts(table -> Charts.of(Tables.published(table)));
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void everyKindIsDrawn() {
        Set<Chart.Kind> kinds = EnumSet.noneOf(Chart.Kind.class);
        published().values().forEach(chart -> kinds.add(chart.kind()));
        assertEquals(EnumSet.allOf(Chart.Kind.class), kinds);
    }

    @Test
    void columnsTellWhichPictureSuitsThem() {
        Map<Table, Chart.Kind> expected = new LinkedHashMap<>();
        expected.put(Tables.rates(), Chart.Kind.DOT_PLOT);
        expected.put(Tables.gaps(), Chart.Kind.DUMBBELL);
        expected.put(Tables.years(), Chart.Kind.TREND);
        expected.put(Tables.stages(), Chart.Kind.PIPELINE_FUNNEL);
        expected.put(Tables.composition(), Chart.Kind.PAIR_BARS);
        expected.put(Tables.times(), Chart.Kind.ATTAINMENT_CURVE);
        expected.put(Tables.crossings(), Chart.Kind.HEAT_TABLE);
        expected.forEach((table, kind) -> {
            Charts charts = Charts.of(Tables.published(table));
            assertEquals(kind, charts.best().kind());
            assertEquals(charts.best().toSvg(), charts.toSvg());
            assertEquals(charts.best().toHtml(), charts.toHtml());
        });
    }

    @Test
    void everyPictureIsOneDocumentWithTitleAndDescriptionAndNothingFromElsewhere() {
        published().forEach((name, chart) -> {
            Drawn svg = Drawn.of(chart.toSvg());
            assertEquals(chart.title(), svg.one("title"), name);
            assertEquals(chart.description(), svg.one("desc"), name);
            assertTrue(chart.toSvg().contains("role=\"img\" lang=\"en\""), name);
            String inside = chart.toSvg().replace("http://www.w3.org/2000/svg", "");
            assertFalse(inside.contains("http") || inside.contains("url(") || inside.contains("id="), name);
        });
    }

    @Test
    void noTextLeavesTheSheetWhateverTheWidth() {
        for (int width : new int[] {240, 320, 479, 480, 720, 1200}) {
            published().forEach((name, chart) -> Drawn.of(chart.toSvg(width)).assertInside(name));
        }
    }

    @Test
    void longAndForeignWordsStayOnTheSheet() {
        for (String label : new String[] {
            "Students who experienced homelessness or foster care at any time since they entered grade nine",
            "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle".repeat(2),
            "学生".repeat(40),
            "<script>alert(1)</script>\u0000\uD800 & \"quoted\"",
            "\uD83C\uDF93".repeat(30)
        }) {
            Table table = Table.builder(label)
                    .column(Column.text("group", "who"))
                    .column(Column.share("rate", "yes / n"))
                    .row(Datum.text(label), Datum.real(0.4))
                    .row(Datum.text(label + "2"), Datum.missing(label))
                    .note(label)
                    .build();
            for (int width : new int[] {240, 320, 720}) {
                Chart chart = Charts.of(Tables.published(table)).dotPlot();
                Drawn.of(chart.toSvg(width)).assertInside(label);
                assertFalse(
                        chart.toSvg(width).contains("<script") || chart.toHtml().contains("<script"));
            }
        }
    }

    @Test
    void hiddenRowsAreHatchedAndHaveNoPlace() {
        Map<String, Chart> charts = published();
        // Three of four groups are printed, and so are as many points; one row is hatched.
        String dots = charts.get("dot plot").toSvg();
        assertEquals(3, count(dots, "class=\"wm-f0\""));
        assertEquals(1, count(dots, "class=\"wm-hatch\""));
        assertEquals(1, count(charts.get("pair bars").toSvg(), "class=\"wm-hatch\""));
        assertEquals(2, count(charts.get("heat table").toSvg(), "class=\"wm-hatch\""));
        assertEquals(1, count(charts.get("trend").toSvg(), "class=\"wm-hatch\""));
        assertEquals(1, count(charts.get("pipeline funnel").toSvg(), "class=\"wm-hatch\""));
        assertTrue(charts.get("funnel plot")
                .toSvg()
                .contains("Not drawn, because the table does not tell them: 1 of 12."));
        assertEquals(11, count(charts.get("funnel plot").toBareSvg(720), "<path d=\"[^\"]*z\""));
        assertTrue(dots.contains("* hidden"));
    }

    @Test
    void lineBreaksWhereAYearIsHidden() {
        String svg = published().get("trend").toSvg();
        String line = Pattern.compile("<path d=\"([^\"]*)\" class=\"wm-l0 wm-whole\"")
                .matcher(svg)
                .results()
                .map(found -> found.group(1))
                .filter(d -> d.contains("L"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, count(line, "M"), line);
    }

    @Test
    void publicPictureTellsNoMoreDigitsThanTheTable() {
        Table finer = Tables.rates();
        List<List<Datum>> rows = finer.rows().stream()
                .map(row -> row.stream()
                        .map(datum -> datum instanceof Datum.Real real
                                ? Datum.real(Math.round(real.value() * 1000) / 1000.0)
                                : datum)
                        .toList())
                .toList();
        Table printed = new Table(finer.title(), finer.columns(), rows, finer.notes());
        assertEquals(
                Charts.of(Tables.published(printed)).dotPlot().toBareSvg(2000),
                Charts.of(Tables.published(finer)).dotPlot().toBareSvg(2000));
        String vega = Charts.of(Tables.published(finer)).dotPlot().toVegaLite();
        assertTrue(vega.contains("0.482") && !vega.contains("0.48213"), vega);
        String pointer =
                Charts.of(Tables.published(finer)).dotPlot().toECharts().orElseThrow();
        assertTrue(pointer.contains("0.482") && !pointer.contains("0.48213"), pointer);
        assertTrue(Charts.forAnalysts("x", finer).dotPlot().toVegaLite().contains("0.48213"));
    }

    @Test
    void analystsPictureSaysSoOnItsFace() {
        Tables.charts(table -> Charts.forAnalysts("board briefing", table)).forEach((name, chart) -> {
            String words = "For analysts, not for publication: board briefing";
            assertTrue(Drawn.of(chart.toSvg()).texts().contains(words), name);
            assertTrue(Drawn.of(chart.toBareSvg(320)).texts().contains("For analysts"), name);
            assertTrue(chart.toVegaLite().contains(words), name);
            assertTrue(chart.toHtml().contains(words), name);
            assertFalse(chart.isPublic(), name);
        });
        published().forEach((name, chart) -> assertFalse(chart.toSvg().contains("analysts"), name));
    }

    @Test
    void samePictureInEveryCountryAndZone() {
        String here =
                String.join("", published().values().stream().map(Chart::toHtml).toList());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(
                    here,
                    String.join(
                            "", published().values().stream().map(Chart::toHtml).toList()));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void wordsAreSpanishWhereAskedAndFiguresStay() {
        Chart chart =
                Charts.of(Tables.published(Tables.rates())).in(Language.SPANISH).dotPlot();
        String svg = chart.toSvg();
        assertTrue(svg.contains("lang=\"es\"") && svg.contains("* oculto") && svg.contains(">Tasa, intervalo<"), svg);
        assertTrue(svg.contains("48.2 %"), svg);
    }

    @Test
    void pictureTellsEveryRowToThoseWhoDoNotSeeIt() {
        Chart chart = published().get("dot plot");
        for (String expected : new String[] {"Women", "48.2 %", "Low income", "31.0 %", "Another gender, Rate *"}) {
            assertTrue(chart.description().contains(expected), chart.description());
        }
        assertTrue(chart.toHtml().contains("<table>") && chart.toHtml().contains("<th scope=\"col\""));
    }

    @Test
    void limitsOfTheFunnelAreThoseOfTheFormula() {
        // 100 of 400 in all: 0.25 +- 1.959964 sqrt(0.25 x 0.75 / 100) at n = 100 is 0.1651 to 0.3349.
        Table table = Table.builder("Schools")
                .column(Column.text("group", "which"))
                .column(Column.count("yes", "yes"))
                .column(Column.count("n", "of"))
                .column(Column.share("rate", "yes / n"))
                .row(Datum.text("A"), Datum.whole(40), Datum.whole(100), Datum.real(0.4))
                .row(Datum.text("B"), Datum.whole(60), Datum.whole(300), Datum.real(0.2))
                .build();
        String vega = Charts.of(Tables.published(table)).funnelPlot().toVegaLite();
        double reach = 1.959963984540054 * Math.sqrt(0.25 * 0.75 / 300);
        assertTrue(vega.contains("{\"size\":300.0,\"estimate\":" + (0.25 - reach)), vega);
        assertTrue(vega.contains("{\"size\":300.0,\"estimate\":" + (0.25 + reach)), vega);
        // A lies outside 99.8 %, 0.25 + 3.09 x 0.0433 = 0.384, and is named; B does not.
        List<String> words = Drawn.of(
                        Charts.of(Tables.published(table)).funnelPlot().toBareSvg(720))
                .lines();
        assertTrue(words.contains("A") && !words.contains("B"), words.toString());
    }

    @Test
    void curveOfThoseWhoWaitIsTurnedOver() {
        String vega = published().get("attainment curve").toVegaLite();
        // 0.92 of the women still wait after the first step.
        assertTrue(vega.contains("\"estimate\":0.07999999999999996"), vega);
        assertTrue(vega.contains("Share who have reached it"), vega);
    }

    @Test
    void seriesDifferInShapeAndDashAndAreSeenOnBothGrounds() {
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            for (String words :
                    new String[] {palette.ink(), palette.soft(), palette.link(), palette.good(), palette.bad()}) {
                assertTrue(Palette.contrast(words, palette.background()) >= 4.5, words);
                assertTrue(Palette.contrast(words, palette.raised()) >= 4.5, words);
            }
            for (String series : palette.series()) {
                assertTrue(Palette.contrast(series, palette.background()) >= 3, series);
            }
            assertTrue(Palette.contrast(palette.edge(), palette.background()) >= 3);
            assertEquals(8, palette.series().size());
        }
        for (String step : Palette.STEPS) {
            assertTrue(Palette.contrast(Palette.upon(step), step) >= 4.5, step);
        }
        for (String step : Palette.STEPS_BELOW) {
            assertTrue(Palette.contrast(Palette.upon(step), step) >= 4.5, step);
        }
        for (int i = 1; i < Palette.STEPS.size(); i++) {
            assertTrue(Palette.luminance(Palette.STEPS.get(i)) < Palette.luminance(Palette.STEPS.get(i - 1)));
        }
        Set<String> shapes = new LinkedHashSet<>();
        for (int series = 0; series < Seen.MOST_SERIES; series++) {
            Svg svg = new Svg(240);
            svg.point(100, 100, series, true);
            shapes.add(svg.finish("", "", "en").replaceAll("(?s).*<path d=\"([^\"]*)\".*", "$1"));
        }
        assertEquals(Seen.MOST_SERIES, shapes.size());
    }

    @Test
    void whatCannotBeDrawnIsRefusedByName() {
        Charts rates = Charts.of(Tables.published(Tables.rates()));
        IllegalArgumentException missing = assertThrows(IllegalArgumentException.class, rates::trend);
        assertTrue(
                missing.getMessage().contains("PERIOD") && missing.getMessage().contains("rate"));
        assertThrows(IllegalArgumentException.class, rates::heatTable);
        assertThrows(
                IllegalArgumentException.class,
                () -> rates.with(Role.ESTIMATE, "shoe_size").dotPlot());
        assertThrows(IllegalArgumentException.class, () -> rates.dotPlot().toSvg(100));
        assertThrows(IllegalArgumentException.class, () -> Charts.forAnalysts(" ", Tables.rates()));
        Table.Builder many = Table.builder("Many")
                .column(Column.text("group", "who"))
                .column(Column.text("period", "year"))
                .column(Column.share("rate", "yes / n"));
        for (int i = 0; i <= Seen.MOST_SERIES; i++) {
            many.row(Datum.text("group " + i), Datum.text("2020"), Datum.real(0.5));
        }
        Chart nine = Charts.forAnalysts("x", many.build()).trend();
        assertThrows(IllegalArgumentException.class, nine::toSvg);
    }

    @Test
    void emptyTableAndOneValueAreDrawn() {
        Table empty = Table.builder("Nobody")
                .column(Column.text("group", "who"))
                .column(Column.share("rate", "yes / n"))
                .build();
        Drawn.of(Charts.of(Tables.published(empty)).dotPlot().toSvg()).assertInside("empty");
        Table one = Table.builder("One")
                .column(Column.text("group", "who"))
                .column(Column.share("rate", "yes / n"))
                .row(Datum.text("all"), Datum.real(1))
                .build();
        Drawn.of(Charts.of(Tables.published(one)).dotPlot().toSvg()).assertInside("one");
        assertNotEquals("", Charts.of(Tables.published(one)).dotPlot().toString());
    }
}
