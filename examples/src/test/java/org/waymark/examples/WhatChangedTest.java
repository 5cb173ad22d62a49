package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.comparison.Comparison;
import org.waymark.metrics.comparison.Comparison.Cause;

/** Last year's release against this year's run: every figure that differs says why. */
class WhatChangedTest {
    private static final Comparison COMPARED = WhatChanged.compared(Synthetic.region(6_000, 42));

    private static List<Comparison.Change> of(Cause cause) {
        return COMPARED.changes().stream()
                .filter(change -> change.cause() == cause)
                .toList();
    }

    @Test
    void dataDefinitionSuppressionAndLateArrivalAllOccur() {
        assertEquals(
                EnumSet.of(Cause.DATA, Cause.LATE_ARRIVAL, Cause.DEFINITION, Cause.SUPPRESSION),
                EnumSet.copyOf(COMPARED.causes().keySet()));
    }

    @Test
    void eachCauseStandsWhereItWasMade() {
        // The badge counts from this year on, in the third indicator alone.
        assertTrue(of(Cause.DEFINITION).stream()
                .allMatch(change -> change.indicator().equals("A1-graduation-1 v2")));
        // One school's records were late: it changes, and with it everybody.
        assertEquals(
                List.of("all", "1166"),
                of(Cause.LATE_ARRIVAL).stream()
                        .filter(change -> change.indicator().equals("A3 v1"))
                        .map(Comparison.Change::group)
                        .toList());
        // Of the two-year window nobody's had closed when the release was made: time passed.
        assertTrue(of(Cause.DATA).stream().anyMatch(change -> change.indicator().equals("A3-within-two-years v1")));
        assertTrue(of(Cause.SUPPRESSION).stream()
                .allMatch(change ->
                        change.before().filter(cell -> !cell.isExact()).isPresent()));
    }

    @Test
    void tableSaysHowManyChangedAndWhy() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        WhatChanged.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        for (String word : new String[] {
            "DATA", "LATE_ARRIVAL", "DEFINITION", "SUPPRESSION", "kept back", "changed by records that arrived late"
        }) {
            assertTrue(ScorecardTest.shows(text, word), text);
        }
    }
}
