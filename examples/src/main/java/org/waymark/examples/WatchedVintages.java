package org.waymark.examples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.place.School;
import org.waymark.core.population.Cohort;
import org.waymark.core.student.Enrolment;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.comparison.Comparison;
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.goal.GoalCheck;
import org.waymark.metrics.goal.GoalOutlook;
import org.waymark.metrics.goal.GoalPath;
import org.waymark.metrics.goal.RateSeries;
import org.waymark.metrics.linkage.Linkage;
import org.waymark.metrics.linkage.LinkageKey;
import org.waymark.metrics.linkage.Linked;

/** What a scorecard says over time: the way to a goal, what changed since an earlier day, and people in several lists. */
final class WatchedVintages {
    static final List<String> IDS = List.of("G1", "E5-linked", "compare");

    private final ScorecardTallies tallies;
    private final ScorecardFolder folder;

    WatchedVintages(ScorecardTallies tallies, ScorecardFolder folder) {
        this.tallies = tallies;
        this.folder = folder;
    }

    Table table(ScorecardFolder.Watched watched) {
        String[] chosen = watched.parameter().split("\\|", -1);
        return switch (watched.id()) {
            case "G1" -> outlook(Catalog.find(chosen[0]).orElseThrow(), chosen);
            case "compare" -> compared(Catalog.find(chosen[0]).orElseThrow(), LocalDate.parse(chosen[1]));
            default ->
                linked(watched.period()
                        .orElse(SchoolYear.containing(tallies.population().asOf())));
        };
    }

    /**
     * Observed classes, the target, and what is projected, each on a row of its own. The path starts from the goal's own baseline in
     * the class that is named for it, or else from the first class.
     */
    private Table outlook(Indicator indicator, String[] chosen) {
        int first = Integer.parseInt(chosen[1]);
        Goal goal = folder.goals().stream()
                .filter(promise -> promise.indicator().equals(indicator))
                .map(ScorecardFolder.Promise::goal)
                .filter(one -> one.kind() == Goal.Kind.LEVEL)
                .findFirst()
                .orElseThrow();
        int due = goal.due().endYear();
        Map<Integer, Tally> classes = new LinkedHashMap<>();
        for (int year = first; year < due; year++) {
            classes.put(year, tallies.population().classOf(year).tally(indicator));
        }
        RateSeries series = RateSeries.of(indicator, classes);
        GoalPath path = goal.baseline()
                .filter(baseline -> chosen.length > 2)
                .map(baseline -> GoalPath.of(Integer.parseInt(chosen[2]), baseline.value(), due, goal.target()))
                .orElse(GoalPath.of(first, series.years().get(0).share(), due, goal.target()));
        GoalOutlook outlook = GoalOutlook.of(path, series);
        return outlook.toTable()
                .withNotes(List.of("Observed: classes of " + first + " to "
                        + series.latest().orElseThrow().year() + ". Target: " + goal.inUnit(goal.target())
                        + ". Projected: " + outlook.projected().explain()));
    }

    /** What is known now against what was known on an earlier day; each difference with its cause. */
    private Table compared(Indicator indicator, LocalDate earlier) {
        Cohort everybody = tallies.population().all(indicator.unit());
        Tally now = everybody.tally(indicator, tallies.groups().orElseThrow());
        Tally then = everybody.asOf(earlier).tally(now.question().asOf(earlier));
        return ScorecardRun.titled(
                Comparison.of(then, now, then).toTable(), indicator.name() + ": what changed since " + earlier);
    }

    /** Students of all districts' lists, once each; and what could be said if only the lengths of the lists were known. */
    private Table linked(SchoolYear year) {
        Map<String, String> districts = new LinkedHashMap<>();
        tallies.population().stream(School.SCHEMA)
                .forEach(school -> school.district()
                        .ifPresent(district -> districts.put(school.id().value(), district.value())));
        Map<String, Map<String, Map<String, String>>> lists = new TreeMap<>();
        tallies.population().stream(Enrolment.SCHEMA)
                .filter(one -> one.start().isBefore(year.endExclusive())
                        && one.end().map(end -> end.isAfter(year.start())).orElse(true))
                .forEach(one -> lists.computeIfAbsent(
                                districts.getOrDefault(one.school().value(), "none"), district -> new LinkedHashMap<>())
                        .putIfAbsent(
                                one.student().value(),
                                Map.of("id", one.student().value())));
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        lists.forEach((district, students) -> rows.put(district, new ArrayList<>(students.values())));
        Linked linked = Linkage.on(LinkageKey.id("id")).link(rows);
        Count lengths = Linkage.headcounts(
                rows.values().stream().map(list -> (long) list.size()).toList());
        List<String> notes = new ArrayList<>();
        notes.add("By the lengths of the lists alone: " + lengths + " students.");
        folder.goals().stream()
                .map(ScorecardFolder.Promise::goal)
                .filter(goal -> goal.kind() == Goal.Kind.COUNT)
                .findFirst()
                .ifPresent(goal -> notes.add(goal.name() + ": "
                        + GoalCheck.count(
                                        goal,
                                        "all",
                                        linked.people(),
                                        tallies.population().asOf())
                                .status()
                        + " by linked lists, "
                        + GoalCheck.count(
                                        goal,
                                        "all",
                                        lengths,
                                        tallies.population().asOf())
                                .status()
                        + " by their lengths."));
        return ScorecardRun.titled(linked.toTable(), "Students in the lists of all districts, " + year)
                .withNotes(notes);
    }
}
