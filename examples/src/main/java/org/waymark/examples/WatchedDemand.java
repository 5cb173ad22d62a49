package org.waymark.examples;

import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.pathway.Program;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Where;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.catalog.Careers;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.demand.DemandShares;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;

/** What students can do and train for, beside what jobs ask for. */
final class WatchedDemand {
    static final List<String> IDS = List.of("D4", "E8", "E9");

    private static final EventKind ASSESSMENTS = EventKind.of("skill_assessments");
    private static final long LITERATE = 3;

    private final ScorecardTallies tallies;

    WatchedDemand(ScorecardTallies tallies) {
        this.tallies = tallies;
    }

    Table table(ScorecardFolder.Watched watched) {
        List<String> chosen = List.of(watched.parameter().split("\\|", -1));
        return switch (watched.id()) {
            case "D4" -> skillsGap(watched, WatchedSources.shares(watched.parameter()));
            case "E8" -> byGroup(Careers.highDemandTraining(chosen), watched);
            default -> byGroup(Careers.highDemandPrograms(programs(chosen)), watched);
        };
    }

    /**
     * The share of students who are literate in science, technology, engineering and mathematics against the share of jobs that
     * ask for it: how far the students are behind the jobs, and how many more would have to be.
     */
    private Table skillsGap(ScorecardFolder.Watched watched, DemandShares jobs) {
        Condition.Took assessed = ASSESSMENTS.taken().where(Where.in(Dimension.of("skill"), "CRITICAL_THINKING"));
        Condition rule = ASSESSMENTS
                .taken()
                .where(Where.in(Dimension.of("skill"), "CRITICAL_THINKING")
                        .and(Quantity.of("score").atLeast(LITERATE)));
        Indicator literate = Catalog.stemLiterate(assessed, rule);
        Axis axis = tallies.groups().orElseThrow();
        Tally tally = tallies.of(literate, watched.cohort(), watched.period(), Faces.each(axis));
        Table gaps = Gap.of(literate)
                .to(Reference.goal("jobs that ask for STEM skills", jobs.ofAll()))
                .by(axis)
                .over(tally)
                .toTable();
        return ScorecardRun.titled(
                        gaps, "STEM skills gap, " + tally.question().of().name())
                .withNotes(List.of(
                        "Demand: "
                                + jobs.ofAll()
                                        .movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString() + " % of the " + jobs.of() + " of " + jobs.year()
                                + " ask for STEM skills, as projected by " + jobs.source() + ".",
                        "Supply: students whose critical thinking was scored " + LITERATE
                                + " or more, among those assessed. It"
                                + " is as if they were to work as the jobs of " + jobs.year()
                                + " are; needed is how many more would have to be literate."));
    }

    private Table byGroup(Indicator indicator, ScorecardFolder.Watched watched) {
        Axis axis = tallies.groups().orElseThrow();
        Optional<SchoolYear> year = watched.period();
        Tally tally = tallies.of(indicator, watched.cohort(), year, Faces.each(axis));
        return ScorecardRun.titled(
                ScorecardRun.withEverybody(indicator, axis, tally),
                indicator.name() + ", " + tally.question().of().name()
                        + year.map(one -> ", " + one).orElse(""));
    }

    /** The programs of the industries in high demand. */
    private List<String> programs(List<String> industries) {
        return tallies.population().stream(Program.SCHEMA)
                .filter(program ->
                        program.industry().filter(industries::contains).isPresent())
                .map(program -> program.id().value())
                .toList();
    }
}
