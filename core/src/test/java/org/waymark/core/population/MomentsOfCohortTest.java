package org.waymark.core.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Regression;
import org.waymark.core.indicator.Regressor;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.MomentTally;
import org.waymark.core.tally.Moments;

class MomentsOfCohortTest {
    private static final Dimension GENDER = Dimension.of("gender");
    private static final Dimension SCHOOL = Dimension.of("school");
    private static final Dimension DONE = Dimension.of("done");
    private static final Quantity GRADE = Quantity.of("grade");
    private static final Indicator ATTAINED =
            Indicator.builder("attained").success(DONE.in("yes")).build();
    private static final Regression ASKED =
            Regression.of(ATTAINED, GENDER, Regressor.of(GRADE), Regressor.of("at_a", SCHOOL.in("a")));

    /** Gender, school, outcome and grade of each; an empty text is not given. */
    private static Population population(String... rows) {
        Population.Builder builder = Population.builder().asOf(LocalDate.of(2024, 6, 30));
        RosterBuilder students = builder.roster(Unit.STUDENT);
        for (int i = 0; i < rows.length; i++) {
            String[] row = rows[i].split(",", -1);
            students.ids().put("s" + i);
            put(students.labels(GENDER), row[0]);
            put(students.labels(SCHOOL), row[1]);
            put(students.labels(DONE), row[2]);
            put(students.numbers(GRADE), row[3]);
            students.endRow(0);
        }
        return builder.build();
    }

    private static void put(ColumnSink sink, String text) {
        if (!text.isEmpty()) {
            sink.put(text);
        }
    }

    private static final String[] ROWS = {
        "F,a,yes,3.25", "F,b,no,2.5", "F,a,no,2", "M,b,yes,3", "M,a,no,1.5", ",a,yes,4", "F,a,,3", "M,b,no,", "M,,yes,2"
    };

    @Test
    void sumsAreThoseOfTheMembersWhoHaveAllNumbers() {
        MomentTally tally = population(ROWS).all(Unit.STUDENT).moments(ASKED);
        assertEquals(List.of("attained", "grade", "at_a"), tally.variables());
        Moments women = tally.moments("F");
        assertEquals(3, women.n());
        assertEquals(0, new BigDecimal("7.75").compareTo(women.sum(tally.position("grade"))));
        assertEquals(0, new BigDecimal("5.25").compareTo(women.sum(2, 3)));
        assertEquals(0, new BigDecimal("3.25").compareTo(women.sum(1, 2, 3)));
        assertEquals(1, tally.leftOut("F"));
        assertEquals(2, tally.moments("M").n());
        assertEquals(2, tally.leftOut("M"));
        assertEquals(List.of("F", "M"), tally.groups());
    }

    @Test
    void partsAddUpAndClustersToo() {
        for (Regression asked : List.of(ASKED, ASKED.clusteredBy(SCHOOL))) {
            MomentTally all = population(ROWS).all(Unit.STUDENT).moments(asked);
            MomentTally one =
                    population(Arrays.copyOf(ROWS, 4)).all(Unit.STUDENT).moments(asked);
            MomentTally two = population(Arrays.copyOfRange(ROWS, 4, ROWS.length))
                    .all(Unit.STUDENT)
                    .moments(asked);
            assertEquals(all, one.plus(two));
        }
        MomentTally schools = population(ROWS).all(Unit.STUDENT).moments(ASKED.clusteredBy(SCHOOL));
        assertEquals(List.of("a", "b"), schools.clusters("F"));
        assertEquals(2, schools.moments("F", "a").n());
    }

    @Test
    void saysWhatIsNotThere() {
        Cohort cohort = population(ROWS).all(Unit.STUDENT);
        assertThrows(
                IllegalArgumentException.class,
                () -> cohort.moments(Regression.of(ATTAINED, GENDER, Regressor.of(Quantity.of("income")))));
        assertThrows(
                IllegalArgumentException.class,
                () -> Regression.of(ATTAINED, GENDER, Regressor.of(GRADE), Regressor.of(GRADE)));
    }
}
