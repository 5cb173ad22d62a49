package org.waymark.examples;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.place.Network;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.attainment.OutcomeByParticipation;
import org.waymark.metrics.catalog.Careers;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapChanges;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.inequality.Predictability;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.partner.ProgramAccess;
import org.waymark.metrics.rate.Headcount;
import org.waymark.metrics.rate.Rate;

/** Measures of students that a scorecard can watch. */
final class WatchedStudents {
    static final List<String> IDS = List.of(
            "A2",
            "A7",
            "B4",
            "B9-students",
            "D5",
            "E3-by-region",
            "E4",
            "E7",
            "by-network",
            "pipeline",
            "by-participation",
            "crossings",
            "series");

    private static final Axis RACE = Students.RACE.as(RaceSchemes.FEDERAL_7);

    private final ScorecardTallies tallies;
    private final ScorecardFolder folder;

    WatchedStudents(ScorecardTallies tallies, ScorecardFolder folder) {
        this.tallies = tallies;
        this.folder = folder;
    }

    Table table(ScorecardFolder.Watched watched) {
        String parameter = watched.parameter();
        SchoolYear year = watched.period()
                .orElse(SchoolYear.containing(tallies.population().asOf()));
        return switch (watched.id()) {
            case "A2" -> new WatchedChain(tallies).projected(parameter.split("\\|", -1));
            case "pipeline" -> new WatchedChain(tallies).pipeline(Integer.parseInt(parameter));
            case "A7" -> gapChange(Catalog.find(parameter).orElseThrow(), year.plusYears(-3), year);
            case "B4" -> parity(Catalog.find(parameter).orElseThrow(), year);
            case "B9-students" ->
                byGroup(Careers.inReach(ProgramAccess.of(tallies.population()).schools()), year);
            case "D5" -> predictability(Integer.parseInt(parameter));
            case "E3-by-region" -> byGroup(Careers.familyWage(thresholds(parameter)), year);
            case "E4" -> byGroup(Catalog.stayed(List.of(parameter.split("\\|", -1))), year);
            case "E7" -> byGroup(Careers.worksIn(List.of(parameter.split("\\|", -1))), year);
            case "by-network" -> byNetwork(year);
            case "by-participation" -> byParticipation(Integer.parseInt(parameter));
            case "crossings" -> crossings(Integer.parseInt(parameter));
            default -> series(Catalog.find(parameter).orElseThrow(), year);
        };
    }

    private static SortedMap<String, BigDecimal> thresholds(String written) {
        SortedMap<String, BigDecimal> thresholds = new TreeMap<>();
        for (String one : written.split("\\|", -1)) {
            int equals = one.indexOf('=');
            thresholds.put(one.substring(0, equals), new BigDecimal(one.substring(equals + 1)));
        }
        return thresholds;
    }

    private Table byGroup(Indicator indicator, SchoolYear year) {
        Axis axis = tallies.groups().orElseThrow();
        Tally tally = tallies.of(indicator, "", Optional.of(year), Faces.each(axis));
        return ScorecardRun.titled(ScorecardRun.withEverybody(indicator, axis, tally), indicator.name() + ", " + year);
    }

    /** Whether the gaps of the watched groups to everybody else have narrowed, and which side moved. */
    private Table gapChange(Indicator indicator, SchoolYear earlier, SchoolYear later) {
        Axis axis = tallies.groups().orElseThrow();
        GapChanges changes = GapChanges.between(
                tallies.of(indicator, "", Optional.of(earlier), Faces.each(axis)),
                tallies.of(indicator, "", Optional.of(later), Faces.each(axis)),
                Gap.of(indicator).to(Reference.rest()),
                axis);
        return ScorecardRun.titled(
                changes.toTable(), indicator.name() + ": change of gaps from " + earlier + " to " + later);
    }

    /** Participants beside the region, each group on its own since groups overlap. A number the source lacks stays missing. */
    private Table parity(Indicator indicator, SchoolYear year) {
        Axis axis = tallies.groups().orElseThrow();
        Tally tally = tallies.of(indicator, "", Optional.of(year), Faces.each(axis));
        Cell all = tally.total(indicator);
        Table.Builder table = Table.builder("Composition: " + indicator.name() + ", " + year)
                .column(Column.text("group", "who"))
                .column(Column.count("participants", "how many take part"))
                .column(Column.share("share", "of all who take part"))
                .column(Column.share("region", "the group's share of the students enrolled in the year"))
                .column(Column.points("difference", "share of participants minus share of the region"))
                .column(Column.number("index", "share of participants divided by share of the region"))
                .column(Column.share("published", "the group's share of the region as the source prints it"));
        for (Cell cell : tally.by(indicator, axis)) {
            BigDecimal own = share(cell.yes(), all.yes());
            BigDecimal region = share(asked(cell), asked(all));
            boolean told = region.signum() > 0 && all.yes().exact() > 0;
            table.row(
                    Datum.text(cell.name()),
                    Datum.whole(cell.yes().exact()),
                    told ? Datum.real(own.doubleValue()) : Datum.missing("nobody to count"),
                    Datum.real(region.doubleValue()),
                    told ? Datum.real(own.subtract(region).doubleValue()) : Datum.missing("nobody to count"),
                    told ? Datum.real(own.doubleValue() / region.doubleValue()) : Datum.missing("nobody to count"),
                    folder.benchmarks()
                            .getOrDefault(cell.name(), Optional.empty())
                            .map(one -> Datum.real(one.share().value().doubleValue()))
                            .orElse(Datum.missing("not printed")));
        }
        return table.build();
    }

    private static Count asked(Cell cell) {
        return cell.members().minus(cell.outside());
    }

    private static BigDecimal share(Count part, Count whole) {
        return whole.exact() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part.exact()).divide(BigDecimal.valueOf(whole.exact()), MathContext.DECIMAL64);
    }

    /** How well on-time graduation can be told from social, cultural, gender, racial and economic groups. */
    private Table predictability(int classOf) {
        Indicator graduation = Catalog.graduation(4, classOf);
        Groups rural = Groups.yesNo("rural school", Students.LOCALE.in(Students.RURAL), "rural", "not rural");
        List<Axis> families = List.of(
                RACE,
                Students.GENDER,
                Students.everAxis(StatusKind.LOW_INCOME),
                Students.HOME_LANGUAGE,
                Students.FIRST_GENERATION,
                rural);
        Table.Builder table = Table.builder(graduation.name() + ": how far it can be told from groups")
                .column(Column.text("family", "along what students are grouped"))
                .column(Column.count("groups", "groups with members"))
                .column(Column.count("n", "members of known outcome"))
                .column(Column.points("largest_gap", "best rate minus worst"))
                .column(Column.points("mean_deviation", "how far a member's group lies from all, on average"))
                .column(Column.share("between", "share of the outcome's variance that lies between groups"))
                .column(Column.number("cramers_v", "0 cannot be told, 1 can be told without fail"))
                .column(Column.number("v_lower", "lower limit of its interval"))
                .column(Column.number("v_upper", "upper limit of its interval"))
                .column(Column.number("corrected_v", "the same without what chance alone gives"))
                .note("0 everywhere would be an outcome that no group predicts.");
        for (Axis family : families) {
            Tally tally = tallies.of(graduation, "class_of=" + classOf, Optional.empty(), Faces.each(family));
            List<Figure> told =
                    Predictability.of(graduation, family).over(tally).figures();
            Figure v = told.get(0);
            String none = v.undefined().map(Object::toString).orElse("");
            table.row(
                    Datum.text(family.title()),
                    count(v, "groups"),
                    count(v, "n"),
                    Datum.realOr(told.get(3).estimate(), none),
                    Datum.realOr(told.get(4).estimate(), none),
                    Datum.realOr(told.get(2).estimate(), none),
                    Datum.realOr(v.estimate(), none),
                    Datum.realOr(v.interval().map(Interval::lower), none),
                    Datum.realOr(v.interval().map(Interval::upper), none),
                    Datum.realOr(told.get(1).estimate(), none));
        }
        return table.build();
    }

    private static Datum count(Figure figure, String name) {
        return Optional.ofNullable(figure.counts().get(name)).map(Datum::whole).orElse(Datum.missing("none"));
    }

    /** Networks share districts, so a student can stand in several: each network once, everybody once. */
    private Table byNetwork(SchoolYear year) {
        Groups.Builder networks = Groups.named("network");
        tallies.population().stream(Network.SCHEMA)
                .forEach(network -> networks.group(
                        network.name().orElse(network.id().value()),
                        Students.DISTRICT.in(network.districts().stream()
                                .map(district -> district.value())
                                .toArray(String[]::new))));
        Indicator served = Careers.served();
        Axis axis = networks.build();
        Tally tally = tallies.of(served, "", Optional.of(year), Faces.each(axis));
        return ScorecardRun.titled(Headcount.of(served).by(axis).over(tally), served.name() + " by network, " + year);
    }

    private Table byParticipation(int classOf) {
        LocalDate landmark = LocalDate.of(classOf - 1, 9, 1);
        Indicator after = Catalog.graduation(4, classOf).toBuilder()
                .success(Students.GRADUATION_DATE.within(
                        Window.between(Bound.on(landmark), Bound.on(LocalDate.of(classOf, 9, 1)))))
                .build();
        OutcomeByParticipation asked =
                new OutcomeByParticipation(after, Catalog.PARTICIPATION, Where.ANY, landmark, Students.GENDER);
        Tally tally = tallies.population()
                .classOf(classOf)
                .tally(asked.question(
                        tallies.population().classOf(classOf).definition(),
                        tallies.population().asOf()));
        return ScorecardRun.titled(
                asked.measure().over(tally).toTable(),
                "Graduation of those who had taken part in career connected learning, and of the others");
    }

    /** Groups of two kinds at once: a student is never of one kind alone. */
    private Table crossings(int classOf) {
        Indicator graduation = Catalog.graduation(4, classOf);
        Axis income = Students.everAxis(StatusKind.LOW_INCOME);
        Tally tally = tallies.of(graduation, "class_of=" + classOf, Optional.empty(), Faces.crossing(RACE, income));
        return ScorecardRun.titled(
                Rate.of(graduation).by(RACE, income).over(tally).toTable(),
                graduation.name() + " by race and ethnicity and income together");
    }

    /** The number of each school year, students once a year. */
    private Table series(Indicator indicator, SchoolYear last) {
        Table.Builder table = Table.builder(indicator.name() + ", year by year")
                .column(Column.text("school_year", "which school year"))
                .column(Column.count("yes", "how many succeeded, each once in the year"))
                .column(Column.count("n", "of how many"))
                .column(Column.share("rate", "their share"));
        for (int back = 6; back >= 0; back--) {
            SchoolYear year = last.plusYears(-back);
            Cell cell =
                    tallies.of(indicator, "", Optional.of(year), Faces.TOTAL).total(indicator);
            long yes = cell.yes().plus(cell.early()).exact();
            long known = cell.known().plus(cell.early()).exact();
            table.row(
                    Datum.text(year.toString()),
                    Datum.whole(yes),
                    Datum.whole(known),
                    known == 0 ? Datum.missing("nobody to count") : Datum.real((double) yes / known));
        }
        return table.build();
    }
}
