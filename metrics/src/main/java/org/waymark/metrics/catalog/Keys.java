package org.waymark.metrics.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Students;

/** The keys of the model that the catalogue's definitions name, and the phrases they share. */
final class Keys {
    static final EventKind EMPLOYMENT = EventKind.of("employments");
    static final EventKind SKILL = EventKind.of("skill_assessments");
    static final EventKind PLAN = EventKind.of("high_school_plans");
    static final EventKind FAMILY = EventKind.of("family_engagements");
    static final EventKind OPTION_MET = EventKind.of("graduation_options_met");
    static final EventKind PARTNER_SPELL = EventKind.of("partner_spells");
    static final Unit ENGAGEMENTS = Unit.of("engagements");
    static final Unit PARTNERS = Unit.of("partners");
    static final Dimension ACTIVITY = Dimension.of("activity");
    static final Dimension GRADE = Dimension.of("grade");
    static final Dimension SECTOR = Dimension.of("sector");
    static final Dimension INTENSITY = Dimension.of("intensity");
    static final Dimension PROGRAM = Dimension.of("program");
    static final Dimension PROGRAM_ID = Dimension.of("program_id");
    static final Dimension SKILL_NAME = Dimension.of("skill");
    static final Dimension REGION = Dimension.of("region");
    static final Quantity SCORE = Quantity.of("score");
    static final Quantity EXAM_SCORE = Quantity.of("exam_score");
    static final Quantity HOURS = Quantity.of("hours");
    static final Quantity WAGES = Quantity.of("wages");
    static final Quantity CREDITS_ATTEMPTED = Quantity.of("credits_attempted");
    static final Quantity CREDITS_EARNED = Quantity.of("credits_earned");
    static final Milestone START = Milestone.of("start");

    /** More than none of a number that is held to four decimal places. */
    static final BigDecimal SOME = new BigDecimal("0.0001");

    static final List<String> FOUR_YEAR = List.of("PUBLIC_4_YEAR", "PRIVATE_4_YEAR");
    static final List<String> TWO_YEAR = List.of("PUBLIC_2_YEAR", "PRIVATE_2_YEAR");
    static final List<String> WORK_BASED = List.of(
            "INTERNSHIP",
            "PRE_APPRENTICESHIP",
            "FLIPPED_INTERNSHIP",
            "MENTORSHIP",
            "REGISTERED_APPRENTICESHIP",
            "YOUTH_APPRENTICESHIP",
            "ENDORSED_PROGRAM");

    static final List<String> CTE = List.of("CTE_COURSE", "CORE_PLUS", "SKILLS_CENTER");
    static final List<String> COURSES = List.of("RUNNING_START", "CHS", "CTE_DC");
    static final List<String> EXAMS = List.of("AP", "IB", "CAMBRIDGE");
    static final List<String> APPRENTICESHIPS = List.of("REGISTERED_APPRENTICESHIP", "YOUTH_APPRENTICESHIP");

    private Keys() {}

    static Condition.Took courses() {
        return Catalog.PARTICIPATION.taken().where(where(ACTIVITY, CTE));
    }

    static Condition enrolledInPeriod() {
        return new Condition.Held(Students.ENROLMENT, Where.ANY, Window.PERIOD, AsOf.ANY_TIME_IN_WINDOW);
    }

    /** Enrolled in one of the grades: a school year's record says which, an enrolment only in which grade it began. */
    static Condition enrolledInPeriod(String... grades) {
        return Students.SCHOOL_YEAR.taken().where(Where.in(GRADE, grades)).within(Window.PERIOD);
    }

    static Condition graduatedInPeriod() {
        return Students.GRADUATION_DATE.within(Window.PERIOD);
    }

    static Where where(Dimension dimension, List<String> labels) {
        return new Where(List.of(new Where.In(dimension, labels)));
    }
}
