package org.waymark.metrics.catalog;

import java.time.Period;
import java.util.List;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Students;

/**
 * Indicators of the Education-to-Workforce framework that the model can answer. The question's period is the school year of
 * graduation, or that in which students entered, as each says. {@link Catalog#leftOut()} says which cannot be answered.
 */
public final class EducationToWorkforce {
    /** Day on which a student filed for federal student aid, a column that a file may give. */
    public static final Milestone AID_APPLICATION = Milestone.of("fafsa_date");

    private static final String SOURCE = "Education-to-Workforce Indicator Framework";

    private EducationToWorkforce() {}

    /** EW1: enrolled by 31 October after graduation, among the year's graduates. */
    public static Indicator directEnrolment() {
        return Indicator.builder("EW1")
                .name("Enrolled after high school by 31 October")
                .universe(Keys.graduatedInPeriod())
                .success(EnrolmentRule.BY_OCTOBER_31.enrolled())
                .unknowns(UnknownRule.AS_NO)
                .citation(SOURCE + "; CEDS connection 30903")
                .build();
    }

    /** EW3: a degree or certificate within 150 % of four years, among those who entered a four-year institution. */
    public static Indicator completionFourYear() {
        return completion("EW3-4-year", "four-year", Keys.FOUR_YEAR, Period.ofYears(6));
    }

    /** EW3: a degree or certificate within 150 % of two years, among those who entered a two-year institution. */
    public static Indicator completionTwoYear() {
        return completion("EW3-2-year", "two-year", Keys.TWO_YEAR, Period.ofYears(3));
    }

    private static Indicator completion(String id, String words, List<String> sectors, Period within) {
        return Indicator.builder(id)
                .name("Completed within 150 % of the time, entrants of " + words + " institutions")
                .universe(entered(sectors))
                .success(Catalog.AWARD
                        .taken()
                        .where(Keys.where(Catalog.KIND, CredentialPolicy.POSTSECONDARY.kinds()))
                        .within(Window.between(Bound.PERIOD_START, Bound.PERIOD_START.plus(within))))
                .citation(SOURCE + ", certificate or degree completion")
                .build();
    }

    private static Condition entered(List<String> sectors) {
        Condition before = Catalog.COLLEGE.taken().within(Window.before(Bound.PERIOD_START));
        return Catalog.COLLEGE
                .taken()
                .where(Keys.where(Keys.SECTOR, sectors))
                .within(Window.PERIOD)
                .and(before.not());
    }

    /** EW4: transferred to a four-year institution within six years, among those who entered a two-year one. */
    public static Indicator transfer() {
        return Indicator.builder("EW4")
                .name("Transferred to a four-year institution")
                .universe(entered(Keys.TWO_YEAR))
                .success(Catalog.COLLEGE
                        .taken()
                        .where(Keys.where(Keys.SECTOR, Keys.FOUR_YEAR))
                        .within(Window.between(Bound.PERIOD_START, Bound.PERIOD_START.plus(Period.ofYears(6)))))
                .citation(SOURCE + ", transfer to a longer program; within six years")
                .build();
    }

    /** EW8: filed for federal student aid by 30 June, among students in grade 12. */
    public static Indicator aidApplication() {
        return Indicator.builder("EW8")
                .name("Filed for federal student aid")
                .universe(Keys.enrolledInPeriod("12"))
                .success(AID_APPLICATION.within(Window.PERIOD))
                .citation(SOURCE + ", FAFSA completion")
                .build();
    }

    /** EW10: work-based learning at least once before graduation, among the year's graduates. */
    public static Indicator workBasedLearning() {
        return Indicator.builder("EW10")
                .name("Work-based learning before graduation")
                .universe(Keys.graduatedInPeriod())
                .success(Catalog.PARTICIPATION
                        .taken()
                        .where(Keys.where(Keys.ACTIVITY, Keys.WORK_BASED))
                        .within(Window.before(Students.GRADUATION_DATE.plus(Period.ofDays(1)))))
                .citation(SOURCE + ", participation in work-based learning")
                .build();
    }

    /** EW11: programs in industries that are in demand, among programs. */
    public static Indicator inDemandPrograms(List<String> industries) {
        return Indicator.builder("EW11")
                .name("Programs in industries in demand")
                .unit(Unit.of("programs"))
                .success(Dimension.of("industry").in(industries.toArray(new String[0])))
                .citation(SOURCE + ", access to in-demand pathways; the industries are given")
                .build();
    }

    /**
     * EW12: passed an early college course in the school year, among students of grades 9 to 12: credit earned, or an exam
     * score of the least that is given (3 in Advanced Placement; thresholds differ between sources).
     */
    public static Indicator earlyCollege(long leastScore) {
        Condition passed = Catalog.DUAL_CREDIT
                .taken()
                .where(Where.all(new Where.AtLeast(Keys.CREDITS_EARNED, Keys.SOME)))
                .within(Window.PERIOD);
        Condition scored = Catalog.DUAL_CREDIT
                .taken()
                .where(Where.all(Keys.EXAM_SCORE.atLeast(leastScore)))
                .within(Window.PERIOD);
        return Indicator.builder("EW12")
                .name("Passed early college coursework")
                .universe(Keys.enrolledInPeriod("9", "10", "11", "12"))
                .success(passed.or(scored))
                .citation(SOURCE + ", early college coursework completion; least exam score " + leastScore)
                .build();
    }

    /** EW15: an industry-recognised credential by the end of the school year, among its graduates. */
    public static Indicator industryCredential() {
        return Indicator.builder("EW15")
                .name("Industry-recognised credential by graduation")
                .universe(Keys.graduatedInPeriod())
                .success(Catalog.AWARD
                        .taken()
                        .where(Where.in(Catalog.KIND, "INDUSTRY_CERTIFICATION", "LICENSE"))
                        .within(Window.before(Bound.PERIOD_END)))
                .citation(SOURCE + ", industry-recognised credential")
                .build();
    }
}
