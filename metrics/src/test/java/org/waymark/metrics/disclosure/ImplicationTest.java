package org.waymark.metrics.disclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.metrics.catalog.Catalog;

class ImplicationTest {
    private static final Milestone ENTRY = Milestone.of("entry");
    private static final Milestone END = Milestone.of("end");
    private static final Dimension LEVEL = Dimension.of("level");
    private static final Quantity CREDITS = Quantity.of("credits");
    private static final EventKind COURSE = EventKind.of("course");
    private static final Where BACHELOR = Where.in(LEVEL, "bachelor");
    private static final Where ANY_DEGREE = Where.in(LEVEL, "associate", "bachelor");

    private static Condition until(Bound bound) {
        return END.within(Window.before(bound));
    }

    private static Condition after(int years) {
        return until(new Bound.After(ENTRY, Period.ofYears(years)));
    }

    private static Where credits(int least) {
        return Where.all(new Where.AtLeast(CREDITS, BigDecimal.valueOf(least)));
    }

    /** The narrower first, and the wider. */
    private static final List<List<Condition>> NESTED = List.of(
            List.of(after(4), after(5)),
            List.of(until(Bound.PERIOD_END), until(Bound.PERIOD_END.plus(Period.ofYears(1)))),
            List.of(until(Bound.PERIOD_START), until(Bound.PERIOD_START.plus(Period.ofDays(1)))),
            List.of(until(Bound.on(LocalDate.of(2019, 9, 1))), until(Bound.on(LocalDate.of(2020, 9, 1)))),
            List.of(Catalog.graduation(4).success(), Catalog.graduation(5).success()),
            List.of(
                    Catalog.graduation(4, 2019).success(),
                    Catalog.graduation(7, 2019).success()),
            List.of(
                    COURSE.taken().amount(Amount.sum(CREDITS, 45)),
                    COURSE.taken().amount(Amount.sum(CREDITS, 30))),
            List.of(COURSE.taken().amount(Amount.times(2)), COURSE.taken()),
            List.of(
                    COURSE.taken().amount(Amount.distinct(LEVEL, 3)),
                    COURSE.taken().amount(Amount.distinct(LEVEL, 2))),
            List.of(
                    COURSE.taken().amount(new Amount.SchoolYears(3)),
                    COURSE.taken().amount(new Amount.SchoolYears(2))),
            List.of(COURSE.taken().where(BACHELOR), COURSE.taken().where(ANY_DEGREE)),
            List.of(COURSE.taken().where(credits(5)), COURSE.taken().where(credits(3))),
            List.of(COURSE.taken().where(BACHELOR), COURSE.taken()),
            List.of(LEVEL.in("bachelor"), LEVEL.in("associate", "bachelor")),
            List.of(
                    new Condition.InGroup(LEVEL, List.of("bachelor")),
                    new Condition.InGroup(LEVEL, List.of("bachelor", "associate"))),
            List.of(after(4).and(LEVEL.in("bachelor")), after(5)),
            List.of(after(4), after(5).or(LEVEL.in("bachelor"))));

    @Test
    void narrowerConditionNeedsTheWiderAndNotTheOtherWayRound() {
        for (List<Condition> pair : NESTED) {
            assertTrue(Implication.holds(pair.get(0), pair.get(1)), pair::toString);
            assertFalse(Implication.holds(pair.get(1), pair.get(0)), pair::toString);
        }
    }

    @Test
    void differentThingsDoNotFollowFromEachOther() {
        List<Condition> different = List.of(
                after(4),
                ENTRY.reached(),
                COURSE.taken().amount(Amount.sum(CREDITS, 30)),
                COURSE.taken().amount(Amount.times(2)),
                EventKind.of("job").taken().amount(Amount.times(2)),
                LEVEL.in("bachelor"),
                LEVEL.in("associate"),
                Dimension.of("other").in("bachelor"));
        for (Condition one : different) {
            for (Condition other : different) {
                assertTrue(one == other || !Implication.holds(one, other), () -> one + " and " + other);
            }
        }
        assertTrue(Implication.sameAsked(Catalog.graduation(4), Catalog.graduation(5)));
        assertTrue(Implication.contains(Catalog.graduation(5), Catalog.graduation(4)));
        assertFalse(Implication.contains(Catalog.graduation(4), Catalog.graduation(5)));
        assertFalse(Implication.contains(Catalog.graduation(4), Catalog.graduation(4)));
        assertTrue(Catalog.graduation(4).unit().equals(Unit.STUDENT));
    }
}
