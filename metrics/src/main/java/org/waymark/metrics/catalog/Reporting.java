package org.waymark.metrics.catalog;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Students;

/**
 * Indicators that laws and agencies ask for: Perkins V (concentrators who left school in the year asked about), WIOA (from
 * each participant's day of exit), the reports of the National Student Clearinghouse (graduates of the year asked about) and
 * Washington's School Quality and Student Success.
 */
public final class Reporting {
    /** Day on which a participant left a program, a column that a file may give. */
    public static final Milestone PROGRAM_EXIT = Milestone.of("program_exit_date");

    private Reporting() {}

    /** Two courses of career and technical education at least: what makes a concentrator, unless a state has it otherwise. */
    public static Condition concentrator() {
        return Keys.courses().amount(Amount.times(2)).within(Window.before(Bound.PERIOD_END));
    }

    private static Indicator.Builder perkins(String id, String name) {
        Condition left = Students.EXIT.taken().within(Window.PERIOD);
        return Indicator.builder("P-" + id)
                .name(name)
                .universe(concentrator().and(left))
                .citation("Perkins V, " + id + "; concentrators with two courses who left school in the year");
    }

    /** Perkins 1S1: graduated. */
    public static Indicator perkinsGraduated() {
        return perkins("1S1", "Concentrators who graduated")
                .success(Students.GRADUATION_DATE.within(Window.before(Bound.PERIOD_END.plus(Period.ofMonths(2)))))
                .build();
    }

    /** Perkins 1S2: graduated, so many years more being given as the state gives. */
    public static Indicator perkinsGraduatedExtended(int moreYears) {
        return perkins(
                        "1S2",
                        "Concentrators who graduated with " + (moreYears == 1 ? "a year" : moreYears + " years")
                                + " more")
                .success(Students.GRADUATION_DATE.within(
                        Window.before(Bound.PERIOD_END.plus(Period.of(moreYears, 2, 0)))))
                .build();
    }

    /** Perkins 2S1 to 2S3: proficient by a rule that is given, among concentrators of whom it can be asked. */
    public static Indicator perkinsProficient(String subject, Condition asked, Condition proficient) {
        return Indicator.builder("P-2S-" + subject.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .name("Concentrators proficient in " + subject)
                .universe(concentrator()
                        .and(Students.EXIT.taken().within(Window.PERIOD))
                        .and(asked))
                .success(proficient)
                .citation("Perkins V, 2S1 to 2S3; concentrators who left school in the year; the rule is given")
                .build();
    }

    /**
     * Perkins 4S1: took a course of a program that is non-traditional for their gender, among concentrators who are women or men;
     * federal counts have no other gender.
     *
     * @param forWomen ids of the programs that are non-traditional for women
     * @param forMen ids of the programs that are non-traditional for men
     */
    public static Indicator perkinsNonTraditional(List<String> forWomen, List<String> forMen) {
        Condition women = Students.GENDER.in("F");
        Condition men = Students.GENDER.in("M");
        return perkins("4S1", "Concentrators in programs non-traditional for their gender")
                .universe(concentrator()
                        .and(Students.EXIT.taken().within(Window.PERIOD))
                        .and(Students.GENDER.in("F", "M")))
                .success(women.and(courseOf(forWomen)).or(men.and(courseOf(forMen))))
                .build();
    }

    private static Condition courseOf(List<String> programs) {
        return Catalog.PARTICIPATION
                .taken()
                .where(Keys.where(Keys.ACTIVITY, Keys.CTE).and(new Where.In(Keys.PROGRAM_ID, programs)))
                .within(Window.before(Bound.PERIOD_END));
    }

    /** Perkins 3S1: in postsecondary education or employed in the second quarter after leaving school. */
    public static Indicator perkinsPlaced() {
        Window quarter =
                Window.between(Bound.PERIOD_END.plus(Period.ofMonths(3)), Bound.PERIOD_END.plus(Period.ofMonths(6)));
        Condition studying = new Condition.Held(Catalog.COLLEGE, Where.ANY, quarter, AsOf.ANY_TIME_IN_WINDOW);
        return perkins("3S1", "Concentrators placed in the second quarter after leaving school")
                .success(studying.or(Keys.EMPLOYMENT.taken().within(quarter)))
                .unknowns(UnknownRule.BOUNDS)
                .build();
    }

    /** Perkins 5S1: a recognised postsecondary credential, among concentrators who graduated. */
    public static Indicator perkinsCredential() {
        return graduates("5S1", "Concentrators with a postsecondary credential")
                .success(Catalog.AWARD
                        .taken()
                        .where(Keys.where(Catalog.KIND, CredentialPolicy.POSTSECONDARY.kinds()))
                        .within(Window.before(Bound.PERIOD_END)))
                .build();
    }

    /** Perkins 5S2: postsecondary credits earned by dual credit, among concentrators who graduated. */
    public static Indicator perkinsCredits() {
        return graduates("5S2", "Concentrators with postsecondary credits")
                .success(Catalog.DUAL_CREDIT
                        .taken()
                        .where(Where.all(new Where.AtLeast(Keys.CREDITS_EARNED, Keys.SOME)))
                        .within(Window.before(Bound.PERIOD_END)))
                .build();
    }

    /** Perkins 5S3: work-based learning, among concentrators who graduated. */
    public static Indicator perkinsWorkBased() {
        return graduates("5S3", "Concentrators with work-based learning")
                .success(Catalog.PARTICIPATION
                        .taken()
                        .where(Keys.where(Keys.ACTIVITY, Keys.WORK_BASED))
                        .within(Window.before(Bound.PERIOD_END)))
                .build();
    }

    private static Indicator.Builder graduates(String id, String name) {
        return perkins(id, name).universe(concentrator().and(Keys.graduatedInPeriod()));
    }

    /** WIOA: employed in the second quarter after the quarter of exit. */
    public static Indicator wioaSecondQuarter() {
        return wioa("WIOA-Q2", "Employed in the second quarter after exit", 3, 6);
    }

    /** WIOA: employed in the fourth quarter after the quarter of exit. */
    public static Indicator wioaFourthQuarter() {
        return wioa("WIOA-Q4", "Employed in the fourth quarter after exit", 9, 12);
    }

    /** The one quarter whose first day lies more than {@code after} and at most {@code until} months after the exit. */
    private static Indicator wioa(String id, String name, int after, int until) {
        return leavers(id, name)
                .success(Keys.EMPLOYMENT.taken().within(quarter(after, until)))
                .build();
    }

    private static Window quarter(int after, int until) {
        return Window.between(PROGRAM_EXIT.plus(Period.of(0, after, 1)), PROGRAM_EXIT.plus(Period.of(0, until, 1)));
    }

    /**
     * A WIOA indicator without those whom the law leaves out, by a rule on what the file gives: death, incarceration, health and
     * the like. They are shown as excluded, and count neither as successes nor as failures.
     */
    public static Indicator withoutExcluded(Indicator wioa, Condition excluded) {
        return wioa.toBuilder().exclude("left out by law", excluded).build();
    }

    private static Indicator.Builder leavers(String id, String name) {
        return Indicator.builder(id)
                .name(name)
                .universe(PROGRAM_EXIT.within(Window.PERIOD))
                .citation("Workforce Innovation and Opportunity Act, primary indicators of performance");
    }

    /**
     * WIOA: earned so much at least in the second quarter after exit, among those employed in it. Asked for several amounts it
     * gives the median: {@link org.waymark.metrics.attainment.MedianBand}.
     */
    public static Indicator wioaEarnings(long least) {
        return leavers("WIOA-earnings-" + least, "Earned " + least + " at least in the second quarter after exit")
                .universe(PROGRAM_EXIT
                        .within(Window.PERIOD)
                        .and(Keys.EMPLOYMENT.taken().within(quarter(3, 6))))
                .success(Keys.EMPLOYMENT
                        .taken()
                        .amount(Amount.sum(Keys.WAGES, least))
                        .within(quarter(3, 6)))
                .build();
    }

    /**
     * WIOA, effectiveness in serving employers: with the same employer in the fourth quarter after exit as in the second, among
     * those employed in the second. Files of wages tell employers apart in their own ways: which are the same is given as a rule.
     */
    public static Indicator wioaSameEmployer(Condition same) {
        return leavers("WIOA-employers", "With the same employer in the second and the fourth quarter after exit")
                .universe(PROGRAM_EXIT
                        .within(Window.PERIOD)
                        .and(Keys.EMPLOYMENT.taken().within(quarter(3, 6))))
                .success(same)
                .citation(
                        "U.S. Department of Labor, final rule on effectiveness in serving employers (2024), 89 FR 13814")
                .build();
    }

    /** WIOA: a measurable skill gain by a rule that is given, among those who took part in a program in the year. */
    public static Indicator wioaSkillGain(Condition gain) {
        return Indicator.builder("WIOA-gains")
                .name("Measurable skill gain in the school year")
                .universe(new Condition.Held(Catalog.PARTICIPATION, Where.ANY, Window.PERIOD, AsOf.ANY_TIME_IN_WINDOW))
                .success(gain)
                .citation("Workforce Innovation and Opportunity Act, measurable skill gains; the rule is given")
                .build();
    }

    /** WIOA: a credential within a year of exit, among those who left a program of education or training. */
    public static Indicator wioaCredential() {
        return leavers("WIOA-credential", "Credential within a year of exit")
                .success(Catalog.AWARD.taken().within(Window.before(PROGRAM_EXIT.plus(Period.of(1, 0, 1)))))
                .citation("Workforce Innovation and Opportunity Act, credential attainment rate")
                .build();
    }

    /** National Student Clearinghouse: enrolled in the first year after graduation and again in the second. */
    public static Indicator persistence() {
        return Indicator.builder("NSC-persistence")
                .name("Persisted from the first to the second year")
                .universe(Keys.graduatedInPeriod().and(college(0, 1)))
                .success(college(1, 2))
                .unknowns(UnknownRule.AS_NO)
                .citation("National Student Clearinghouse, High School Benchmarks, persistence at any institution")
                .build();
    }

    private static Condition college(int fromYear, int untilYear) {
        Window window = Window.between(
                Bound.PERIOD_END.plus(Period.ofYears(fromYear)), Bound.PERIOD_END.plus(Period.ofYears(untilYear)));
        return new Condition.Held(Catalog.COLLEGE, Where.ANY, window, AsOf.ANY_TIME_IN_WINDOW);
    }

    /** National Student Clearinghouse: a degree within six years of graduation, among the year's graduates. */
    public static Indicator degreeWithinSixYears() {
        return Indicator.builder("NSC-completion")
                .name("Degree within six years of graduation")
                .universe(Keys.graduatedInPeriod())
                .success(Catalog.AWARD
                        .taken()
                        .where(Keys.where(Catalog.KIND, CredentialPolicy.DEGREES.kinds()))
                        .within(Window.within(Period.ofYears(6), Students.GRADUATION_DATE)))
                .unknowns(UnknownRule.AS_NO)
                .citation("National Student Clearinghouse, High School Benchmarks, completion")
                .build();
    }

    /**
     * School Quality and Student Success: every credit attempted was earned, among ninth-grade records with attempts. Counts
     * records, so that a student who moved stands at each school; school rows do not add up to the district's students.
     */
    public static Indicator onTrackNinthGrade() {
        Condition attempted = new Condition.Passes(Where.all(new Where.AtLeast(Keys.CREDITS_ATTEMPTED, Keys.SOME)));
        return Indicator.builder("SQSS-9")
                .name("Ninth grade on track")
                .unit(Unit.of("school_year_records"))
                .universe(
                        Keys.GRADE.in("9").and(Keys.START.within(Window.PERIOD)).and(attempted))
                .success(
                        new Condition.Passes(Where.all(new Where.NotLess(Keys.CREDITS_EARNED, Keys.CREDITS_ATTEMPTED))))
                .citation("Office of Superintendent of Public Instruction, School Quality and Student Success")
                .build();
    }
}
