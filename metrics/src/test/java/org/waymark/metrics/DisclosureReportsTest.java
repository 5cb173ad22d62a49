package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.Attacker;
import org.waymark.metrics.disclosure.CountTable;
import org.waymark.metrics.disclosure.Dominance;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleasePlan;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.disclosure.TableAudit;
import org.waymark.metrics.disclosure.TableProtection;

class DisclosureReportsTest {
    private static final TableAudit AUDIT =
            TableAudit.of("n", "group").mark("*", Count.between(1, 9)).sum("group", "all", List.of("a", "b", "c"));

    private static Table published(Datum a, Datum b, Datum c) {
        return Table.builder("t")
                .column(Column.text("group", "who"))
                .column(Column.count("n", "how many"))
                .row(Datum.text("all"), Datum.whole(100))
                .row(Datum.text("a"), a)
                .row(Datum.text("b"), b)
                .row(Datum.text("c"), c)
                .build();
    }

    @Test
    void oneHiddenCellOfASumFollows() {
        TableAudit.Found found = AUDIT.over(published(Datum.missing("*"), Datum.whole(40), Datum.whole(53)));
        assertEquals(List.of(List.of("a")), found.determined());
        assertEquals(Count.of(7), found.interval(List.of("a"), Attacker.LINKER));
        assertFalse(found.toString().contains("7"), found.toString());
    }

    @Test
    void aMemberKnowsMoreAndASchoolThatTalksGivesOthersAway() {
        TableAudit.Found found = AUDIT.over(published(Datum.missing("*"), Datum.missing("*"), Datum.whole(88)));
        assertEquals(List.of(), found.determined());
        assertEquals(Count.between(3, 9), found.interval(List.of("a"), Attacker.LINKER));
        // A member who knows one other knows of two; of the others there are one to seven.
        assertEquals(Count.between(1, 7), found.interval(List.of("a"), Attacker.insider(1)));
        assertEquals(List.of(List.of("b")), found.falling(Map.of(List.of("a"), 5L)));
    }

    @Test
    void sumThatPrintedNumbersDoNotKeepIsNamedAndLeftOut() {
        TableAudit.Found found = AUDIT.over(published(Datum.whole(1), Datum.whole(40), Datum.whole(53)));
        assertEquals(List.of("group: all = a + b + c"), found.broken());
        assertThrows(
                IllegalArgumentException.class,
                () -> AUDIT.over(published(Datum.real(0.5), Datum.whole(40), Datum.whole(53))));
    }

    @Test
    void planTellsWhoVanishesAndWhatPrintsMore() {
        ReleasePlan plan = Release.plan(
                        ReleasePolicy.standard(), "one year", List.of(Tallies.of(3, 5, 30, 60, 50, 100)))
                .or("three years", List.of(Tallies.of(9, 15, 90, 180, 150, 300)));
        ReleasePlan.Group small = new ReleasePlan.Group("group", "group", "a");
        assertEquals(
                Optional.of(1.0),
                Optional.ofNullable(plan.options().get(0).vanishing().get(small)));
        assertEquals("three years", plan.better(small).orElseThrow().name());
        ReleasePlan.Group large = new ReleasePlan.Group("group", "group", "c");
        assertEquals(Optional.empty(), plan.better(large));
        assertTrue(plan.toString().contains("three years"), plan.toString());
    }

    @Test
    void planTriesYearsTogetherAndLargerPlaces() {
        Students students = new Students(160, 3);
        List<List<Axis>> faces =
                List.of(List.of(Students.SCHOOL), List.of(Students.RACE), List.of(Students.SCHOOL, Students.RACE));
        List<Tally> grid = Stream.of(2019, 2020)
                .map(year -> students.tally(List.of(Students.GRADUATED), List.of(year), faces))
                .toList();
        ReleasePlan plan = Release.plan(ReleasePolicy.standard(), grid);
        assertEquals(
                List.of(
                        "as asked",
                        "2 cohorts together",
                        "by district in place of school",
                        "2 cohorts together, by district in place of school"),
                plan.options().stream().map(ReleasePlan.Option::name).toList());
        ReleasePlan.Option asked = plan.options().get(0);
        int better = 0;
        for (ReleasePlan.Group group : asked.vanishing().keySet()) {
            for (ReleasePlan.Option option : plan.options()) {
                double share = option.vanishing().entrySet().stream()
                        .filter(entry -> entry.getKey().axis().equals(group.axis())
                                && entry.getKey().group().equals(group.group()))
                        .mapToDouble(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(option.name() + " tells nothing of " + group));
                assertTrue(share >= 0 && share <= 1);
            }
            better += plan.better(group).isPresent() ? 1 : 0;
        }
        assertTrue(better > 0, plan.toString());
        // What is tried tells of as many students as there are.
        Tally pooled = students.tally(List.of(Students.GRADUATED), List.of(2019, 2020), faces);
        assertEquals(
                Release.plan(ReleasePolicy.standard(), "x", List.of(pooled))
                        .options()
                        .get(0)
                        .vanishing(),
                plan.options().get(1).vanishing());
        Tally districts = students.tally(
                List.of(Students.GRADUATED),
                List.of(2019, 2020),
                List.of(List.of(Students.DISTRICT), List.of(Students.RACE), List.of(Students.DISTRICT, Students.RACE)));
        assertEquals(
                Release.plan(ReleasePolicy.standard(), "x", List.of(districts))
                        .options()
                        .get(0)
                        .vanishing(),
                plan.options().get(3).vanishing());
    }

    @Test
    void dominanceLooksAtWhatSingleMembersContribute() {
        Dominance percent = new Dominance.WithinPercent(20);
        assertTrue(percent.unsafe(List.of(100L, 80L, 19L)));
        assertFalse(percent.unsafe(List.of(100L, 80L, 20L)));
        assertEquals(1, percent.margin(List.of(19L, 80L, 100L)));
        Dominance few = new Dominance.LargestFew(2, 75);
        assertTrue(few.unsafe(List.of(50L, 26L, 24L)));
        assertFalse(few.unsafe(List.of(50L, 25L, 25L)));
        assertFalse(percent.unsafe(List.of()));
        assertThrows(IllegalArgumentException.class, () -> percent.unsafe(List.of(-1L)));
    }

    @Test
    void dominatedSumIsHiddenWithAnother() {
        CountTable table = CountTable.of(
                List.of("place"),
                List.of(new CountTable.Split("place", "all", "all", List.of("a", "b", "c"))),
                List.of(List.of("all"), List.of("a"), List.of("b"), List.of("c")));
        Map<List<String>, List<Long>> hours = new LinkedHashMap<>();
        hours.put(List.of("a"), List.of(100L, 5L, 5L));
        hours.put(List.of("b"), List.of(40L, 40L, 40L));
        hours.put(List.of("c"), List.of(70L, 60L, 50L));
        hours.put(List.of("all"), List.of(100L, 5L, 5L, 40L, 40L, 40L, 70L, 60L, 50L));
        TableProtection.Protected result = assertInstanceOf(
                TableProtection.Protected.class,
                TableProtection.of(ReleasePolicy.minimum(3))
                        .overSums(table, hours, new Dominance.WithinPercent(20), List.of(List.of("all"))));
        assertEquals(2, result.hidden().size());
        assertTrue(result.hidden().contains(List.of("a")));
        assertTrue(result.certificate().holds());
    }
}
