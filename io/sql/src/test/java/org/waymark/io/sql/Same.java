package org.waymark.io.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.waymark.core.tally.Tally;

/** Says where two tallies differ. */
final class Same {
    private Same() {}

    static void counts(Tally expected, Tally actual) {
        assertEquals(expected.question(), actual.question());
        assertEquals(expected.log(), actual.log(), () -> "log of " + expected.question());
        for (int f = 0; f < expected.faces().size(); f++) {
            assertEquals(
                    expected.faces().get(f).categories().toString(),
                    actual.faces().get(f).categories().toString());
            int face = f;
            assertEquals(
                    expected.faces().get(f),
                    actual.faces().get(f),
                    () -> "face " + face + " of " + expected.question());
        }
        assertEquals(expected.hierarchies(), actual.hierarchies());
        assertEquals(expected, actual);
    }
}
