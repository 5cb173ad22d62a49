package org.waymark.core.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MomentTallyProperties {
    private static MomentTally tally(List<Long> numbers, int from, int to, boolean clustered) {
        MomentTally.Builder tally = MomentTally.of("x", "y", "z").places(2);
        if (clustered) {
            tally.byCluster();
        }
        for (int i = from; i < to; i++) {
            List<BigDecimal> row = row(numbers, i);
            String group = i % 3 == 0 ? "A" : "B";
            if (clustered) {
                tally.add(group, "c" + i % 2, row);
            } else {
                tally.add(group, row);
            }
        }
        return tally.build();
    }

    private static List<BigDecimal> row(List<Long> numbers, int i) {
        return List.of(
                BigDecimal.valueOf(numbers.get(i), 2),
                BigDecimal.valueOf(numbers.get(numbers.size() - 1 - i), 2),
                BigDecimal.valueOf(i % 2));
    }

    @Property(tries = 100)
    void sumsAreExact(
            @ForAll @Size(min = 1, max = 12)
                    List<@LongRange(min = -40_000_000_000_000_000L, max = 40_000_000_000_000_000L) Long> numbers,
            @ForAll @IntRange(min = 0, max = 3) int a,
            @ForAll @IntRange(min = 0, max = 3) int b,
            @ForAll @IntRange(min = 0, max = 3) int c,
            @ForAll @IntRange(min = 0, max = 3) int d) {
        BigDecimal[] fours = {BigDecimal.ZERO, BigDecimal.ZERO};
        BigDecimal[] pairs = {BigDecimal.ZERO, BigDecimal.ZERO};
        for (int i = 0; i < numbers.size(); i++) {
            List<BigDecimal> row = new ArrayList<>(row(numbers, i));
            row.add(0, BigDecimal.ONE);
            int group = i % 3 == 0 ? 0 : 1;
            BigDecimal pair = row.get(a).multiply(row.get(b));
            pairs[group] = pairs[group].add(pair);
            fours[group] = fours[group].add(pair.multiply(row.get(c)).multiply(row.get(d)));
        }
        MomentTally all = tally(numbers, 0, numbers.size(), false);
        MomentTally byCluster = tally(numbers, 0, numbers.size(), true);
        for (int group = 0; group < 2; group++) {
            String name = group == 0 ? "A" : "B";
            assertEquals(0, fours[group].compareTo(all.moments(name).sum(a, b, c, d)));
            assertEquals(0, pairs[group].compareTo(all.moments(name).sum(a, b)));
            assertEquals(0, pairs[group].compareTo(byCluster.moments(name).sum(a, b)));
        }
    }

    @Property(tries = 100)
    void smallNumbersAreSummedExactlyToo(
            @ForAll @Size(min = 2, max = 12) List<@LongRange(min = -300, max = 300) Long> numbers,
            @ForAll @IntRange(min = 0, max = 12) int cut) {
        int middle = Math.min(cut, numbers.size());
        for (boolean clustered : List.of(false, true)) {
            MomentTally all = tally(numbers, 0, numbers.size(), clustered);
            MomentTally one = tally(numbers, 0, middle, clustered);
            MomentTally two = tally(numbers, middle, numbers.size(), clustered);
            assertEquals(all, one.plus(two));
            assertEquals(all, two.plus(one));
            assertEquals(all.hashCode(), two.plus(one).hashCode());
            assertEquals(numbers.size(), all.moments("A").n() + all.moments("B").n());
        }
    }

    @Example
    void sumsBeyond128BitsAreExact() {
        MomentTally.Builder tally = MomentTally.of("x").places(0);
        long large = 3_000_000_000L;
        for (int i = 0; i < 200; i++) {
            tally.add("A", List.of(BigDecimal.valueOf(i % 2 == 0 ? large : -large)));
        }
        Moments sums = tally.build().moments("A");
        assertEquals(BigDecimal.valueOf(large).pow(4).multiply(BigDecimal.valueOf(200)), sums.sum(1, 1, 1, 1));
        assertEquals(0, sums.sum(1, 1, 1).signum());
    }

    @Example
    void orderOfRowsDoesNotMatterAndMeansArePrinted() {
        List<Long> numbers = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            numbers.add((long) random.nextInt(1000));
        }
        MomentTally.Builder forth = MomentTally.of("x");
        MomentTally.Builder back = MomentTally.of("x");
        numbers.forEach(number -> forth.add("A", List.of(BigDecimal.valueOf(number, 1))));
        Collections.reverse(numbers);
        numbers.forEach(number -> back.add("A", List.of(BigDecimal.valueOf(number, 1))));
        assertEquals(forth.build(), back.build());
        assertTrue(
                back.build().toString().startsWith("A: 50 rows, x "),
                back.build().toString());
    }

    @Example
    void refusesWhatDoesNotFit() {
        MomentTally.Builder tally = MomentTally.of("x").places(1);
        assertThrows(IllegalArgumentException.class, () -> tally.add("A", List.of(new BigDecimal("0.25"))));
        assertThrows(IllegalArgumentException.class, () -> tally.add("A", List.of()));
        assertThrows(IllegalStateException.class, () -> tally.add("A", "c", List.of(BigDecimal.ONE)));
        assertThrows(IllegalArgumentException.class, () -> MomentTally.of("x", "x"));
        assertThrows(
                IllegalArgumentException.class,
                () -> MomentTally.of("x").build().plus(MomentTally.of("y").build()));
        assertThrows(IllegalArgumentException.class, () -> tally.build().position("y"));
    }
}
