package org.waymark.examples;

import static org.waymark.core.student.Students.GENDER;
import static org.waymark.core.student.Students.GRADUATION_DATE;
import static org.waymark.core.student.Students.RACE;
import static org.waymark.core.student.Students.SCHOOL;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Population;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Window;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.core.tally.TimeTally;
import org.waymark.io.chart.Chart;
import org.waymark.io.chart.Charts;
import org.waymark.io.page.Page;
import org.waymark.io.page.Section;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.decomposition.PipelineGap;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.goal.GoalOutlook;
import org.waymark.metrics.goal.GoalPath;
import org.waymark.metrics.goal.RateSeries;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.representation.RepresentationByGroup;
import org.waymark.metrics.smallgroup.FunnelPlot;
import org.waymark.metrics.survival.AttainmentRate;

/** Draws every kind of picture of a made-up region into a folder, and a page for everyone of one release. */
public final class PicturesOfARegion {
    private static final String PURPOSE = "a first look at the region";

    private PicturesOfARegion() {}

    /** Takes the folder to draw into. */
    public static void main(String[] arguments) throws IOException {
        run(Synthetic.region(40_000, 42), Path.of(arguments[0]), System.out);
    }

    /**
     * A table and how it is drawn.
     *
     * @param table what a measure found
     * @param drawn the kind of picture
     */
    record Picture(Table table, Function<Charts, Chart> drawn) {}

    static void run(Population region, Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        Page<Table> page = Page.forAnalysts(PURPOSE, "Pictures of a region");
        for (Picture picture : pictures(region)) {
            Chart chart = picture.drawn().apply(Charts.forAnalysts(PURPOSE, picture.table()));
            Files.writeString(folder.resolve(chart.kind().key() + ".svg"), chart.toSvg());
            Files.writeString(folder.resolve(chart.kind().key() + ".vl.json"), chart.toVegaLite());
            page = page.section(Section.of(chart.title()).drawn(picture.drawn()), picture.table());
            out.println(chart);
        }
        page.write(folder.resolve("pictures.html"));
        forEveryone(region, folder, out);
    }

    static List<Picture> pictures(Population region) {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Axis race = RACE.as(RaceSchemes.FEDERAL_7);
        Groups income = Students.everAxis(StatusKind.LOW_INCOME);
        Faces faces = Faces.each(GENDER, race, income, SCHOOL).and(Faces.crossing(race, income));
        Tally tally = region.classOf(2024).tally(List.of(enrolled), faces);
        TimeTally times = region.classOf(2017).times(Catalog.timeToCredentialByAge(26), GENDER);
        BigDecimal goal = new BigDecimal("0.60");
        return List.of(
                new Picture(
                        Rate.of(enrolled).by(race).over(tally).toTable(),
                        charts -> charts.goal(goal).dotPlot()),
                new Picture(
                        Gap.of(enrolled)
                                .to(Reference.rest())
                                .by(race)
                                .over(tally)
                                .toTable(),
                        Charts::dumbbell),
                new Picture(years(region, enrolled, income), Charts::trend),
                new Picture(pipeline(region, income), Charts::pipelineFunnel),
                new Picture(
                        new RepresentationByGroup(enrolled, race)
                                .amongMembersTable()
                                .over(tally),
                        Charts::pairBars),
                new Picture(AttainmentRate.byHorizon().curves(GENDER).over(times), Charts::attainmentCurve),
                new Picture(FunnelPlot.of(enrolled, SCHOOL).over(tally).toTable(), Charts::funnelPlot),
                new Picture(Rate.of(enrolled).by(race, income).over(tally).toTable(), Charts::heatTable));
    }

    private static Table years(Population region, Indicator enrolled, Groups income) {
        Map<Integer, Tally> classes = new LinkedHashMap<>();
        for (int year = 2016; year <= 2024; year++) {
            classes.put(year, region.classOf(year).tally(enrolled, income));
        }
        RateSeries low = RateSeries.of(enrolled, classes, income, "low income");
        GoalPath path = GoalPath.of(2016, low.years().get(0).share(), 2030, new BigDecimal("0.70"));
        return GoalOutlook.of(path, low).years();
    }

    private static Table pipeline(Population region, Groups income) {
        PipelineGap leaks = PipelineGap.of(income, "not low income", "low income")
                .stage("graduate on time", GRADUATION_DATE.within(Window.before(Bound.on(LocalDate.of(2018, 9, 1)))))
                .stage(
                        "enrol within a year",
                        Catalog.COLLEGE.taken().within(Window.within(Period.ofDays(366), GRADUATION_DATE)))
                .stage(
                        "earn a credential within seven years",
                        Catalog.AWARD.taken().within(Window.within(Period.ofYears(7), GRADUATION_DATE)));
        return leaks.over(region.classOf(2018).tally(leaks.stages(), Faces.each(income)))
                .remaining();
    }

    private static void forEveryone(Population region, Path folder, PrintStream out) throws IOException {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Tally tally = region.classOf(2024).tally(enrolled, SCHOOL);
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(tally));
        if (outcome instanceof ReleaseOutcome.Cleared cleared) {
            PublicTable rates = cleared.release().table(Rate.of(enrolled).by(SCHOOL));
            Files.writeString(
                    folder.resolve("schools.svg"), Charts.of(rates).dotPlot().toSvg());
            Page.of("College-going by school")
                    .section(Section.of("Class of 2024"), rates)
                    .write(folder.resolve("schools.html"));
            out.println("schools.svg and schools.html: for everyone");
        } else if (outcome instanceof ReleaseOutcome.Refused refused) {
            refused.reasons().forEach(out::println);
        }
    }
}
