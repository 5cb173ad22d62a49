package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.metrics.Students.GRADUATED;
import static org.waymark.metrics.Students.RACE;
import static org.waymark.metrics.Students.SCHOOL;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.Attacker;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseAudit;
import org.waymark.metrics.disclosure.ReleaseAudit.Hidden;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;

/** An audit of a release never takes a hidden number for less known than another program finds it, and the truth is possible. */
class ReleaseAuditProperties {
    private static final List<Integer> YEARS = List.of(2019);
    private static final double NEAR = 0.01;

    @Property(tries = 8)
    void auditKnowsWhatSomebodyWithASolverFinds(
            @ForAll @IntRange(min = 1, max = 5) int hundreds, @ForAll @LongRange(min = 0) long seed) {
        Students students = new Students(100 * hundreds, seed);
        List<List<Axis>> faces = List.of(List.of(SCHOOL), List.of(RACE), List.of(SCHOOL, RACE));
        Tally tally = students.tally(List.of(GRADUATED), YEARS, faces);
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(tally));
        Statistics.label("outcome").collect(outcome.getClass().getSimpleName());
        if (!(outcome instanceof ReleaseOutcome.Cleared cleared)) {
            return;
        }
        ReleaseAudit audit = cleared.release().audit();
        List<Hidden> hidden = audit.hidden();
        Attack attack = new Attack(students);
        attack.reads(cleared.release().tallies().get(0), YEARS);
        for (List<Axis> axes : faces) {
            String title = String.join(" x ", axes.stream().map(Axis::title).toList());
            for (Cell cell : tally.by(GRADUATED, axes.toArray(new Axis[0]))) {
                String who = String.join(
                        ", ", cell.labels().stream().map(Object::toString).toList());
                Hidden name = new Hidden("g v1", title, who, "denominator");
                if (!hidden.contains(name)) {
                    continue;
                }
                Count found = audit.interval(name, Attacker.LINKER).orElseThrow();
                double[] range = attack.range(YEARS, axes, cell, GRADUATED, null);
                long truth = cell.known().exact();
                assertTrue(found.low() <= truth && truth <= found.high(), () -> name + " " + found);
                assertTrue(found.low() >= range[0] - NEAR, () -> name + " " + found + ", at least " + range[0]);
                assertTrue(found.high() <= range[1] + NEAR, () -> name + " " + found + ", at most " + range[1]);
            }
        }
    }
}
