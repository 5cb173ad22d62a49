package org.waymark.portal;

import static org.waymark.core.student.Students.GENDER;
import static org.waymark.core.student.Students.LOCALE;
import static org.waymark.core.student.Students.RACE;
import static org.waymark.core.student.Students.RURAL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Groups;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.goal.GoalReport;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.rate.Rate;

/** What the portal tells, declared before anything is counted. Nothing else leaves it. */
final class Grid {
    /** Classes, by the year in which they graduate. */
    static final List<Integer> CLASSES = List.of(2022, 2023, 2024);

    private static final Groups WATCHED = Groups.named("watched groups")
            .group("Female", GENDER.in("F"))
            .group("Rural", LOCALE.in(RURAL))
            .group("Low income", Students.ever(StatusKind.LOW_INCOME))
            .group("Hispanic", RACE.as(RaceSchemes.FEDERAL_7).inGroup("Hispanic"))
            .build();

    private static final Goal ENROLLED = new Goal(
            "60 % enrol within a year",
            Goal.Kind.LEVEL,
            new BigDecimal("0.60"),
            false,
            SchoolYear.parse("2029-30"),
            "Career Connect Southwest, strategic goal 1");

    private Grid() {}

    /** One table that is told. */
    record Figure(Asked asked, Indicator indicator, String title, Measure<Tally, ? extends Tabular> measure) {}

    /** What is asked of a class. */
    static List<Indicator> indicators(int year) {
        return List.of(Catalog.enrolledWithinAYear(), Catalog.graduation(4, year));
    }

    /** The groups, by the name that a request gives them. */
    static Map<String, Axis> groups() {
        Map<String, Axis> groups = new LinkedHashMap<>();
        groups.put("gender", GENDER);
        groups.put("race", RACE.as(RaceSchemes.FEDERAL_7));
        groups.put("watched", WATCHED);
        return groups;
    }

    /** How the goal stands, for everybody and for each watched group. */
    static Measure<Tally, ? extends Tabular> goals() {
        return GoalReport.of(Catalog.enrolledWithinAYear(), ENROLLED).by(WATCHED);
    }

    /** What was promised of an indicator, if anything was. */
    static Optional<BigDecimal> goalOf(String indicator) {
        return Optional.of(ENROLLED.target()).filter(goal -> indicator.equals("A3"));
    }

    /** Every figure of a class: each indicator by each of the groups, as a rate and as a gap to everybody else. */
    static List<Figure> figures(int year) {
        List<Figure> figures = new ArrayList<>();
        for (Indicator indicator : indicators(year)) {
            groups().forEach((by, axis) -> {
                String title = indicator.name() + ", class of " + year + ", by " + axis.title();
                figures.add(new Figure(
                        new Asked(indicator.id(), by, "rate", year),
                        indicator,
                        title,
                        Rate.of(indicator).by(axis)));
                figures.add(new Figure(
                        new Asked(indicator.id(), by, "gap", year),
                        indicator,
                        title + ": gap to everybody else",
                        Gap.of(indicator).to(Reference.rest()).by(axis)));
            });
        }
        return figures;
    }
}
