package org.waymark.core.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;

/** The keys by which conditions and axes name what is known of students. */
public final class Students {
    /** Gender: {@code F}, {@code M}, {@code X}. */
    public static final Dimension GENDER = Dimension.of("gender");

    /**
     * Races together with the Hispanic answer, as one set of labels: {@code HISPANIC} is among them if the student said
     * so. See through a scheme of {@link RaceSchemes}.
     */
    public static final Dimension RACE = Dimension.of("race_ethnicity");

    /** Whether no parent holds a postsecondary degree: {@code yes}, {@code no}. */
    public static final Dimension FIRST_GENERATION = Dimension.of("first_generation");

    /** Language spoken at home. */
    public static final Dimension HOME_LANGUAGE = Dimension.of("home_language");

    /** Graduating class. */
    public static final Dimension CLASS_OF = Dimension.of("class_of");

    /** The school: the last one by the as-of day. */
    public static final Dimension SCHOOL = Dimension.of("school");

    /** The district of the last school. */
    public static final Dimension DISTRICT = Dimension.of("district");

    /** The locale of the last school. */
    public static final Dimension LOCALE = Dimension.of("locale");

    /** Day of birth. */
    public static final Milestone BIRTH_DATE = Milestone.of("birth_date");

    /** Day of graduation with a regular diploma. */
    public static final Milestone GRADUATION_DATE = Milestone.of("graduation_date");

    /** School enrolments. */
    public static final EventKind ENROLMENT = EventKind.of("enrolments");

    /** Spells of statuses. */
    public static final EventKind STATUS = EventKind.of("statuses");

    /** Exits from the cohort. */
    public static final EventKind EXIT = EventKind.of("cohort_exits");

    /** School years at a school. */
    public static final EventKind SCHOOL_YEAR = EventKind.of("school_year_records");

    /** Locales that are rural: the codes 41, 42 and 43. */
    public static final List<String> RURAL = List.of("RURAL_FRINGE", "RURAL_DISTANT", "RURAL_REMOTE");

    /** Locales that are rural or a town far from a city: 32 and 33 as well, as many Washington lists have it. */
    public static final List<String> RURAL_AND_DISTANT_TOWNS =
            List.of("TOWN_DISTANT", "TOWN_REMOTE", "RURAL_FRINGE", "RURAL_DISTANT", "RURAL_REMOTE");

    private Students() {}

    /** The condition that a student ever had a status by the as-of day. */
    public static Condition ever(StatusKind kind) {
        return held(kind, Window.ALWAYS, AsOf.ANY_TIME_IN_WINDOW);
    }

    /** The condition that a student had a status in a window. */
    public static Condition held(StatusKind kind, Window window, AsOf rule) {
        return new Condition.Held(STATUS, Where.in(Dimension.of("kind"), kind.name()), window, rule);
    }

    /** The condition that a student had a status on a day, such as that of a count of enrolment. */
    public static Condition heldOn(StatusKind kind, LocalDate day) {
        return held(kind, Window.between(Bound.on(day), Bound.on(day.plusDays(1))), AsOf.ANY_TIME_IN_WINDOW);
    }

    /** The students who ever had a status, and the others, as an axis. */
    public static Groups everAxis(StatusKind kind) {
        String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Groups.yesNo(words, ever(kind), words, "not " + words);
    }
}
