package org.waymark.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Cohorts;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;

/** What a scorecard counts: each question once, by the watched groups, schools kept apart for honest errors. */
final class ScorecardTallies {
    /** One question of a scorecard. */
    record Asked(Indicator indicator, String cohort, Optional<SchoolYear> period) {}

    private final Population population;
    private final Optional<Groups> groups;
    private final Map<Asked, Tally> tallies = new LinkedHashMap<>();
    private final boolean sealed;

    ScorecardTallies(Population population, Optional<Groups> groups) {
        this(population, groups, false);
    }

    private ScorecardTallies(Population population, Optional<Groups> groups, boolean sealed) {
        this.population = population;
        this.groups = groups;
        this.sealed = sealed;
    }

    /** Those that count one kind of members. */
    ScorecardTallies of(Unit unit) {
        ScorecardTallies some = new ScorecardTallies(population, groups, true);
        tallies.forEach((asked, tally) -> {
            if (asked.indicator().unit().equals(unit)) {
                some.tallies.put(asked, tally);
            }
        });
        return some;
    }

    /**
     * The same questions with other answers, such as those of a release, and no way to count anything more.
     *
     * @param answers in the order of {@link #asked}
     */
    ScorecardTallies answeredBy(List<Tally> answers) {
        ScorecardTallies same = new ScorecardTallies(population, groups, true);
        int at = 0;
        for (Asked asked : tallies.keySet()) {
            same.tallies.put(asked, answers.get(at++));
        }
        return same;
    }

    Population population() {
        return population;
    }

    Optional<Groups> groups() {
        return groups;
    }

    /** Everything that was asked so far, in order. */
    Map<Asked, Tally> asked() {
        return tallies;
    }

    Tally of(Indicator indicator, String cohort, Optional<SchoolYear> period) {
        return tallies.computeIfAbsent(
                new Asked(indicator, cohort, period),
                asked -> of(
                        indicator,
                        cohort,
                        period,
                        watched(indicator).map(Faces::each).orElse(Faces.TOTAL)));
    }

    /** A tally that is not shown by itself, along axes of its own. */
    Tally of(Indicator indicator, String cohort, Optional<SchoolYear> period, Faces faces) {
        if (sealed) {
            throw new IllegalStateException("tallies: must have been released, was not: " + indicator);
        }
        CohortDefinition of = cohort(indicator, cohort);
        Question question = new Question(of, List.of(indicator), faces, population.asOf(), period, cluster(indicator));
        return population.cohort(of).tally(question);
    }

    /** Watched groups are groups of students; partners and engagements have none. */
    Optional<Axis> watched(Indicator indicator) {
        return indicator.unit().equals(Unit.STUDENT) ? groups.map(axis -> axis) : Optional.empty();
    }

    /** {@code class_of=2024} is the adjusted class where it is known who left it. */
    private CohortDefinition cohort(Indicator indicator, String written) {
        int equals = written.indexOf('=');
        if (equals < 0) {
            return CohortDefinition.all(indicator.unit());
        }
        String name = written.substring(0, equals);
        String value = written.substring(equals + 1);
        if (!name.equals("class_of")) {
            return CohortDefinition.of(
                    name.replace("_", " ") + " " + value, Dimension.of(name).in(value));
        }
        int year = Integer.parseInt(value);
        return population.find(Students.EXIT.unit()).isPresent()
                ? Cohorts.classOf(year)
                : Cohorts.everybodyOfClass(year);
    }

    /** Students of one school are not independent of each other. */
    private Optional<Axis> cluster(Indicator indicator) {
        boolean schools = population.find(Students.ENROLMENT.unit()).isPresent()
                || population
                        .find(Unit.STUDENT)
                        .filter(students -> students.dimensions().contains(Students.SCHOOL))
                        .isPresent();
        return schools && indicator.unit().equals(Unit.STUDENT) ? Optional.of(Students.SCHOOL) : Optional.empty();
    }
}
