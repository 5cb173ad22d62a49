package org.waymark.metrics.catalog;

import java.time.Period;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Students;

/**
 * By when a graduate must have enrolled after high school. The rules of the calendar are counted from the school year that
 * the question asks about, in which members graduated; the others from each graduate's own day.
 */
public enum EnrolmentRule {
    /** Within 365 days of graduation (Career Connect Southwest's "within one year"). */
    WITHIN_365_DAYS("within 365 days of graduation"),
    /** Within two years of graduation (National Student Clearinghouse). */
    WITHIN_TWO_YEARS("within two years of graduation"),
    /** By 30 June of the year after. */
    BY_JUNE_30("by 30 June of the following year"),
    /** By 31 October after graduation (Education-to-Workforce, CEDS). */
    BY_OCTOBER_31("by 31 October after graduation"),
    /** Begun or going on between 15 August and 31 October (National Student Clearinghouse, first fall). */
    FIRST_FALL("in the first fall"),
    /** In the academic year after that of graduation (Washington's Education Research and Data Center). */
    FOLLOWING_ACADEMIC_YEAR("in the following academic year");

    private final String words;

    EnrolmentRule(String words) {
        this.words = words;
    }

    /** Whether the question must name the school year of graduation. */
    public boolean needsPeriod() {
        return this != WITHIN_365_DAYS && this != WITHIN_TWO_YEARS;
    }

    /** The condition of having enrolled so, anywhere. */
    public Condition enrolled() {
        return enrolled(Where.ANY);
    }

    /** The condition of having enrolled so in some of the enrolments: those of a sector, a state, a program. */
    public Condition enrolled(Where where) {
        Bound graduation = Students.GRADUATION_DATE.plus(Period.ZERO);
        Bound october = Bound.PERIOD_END.plus(Period.ofMonths(4));
        return switch (this) {
            case WITHIN_365_DAYS -> begun(where, Window.within(Period.ofDays(366), Students.GRADUATION_DATE));
            case WITHIN_TWO_YEARS -> begun(where, Window.within(Period.ofYears(2), Students.GRADUATION_DATE));
            case BY_JUNE_30 -> begun(where, Window.between(graduation, Bound.PERIOD_END.plus(Period.ofYears(1))));
            case BY_OCTOBER_31 -> begun(where, Window.between(graduation, october));
            case FIRST_FALL -> held(where, Window.between(Bound.PERIOD_END.plus(Period.of(0, 1, 14)), october));
            case FOLLOWING_ACADEMIC_YEAR ->
                held(where, Window.between(Bound.PERIOD_END, Bound.PERIOD_END.plus(Period.ofYears(1))));
        };
    }

    private static Condition begun(Where where, Window window) {
        return Catalog.COLLEGE.taken().where(where).within(window);
    }

    private static Condition held(Where where, Window window) {
        return new Condition.Held(Catalog.COLLEGE, where, window, AsOf.ANY_TIME_IN_WINDOW);
    }

    @Override
    public String toString() {
        return words;
    }
}
