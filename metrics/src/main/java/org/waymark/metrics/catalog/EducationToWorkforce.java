package org.waymark.metrics.catalog;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.AsOf;
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

    /** Day on which a graduate entered the military, a column that a file may give. */
    public static final Milestone MILITARY_SERVICE = Milestone.of("military_date");

    /** Day on which a graduate began training that gives no college credit, a column that a file may give. */
    public static final Milestone NONCREDIT_TRAINING = Milestone.of("noncredit_training_date");

    private static final BigDecimal QUARTER_OF_MEDIAN = new BigDecimal("8750");
    private static final int USUAL_PERCENT = 150;
    private static final long FULL_TIME_CREDITS = 30;
    private static final long PART_TIME_CREDITS = 15;

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

    /** EW2 at 8,750 US dollars in a quarter, which is 35,000 in a year. */
    public static Indicator careerTransition() {
        return careerTransition(QUARTER_OF_MEDIAN);
    }

    /**
     * EW2: by 31 October after graduation in the military, an apprenticeship, noncredit training or a quarter of work with so high
     * wages, and not enrolled for credit, among all of the year's graduates.
     */
    public static Indicator careerTransition(BigDecimal quarterlyWages) {
        Bound october = Bound.PERIOD_END.plus(Period.ofMonths(4));
        Window fall = Window.between(Students.GRADUATION_DATE.plus(Period.ZERO), october);
        Condition apprentice = new Condition.Held(
                Catalog.PARTICIPATION, Keys.where(Keys.ACTIVITY, Keys.APPRENTICESHIPS), fall, AsOf.ANY_TIME_IN_WINDOW);
        Condition employed = Keys.EMPLOYMENT
                .taken()
                .where(Where.all(Keys.WAGES.atLeast(quarterlyWages)))
                .within(fall);
        return Indicator.builder("EW2")
                .name("Career transition after high school by 31 October")
                .universe(Keys.graduatedInPeriod())
                .success(EnrolmentRule.BY_OCTOBER_31
                        .enrolled()
                        .not()
                        .and(MILITARY_SERVICE
                                .within(fall)
                                .or(NONCREDIT_TRAINING.within(fall))
                                .or(apprentice)
                                .or(employed)))
                .citation(SOURCE + ", successful career transition after high school")
                .build();
    }

    /** EW3 within 150 % of four years, among those who entered a four-year institution. */
    public static Indicator completionFourYear() {
        return completionFourYear(USUAL_PERCENT);
    }

    /** EW3: a degree or certificate within so many percent of four years: 100, 150 or 200. */
    public static Indicator completionFourYear(int percent) {
        return completion("EW3-4-year", "four-year", Keys.FOUR_YEAR, 4, percent);
    }

    /** EW3 within 150 % of two years, among those who entered a two-year institution. */
    public static Indicator completionTwoYear() {
        return completionTwoYear(USUAL_PERCENT);
    }

    /** EW3: a degree or certificate within so many percent of two years: 100, 150 or 200. */
    public static Indicator completionTwoYear(int percent) {
        return completion("EW3-2-year", "two-year", Keys.TWO_YEAR, 2, percent);
    }

    private static Indicator completion(String id, String words, List<String> sectors, int years, int percent) {
        return Indicator.builder(id + suffix(percent))
                .name("Completed within " + percent + " % of the time, entrants of " + words + " institutions")
                .universe(entered(sectors))
                .success(Catalog.AWARD
                        .taken()
                        .where(Keys.where(Catalog.KIND, CredentialPolicy.POSTSECONDARY.kinds()))
                        .within(inTime(years, percent)))
                .citation(SOURCE + ", certificate or degree completion")
                .build();
    }

    private static String suffix(int percent) {
        return percent == USUAL_PERCENT ? "" : "-" + percent;
    }

    /** From the start of the year of entry to so many percent of the length of a program. */
    private static Window inTime(int years, int percent) {
        if (percent < 100) {
            throw new IllegalArgumentException("percent: must be 100 or more, was " + percent);
        }
        Period time = Period.ofMonths(Math.toIntExact(12L * years * percent / 100));
        return Window.between(Bound.PERIOD_START, Bound.PERIOD_START.plus(time));
    }

    private static Condition entered(List<String> sectors) {
        return Catalog.COLLEGE
                .taken()
                .where(Keys.where(Keys.SECTOR, sectors))
                .within(Window.PERIOD)
                .and(enteredBefore().not());
    }

    private static Condition enteredBefore() {
        return Catalog.COLLEGE.taken().within(Window.before(Bound.PERIOD_START));
    }

    private static Condition entered() {
        return Catalog.COLLEGE.taken().within(Window.PERIOD).and(enteredBefore().not());
    }

    /** EW4 within 150 % of two years. */
    public static Indicator transfer() {
        return transfer(USUAL_PERCENT);
    }

    /** EW4: transferred to a four-year institution within so many percent of two years, among entrants of two-year ones. */
    public static Indicator transfer(int percent) {
        return Indicator.builder("EW4" + suffix(percent))
                .version(2)
                .name("Transferred to a four-year institution within " + percent + " % of the time")
                .universe(entered(Keys.TWO_YEAR))
                .success(Catalog.COLLEGE
                        .taken()
                        .where(Keys.where(Keys.SECTOR, Keys.FOUR_YEAR))
                        .within(inTime(2, percent)))
                .citation(SOURCE + ", transfer to a longer program")
                .build();
    }

    /**
     * EW5: 30 credits in the first year of those who study full time, 15 of those who study part time, among students who entered
     * in the school year; credits of enrolments that began in it.
     */
    public static Indicator firstYearCredits() {
        return Indicator.builder("EW5")
                .name("Credits of the first year on the way to completing in time")
                .universe(entered().and(credits("full time", 0).or(credits("part time", 0))))
                .success(credits("full time", FULL_TIME_CREDITS).or(credits("part time", PART_TIME_CREDITS)))
                .citation(SOURCE + ", first-year credit accumulation")
                .build();
    }

    private static Condition credits(String intensity, long least) {
        Condition.Took enrolled = Catalog.COLLEGE.taken().where(Where.in(Keys.INTENSITY, intensity));
        return (least == 0 ? enrolled : enrolled.amount(Amount.sum(Keys.CREDITS_EARNED, least))).within(Window.PERIOD);
    }

    /**
     * EW6: concentrated in a program of study in the first year, among students who entered in the school year. What makes one
     * concentrated, nine credits or three courses of one meta-major, is given as a rule: it needs courses after high school, which each
     * source has in its own way.
     */
    public static Indicator programConcentration(Condition rule) {
        return Indicator.builder("EW6")
                .name("Concentrated in a program of study in the first year")
                .universe(entered())
                .success(rule)
                .citation(SOURCE + ", first-year program of study concentration; the rule is given")
                .build();
    }

    /** EW7: enrolled or with a credential in the school year after that of entry, at any institution. */
    public static Indicator persistence() {
        Window next = Window.between(Bound.PERIOD_END, Bound.PERIOD_END.plus(Period.ofYears(1)));
        return Indicator.builder("EW7")
                .name("Persisted into the second year after high school")
                .universe(entered())
                .success(new Condition.Held(Catalog.COLLEGE, Where.ANY, next, AsOf.ANY_TIME_IN_WINDOW)
                        .or(Catalog.AWARD
                                .taken()
                                .where(Keys.where(Catalog.KIND, CredentialPolicy.POSTSECONDARY.kinds()))
                                .within(Window.between(Bound.PERIOD_START, Bound.PERIOD_END.plus(Period.ofYears(1))))))
                .citation(SOURCE + ", postsecondary persistence")
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

    /**
     * EW9: two courses of career and technical education in one pathway, among students in grade 12 who ever took one.
     *
     * @param pathways the programs of each pathway, by their ids
     */
    public static Indicator pathwayConcentration(SortedMap<String, List<String>> pathways) {
        List<Condition> twice = new ArrayList<>();
        for (List<String> programs : pathways.values()) {
            twice.add(Catalog.PARTICIPATION
                    .taken()
                    .where(Keys.where(Keys.ACTIVITY, Keys.CTE).and(new Where.In(Keys.PROGRAM_ID, programs)))
                    .amount(Amount.times(2))
                    .within(Window.before(Bound.PERIOD_END)));
        }
        return Indicator.builder("EW9")
                .name("Two courses in one career pathway")
                .universe(Keys.enrolledInPeriod("12").and(Keys.courses().within(Window.before(Bound.PERIOD_END))))
                .success(new Condition.Or(twice))
                .citation(SOURCE + ", CTE pathway concentration; the programs of each pathway are given")
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
        return Indicator.builder("EW12")
                .version(2)
                .name("Passed early college coursework")
                .universe(Keys.enrolledInPeriod("9", "10", "11", "12"))
                .success(credited(leastScore))
                .citation(SOURCE + ", early college coursework completion; least exam score " + leastScore)
                .build();
    }

    /** EW12, second measure: credit earned, or an exam score of the least, among those who took early college coursework. */
    public static Indicator earlyCollegeCredit(long leastScore) {
        return Indicator.builder("EW12-credit")
                .name("Credit for early college coursework")
                .universe(Catalog.DUAL_CREDIT.taken().within(Window.PERIOD))
                .success(credited(leastScore))
                .citation(SOURCE + ", early college coursework completion; least exam score " + leastScore)
                .build();
    }

    /** A course by credit, an exam by its score: what the one has the other need not. */
    private static Condition credited(long leastScore) {
        Condition passed = Catalog.DUAL_CREDIT
                .taken()
                .where(Keys.where(Catalog.KIND, Keys.COURSES).and(new Where.AtLeast(Keys.CREDITS_EARNED, Keys.SOME)))
                .within(Window.PERIOD);
        Condition scored = Catalog.DUAL_CREDIT
                .taken()
                .where(Keys.where(Catalog.KIND, Keys.EXAMS).and(Keys.EXAM_SCORE.atLeast(leastScore)))
                .within(Window.PERIOD);
        return passed.or(scored);
    }

    /** EW13: took the exam, among those who took a course that has one: Advanced Placement, IB or Cambridge. */
    public static Indicator examTaken() {
        Where exams = Keys.where(Catalog.KIND, Keys.EXAMS);
        return Indicator.builder("EW13")
                .name("Took the exam of an early college course")
                .universe(Catalog.DUAL_CREDIT.taken().where(exams).within(Window.PERIOD))
                .success(Catalog.DUAL_CREDIT
                        .taken()
                        .where(exams.and(Keys.EXAM_SCORE.atLeast(0)))
                        .within(Window.PERIOD))
                .unknowns(UnknownRule.AS_NO)
                .citation(SOURCE + ", access to early college coursework; a course without a score had no exam")
                .build();
    }

    /** EW14: in a job of quality by a rule that is given, such as a score of an index, among those of whom it can be asked. */
    public static Indicator qualityJob(Condition asked, Condition rule) {
        return Indicator.builder("EW14")
                .name("Employed in a quality job")
                .universe(asked)
                .success(rule)
                .citation(SOURCE + ", employment in a quality job; the index is given")
                .build();
    }

    /**
     * EW15: an industry-recognised credential by the end of the school year, among students in grade 12 who ever took a course of
     * career and technical education.
     */
    public static Indicator industryCredential() {
        return Indicator.builder("EW15")
                .version(2)
                .name("Industry-recognised credential of students in career and technical education")
                .universe(Keys.enrolledInPeriod("12").and(Keys.courses().within(Window.before(Bound.PERIOD_END))))
                .success(Catalog.AWARD
                        .taken()
                        .where(Where.in(Catalog.KIND, "INDUSTRY_CERTIFICATION", "LICENSE"))
                        .within(Window.before(Bound.PERIOD_END)))
                .citation(SOURCE + ", industry-recognised credential")
                .build();
    }
}
