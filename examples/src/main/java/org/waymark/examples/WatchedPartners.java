package org.waymark.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.partner.Event;
import org.waymark.core.partner.SponsorLevel;
import org.waymark.core.partner.Sponsorship;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.HighSchoolPlan;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.Students;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.partner.EngagementRoles;
import org.waymark.metrics.partner.IdentityMatch;
import org.waymark.metrics.partner.LaunchConditions;
import org.waymark.metrics.partner.PartnerFlow;
import org.waymark.metrics.partner.PathwaySteps;
import org.waymark.metrics.partner.ProgramAccess;
import org.waymark.metrics.partner.Reach;
import org.waymark.metrics.rate.Headcount;

/** Measures of partners, programs and the organisation itself that a scorecard can watch. */
final class WatchedPartners {
    static final List<String> IDS = List.of(
            "B9",
            "B10",
            "C3",
            "C4",
            "C5",
            "C6",
            "C7",
            "endorsements",
            "events",
            "family-roles",
            "launch-conditions",
            "options-met",
            "roles");

    private final Population population;

    WatchedPartners(Population population) {
        this.population = population;
    }

    List<Table> tables(ScorecardFolder.Watched watched) {
        SchoolYear year = watched.period().orElse(SchoolYear.containing(population.asOf()));
        return switch (watched.id()) {
            case "B9" -> List.of(ProgramAccess.of(population).toTable());
            case "B10" -> List.of(PathwaySteps.of(population, population.asOf()).toTable());
            case "C3" -> List.of(partners(year));
            case "C4" -> List.of(Reach.of(population, year).toTable());
            case "C5" -> List.of(IdentityMatch.of(population, year).toTable());
            case "C6" ->
                List.of(
                        likeItsStudents(),
                        headcount("staff", Dimension.of("role")),
                        crossed("staff", Dimension.of("voice"), Dimension.of("identities")));
            case "C7" ->
                List.of(
                        sponsors(),
                        headcount("sponsorships", Dimension.of("level")),
                        headcount("partners", Dimension.of("industry")));
            case "endorsements" -> List.of(endorsements(year));
            case "events" -> List.of(events());
            case "family-roles" -> List.of(headcount("family_engagements", Dimension.of("role")));
            case "launch-conditions" ->
                List.of(LaunchConditions.of(population, population.asOf()).toTable());
            case "options-met" -> List.of(headcount("graduation_options_met", Dimension.of("option")));
            default -> List.of(EngagementRoles.of(population, year).toTable());
        };
    }

    private static Indicator everyOne(String unit) {
        return Indicator.builder(unit)
                .name("All " + unit.replace('_', ' '))
                .unit(Unit.of(unit))
                .build();
    }

    private Table headcount(String unit, Axis axis) {
        Indicator all = everyOne(unit);
        return Headcount.of(all).by(axis).over(population.all(Unit.of(unit)).tally(all, axis));
    }

    private Table crossed(String unit, Dimension first, Dimension second) {
        Indicator all = everyOne(unit);
        Tally tally = population.all(Unit.of(unit)).tally(List.of(all), Faces.crossing(first, second));
        Table.Builder table = Table.builder(all.name() + " by " + first.title() + " and " + second.title())
                .column(Column.text("group", first.title() + " and " + second.title()))
                .column(Column.count("number", "how many"));
        for (Cell cell : tally.by(all, first, second)) {
            if (cell.yes().high() > 0) {
                table.row(Datum.text(cell.name()), Datum.whole(cell.yes().exact()));
            }
        }
        return table.build();
    }

    /** How many sponsors of each level each event had. */
    private Table sponsors() {
        Map<String, Map<SponsorLevel, Long>> events = new TreeMap<>();
        population.stream(Sponsorship.SCHEMA)
                .forEach(one -> events.computeIfAbsent(one.event().value(), event -> new EnumMap<>(SponsorLevel.class))
                        .merge(one.level(), 1L, Long::sum));
        Table.Builder table = Table.builder("Sponsors by event").column(Column.text("event", "which event"));
        for (SponsorLevel level : SponsorLevel.values()) {
            table.column(Column.count(level.name().toLowerCase(Locale.ROOT), "sponsors of this level"));
        }
        events.forEach((event, levels) -> {
            List<Datum> row = new ArrayList<>(List.of(Datum.text(event)));
            for (SponsorLevel level : SponsorLevel.values()) {
                row.add(Datum.whole(levels.getOrDefault(level, 0L)));
            }
            table.row(row);
        });
        return table.build();
    }

    /** Which partners came, stayed and went, school year by school year. */
    private Table partners(SchoolYear last) {
        Table.Builder table = Table.builder("Partners from year to year")
                .column(Column.text("school_year", "which school year"))
                .column(Column.count("active", "partners of the year"))
                .column(Column.count("retained", "active in the year before, too"))
                .column(Column.count("new", "never active before"))
                .column(Column.count("returning", "active earlier, but not in the year before"))
                .column(Column.count("lapsed", "active in the year before and no longer"))
                .column(Column.share("retention", "retained, of those of the year before"));
        CohortDefinition all = CohortDefinition.all(Unit.of("partners"));
        for (int back = 3; back >= 0; back--) {
            SchoolYear year = last.plusYears(-back);
            Question question = Question.of(all, PartnerFlow.indicators(), Faces.TOTAL, population.asOf())
                    .during(year);
            PartnerFlow flow = PartnerFlow.measure().over(population.cohort(all).tally(question));
            long retained = flow.retained().yes().exact();
            long added = flow.added().yes().exact();
            long returning = flow.returning().yes().exact();
            table.row(
                    Datum.text(year.toString()),
                    Datum.whole(retained + added + returning),
                    Datum.whole(retained),
                    Datum.whole(added),
                    Datum.whole(returning),
                    Datum.whole(flow.lapsed().yes().exact()),
                    Datum.realOr(flow.retention().estimate(), "nobody to count"));
        }
        return table.build();
    }

    /** Whether staff, board and partner representatives look like the students, group by group. */
    private Table likeItsStudents() {
        Indicator people = everyOne("staff");
        Dimension identities = Dimension.of("identities");
        Dimension role = Dimension.of("role");
        Tally staff = population.all(Unit.of("staff")).tally(List.of(people), Faces.crossing(role, identities));
        Indicator enrolled = everyOne("students");
        Axis race = Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION);
        Tally students = population.all(Unit.STUDENT).tally(enrolled, race);
        Map<String, String> names = new LinkedHashMap<>();
        names.put("HISPANIC", "Hispanic");
        names.put("AIAN", "American Indian/Alaska Native");
        names.put("ASIAN", "Asian");
        names.put("BLACK", "Black");
        names.put("WHITE", "White");
        Table.Builder table = Table.builder("Who is heard: people of the organisation beside its students")
                .column(Column.text("role", "as what"))
                .column(Column.text("group", "who"))
                .column(Column.count("number", "how many"))
                .column(Column.share("share", "of all of this role whose groups are known"))
                .column(Column.share("students", "the group's share of students"))
                .column(Column.number("index", "the one share divided by the other"))
                .note("Alone or in combination: shares may add up to more than all. Groups of few people say little.");
        for (String of : List.of("STAFF", "BOARD", "PARTNER_REPRESENTATIVE")) {
            List<Cell> own = staff.by(people, role, identities).stream()
                    .filter(cell -> cell.labels().get(0).name().equals(of)
                            && cell.labels().get(1).isGroup())
                    .toList();
            long all = own.stream().mapToLong(cell -> cell.yes().exact()).sum();
            names.forEach((label, name) -> {
                long number = own.stream()
                        .filter(cell -> cell.labels().get(1).name().equals(label))
                        .mapToLong(cell -> cell.yes().exact())
                        .sum();
                double region = (double) students.group(enrolled, race, name)
                                .orElseThrow()
                                .yes()
                                .exact()
                        / students.total(enrolled).yes().exact();
                table.row(
                        Datum.text(of.toLowerCase(Locale.ROOT).replace('_', ' ')),
                        Datum.text(name),
                        Datum.whole(number),
                        all == 0 ? Datum.missing("nobody to count") : Datum.real((double) number / all),
                        Datum.real(region),
                        all == 0 || region == 0
                                ? Datum.missing("nobody to count")
                                : Datum.real((double) number / all / region));
            });
        }
        return table.build();
    }

    /** How many programs are endorsed for Career Launch at the end of each school year. */
    private Table endorsements(SchoolYear last) {
        Table.Builder table = Table.builder("Career Launch endorsements at the end of each school year")
                .column(Column.text("school_year", "which school year"))
                .column(Column.count("endorsed", "programs endorsed on its last day"))
                .column(Column.count("additional", "more than the year before"));
        long before = 0;
        for (int back = 4; back >= 0; back--) {
            SchoolYear year = last.plusYears(-back);
            long endorsed = LaunchConditions.of(population, year.endExclusive().minusDays(1))
                    .endorsed();
            table.row(
                    Datum.text(year.toString()),
                    Datum.whole(endorsed),
                    back == 4 ? Datum.missing("no year before") : Datum.whole(endorsed - before));
            before = endorsed;
        }
        return table.build();
    }

    /** What the organisation did, day by day, for whom, and how many students plan a career in the event's sector. */
    private Table events() {
        List<HighSchoolPlan> plans = population.stream(HighSchoolPlan.SCHEMA).toList();
        Table.Builder table = Table.builder("Events, and who could be interested")
                .column(Column.day("day", "when"))
                .column(Column.text("event", "what it is called"))
                .column(Column.text("industry", "its sector"))
                .column(Column.text("audience", "grades for which it is meant"))
                .column(Column.count(
                        "interested", "students whose plan of the year before named the sector as their goal"));
        List<Event> events = new ArrayList<>(population.stream(Event.SCHEMA).toList());
        events.sort(Comparator.comparing(Event::day));
        for (Event event : events) {
            long interested = plans.stream()
                    .filter(plan ->
                            plan.industry().isPresent() && plan.industry().equals(event.industry()))
                    .filter(plan -> !plan.updated().isAfter(event.day())
                            && plan.updated().isAfter(event.day().minusYears(1)))
                    .map(HighSchoolPlan::student)
                    .distinct()
                    .count();
            table.row(
                    Datum.day(event.day()),
                    Datum.text(event.name().orElse("")),
                    Datum.text(event.industry().orElse("")),
                    Datum.text(event.audience().orElse("")),
                    Datum.whole(interested));
        }
        return table.build();
    }
}
