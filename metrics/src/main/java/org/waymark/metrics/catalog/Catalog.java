package org.waymark.metrics.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.pathway.Level;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Scheme;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Students;
import org.waymark.core.table.Table;

/**
 * Indicators of the field, by name. Where sources disagree the choice is a parameter with named presets, and the sentence of
 * the indicator says which was made. {@link #entries()} lists them all, with the measures that are no indicators.
 */
public final class Catalog {
    /** Awards of credentials. */
    public static final EventKind AWARD = EventKind.of("credential_awards");

    /** Enrolments after high school. */
    public static final EventKind COLLEGE = EventKind.of("postsecondary_enrolments");

    /** Parts in programs of career connected learning. */
    public static final EventKind PARTICIPATION = EventKind.of("participations");

    /** Dual-credit courses and exams. */
    public static final EventKind DUAL_CREDIT = EventKind.of("dual_credits");

    /** The kind of an award or a dual credit. */
    public static final Dimension KIND = Dimension.of("kind");

    /** The category of career connected learning. */
    public static final Dimension LEVEL = Dimension.of("level");

    /** Credentials after high school in three groups, as a time to the first of them tells them apart. */
    public static final Scheme CREDENTIAL_GROUPS = Scheme.disjoint("credential groups")
            .any("degree", "ASSOCIATE", "BACHELOR", "MASTER", "DOCTORAL_PROFESSIONAL", "DOCTORAL_RESEARCH")
            .any("apprenticeship", "APPRENTICESHIP_CERTIFICATE")
            .others("certificate")
            .build();

    private Catalog() {}

    /** A1: a counting credential while of the given age at most: {@link AgeRule#WHILE_AGED}. */
    public static Indicator credentialByAge(int age) {
        return credentialByAge(age, AgeRule.WHILE_AGED, CredentialPolicy.POSTSECONDARY);
    }

    /**
     * A1 as a time: from birth to the first counting credential, by group of credentials, as far as the day on which
     * {@link #credentialByAge} ends. It tells of a class that is not so old yet what can be told of it.
     */
    public static TimeToEvent timeToCredentialByAge(int age) {
        return TimeToEvent.first(AWARD)
                .where(Keys.where(KIND, CredentialPolicy.POSTSECONDARY.kinds()))
                .byKind(KIND.as(CREDENTIAL_GROUPS))
                .since(Students.BIRTH_DATE)
                .within(Period.ofYears(age + 1));
    }

    /** A1: a counting credential by an age. Everybody of the cohort is asked, not graduates alone. */
    public static Indicator credentialByAge(int age, AgeRule rule, CredentialPolicy policy) {
        boolean before = rule == AgeRule.BEFORE_BIRTHDAY;
        Period until = Period.ofYears(before ? age : age + 1);
        return Indicator.builder("A1-" + (before ? "before-" : "") + age + suffix(policy))
                .name(before ? "Credential before birthday " + age : "Credential while aged " + age + " or younger")
                .success(award(policy).within(Window.before(Students.BIRTH_DATE.plus(until))))
                .citation("Partnership for Learning, 70 % of students by age 26; age in completed years")
                .build();
    }

    /** A1 where birth dates lack: a counting credential within so many years of graduation, among graduates. */
    public static Indicator credentialYearsAfterGraduation(int years) {
        return Indicator.builder("A1-graduation-" + years)
                .name("Credential within " + years + " years of graduation")
                .universe(Students.GRADUATION_DATE.reached())
                .success(award(CredentialPolicy.POSTSECONDARY)
                        .within(Window.within(Period.ofYears(years), Students.GRADUATION_DATE)))
                .citation("Partnership for Learning, credential attainment, years since high school")
                .build();
    }

    private static Condition.Took award(CredentialPolicy policy) {
        return AWARD.taken().where(Keys.where(KIND, policy.kinds()));
    }

    private static String suffix(CredentialPolicy policy) {
        return policy.equals(CredentialPolicy.POSTSECONDARY) ? "" : "-" + policy.name();
    }

    /** A3: first enrolled after high school within 365 days of graduation, among graduates. */
    public static Indicator enrolledWithinAYear() {
        return enrolled(EnrolmentRule.WITHIN_365_DAYS, Base.GRADUATES);
    }

    /**
     * A3: enrolled after high school by a rule. Those who died before they graduated are no graduates, and leave the adjusted
     * cohort of a class; a graduate without any record did not enrol, as StudentTracker users count, and the sentence says so.
     */
    public static Indicator enrolled(EnrolmentRule rule, Base base) {
        boolean plain = rule == EnrolmentRule.WITHIN_365_DAYS && base == Base.GRADUATES;
        String id = plain ? "A3" : "A3-" + words(rule) + (base == Base.SENIORS ? "-seniors" : "");
        return Indicator.builder(id)
                .name(plain ? "Enrolled within a year of graduation" : "Enrolled " + rule)
                .universe(base.universe(rule.needsPeriod()))
                .success(rule.enrolled())
                .unknowns(UnknownRule.AS_NO)
                .citation("Career Connect Southwest, strategic goal 1; " + rule + ", "
                        + base.name().toLowerCase(Locale.ROOT))
                .build();
    }

    /**
     * A3 in some of the institutions: enrolled by a rule at those of a sector or a state, among the same graduates or seniors, so
     * that the shares of several sectors stand beside each other.
     *
     * @param name what these institutions are called, a word for stable ids: {@code public-2-year}
     * @param where which enrolments count, such as those whose {@code sector} is one of several
     */
    public static Indicator enrolledAt(String name, Where where, EnrolmentRule rule, Base base) {
        Indicator anywhere = enrolled(rule, base);
        return Indicator.builder(anywhere.id() + "-" + name)
                .name(anywhere.name() + ": " + name.replace('-', ' '))
                .universe(anywhere.universe())
                .success(rule.enrolled(where))
                .unknowns(UnknownRule.AS_NO)
                .citation(anywhere.citation() + "; " + name)
                .build();
    }

    private static String words(EnrolmentRule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** D1: regular diploma within so many years of beginning grade 9, four being on time. Needs an adjusted cohort. */
    public static Indicator graduation(int years, int classOf) {
        Bound end = Bound.on(LocalDate.of(classOf + years - 4, 9, 1));
        return Indicator.builder("D1-" + years)
                .name(years + "-year graduation, class of " + classOf)
                .success(Students.GRADUATION_DATE.within(Window.before(end)))
                .citation("National Center for Education Statistics, adjusted cohort graduation rate")
                .build();
    }

    /** D1 for the class whose last school year the question asks about: on time means by the August after it. */
    public static Indicator graduation(int years) {
        Bound end = Bound.PERIOD_END.plus(Period.ofYears(years - 4).plusMonths(2));
        return Indicator.builder("D1-" + years)
                .version(2)
                .name(years + "-year graduation")
                .success(Students.GRADUATION_DATE.within(Window.before(end)))
                .citation("National Center for Education Statistics, adjusted cohort graduation rate")
                .build();
    }

    /** D2: graduates of the school year who meet a rule of readiness that is given. */
    public static Indicator ready(Condition rule) {
        return Indicator.builder("D2")
                .name("Career and college ready")
                .universe(Keys.graduatedInPeriod())
                .success(rule)
                .citation(
                        "Washington Alliance for Better Schools, graduate career and college ready; the rule is given")
                .build();
    }

    /** D2 with a common rule: a graduation pathway met, and dual credit or career connected learning on top. */
    public static Indicator ready() {
        return ready(Keys.OPTION_MET.taken().and(DUAL_CREDIT.taken().or(PARTICIPATION.taken())));
    }

    /** D3: at or above a score in one of the four Cs, among those assessed in the school year; not assessed is not failing. */
    public static Indicator skill(String skill, long benchmark) {
        Where assessed = Where.in(Keys.SKILL_NAME, skill);
        return Indicator.builder("D3-" + skill.toLowerCase(Locale.ROOT).replace('_', '-'))
                .name("Skill attained: " + skill.toLowerCase(Locale.ROOT).replace('_', ' '))
                .universe(Keys.SKILL.taken().where(assessed).within(Window.PERIOD))
                .success(Keys.SKILL
                        .taken()
                        .where(assessed.and(Keys.SCORE.atLeast(benchmark)))
                        .within(Window.PERIOD))
                .citation("Washington Alliance for Better Schools, 21st-century skills")
                .build();
    }

    /** D4: STEM literate by a rule that is given, among those of whom it can be asked. */
    public static Indicator stemLiterate(Condition assessed, Condition rule) {
        return Indicator.builder("D4")
                .name("STEM literate")
                .universe(assessed)
                .success(rule)
                .citation("Career Connect Southwest, STEM literacy; the rule is given")
                .build();
    }

    /** B1: took part in Explore or Prep in the school year, each student once. */
    public static Indicator exploreOrPrep() {
        return participation("B1", "Explore or Prep in the school year", Level.EXPLORE, Level.PREP);
    }

    /** B1 at any level of career connected learning, of the students in some grades: {@code "K", "1" .. "5"}. */
    public static Indicator careerLearning(String band, String... grades) {
        return participation("B1-" + band, "Career connected learning, grades " + band, Level.values()).toBuilder()
                .universe(Keys.enrolledInPeriod(grades))
                .build();
    }

    /** B6: took part in Career Launch in the school year. */
    public static Indicator launch() {
        return participation("B6", "Career Launch in the school year", Level.LAUNCH);
    }

    /** B5: no career connected learning at all by the as-of day; the lower the better. */
    public static Indicator neverEngaged() {
        return Indicator.builder("B5")
                .name("No career connected learning so far")
                .universe(Keys.enrolledInPeriod())
                .success(PARTICIPATION.taken().not())
                .direction(Indicator.Direction.ADVERSE)
                .citation("Career Connect Southwest, which students are least engaged")
                .build();
    }

    private static Indicator participation(String id, String name, Level... levels) {
        return Indicator.builder(id)
                .name(name)
                .universe(Keys.enrolledInPeriod())
                .success(PARTICIPATION
                        .taken()
                        .where(Keys.where(
                                LEVEL, List.of(levels).stream().map(Level::name).toList()))
                        .within(Window.PERIOD))
                .citation(
                        "Career Connect Southwest, strategic goals 2 and 3; students enrolled at any time in the year")
                .build();
    }

    /** Problem-based learning at least once in the school year. */
    public static Indicator problemBased() {
        return Indicator.builder("B8")
                .name("Problem-based learning in the school year")
                .universe(Keys.enrolledInPeriod())
                .success(PARTICIPATION
                        .taken()
                        .where(Where.in(Keys.ACTIVITY, "PROBLEM_BASED_LEARNING"))
                        .within(Window.PERIOD))
                .citation("Career Connect Southwest, every student engages in problem-based learning")
                .build();
    }

    /** B7: took a dual-credit course or exam in the school year. */
    public static Indicator dualCredit() {
        return Indicator.builder("B7")
                .name("Dual credit in the school year")
                .universe(Keys.enrolledInPeriod())
                .success(DUAL_CREDIT.taken().within(Window.PERIOD))
                .citation("Office of Superintendent of Public Instruction, dual credit")
                .build();
    }

    /** B7: earned credit, among those who took dual credit in the school year. */
    public static Indicator dualCreditEarned() {
        return Indicator.builder("B7-earned")
                .name("Dual credit earned")
                .universe(DUAL_CREDIT.taken().within(Window.PERIOD))
                .success(DUAL_CREDIT
                        .taken()
                        .where(Where.all(new Where.AtLeast(Keys.CREDITS_EARNED, Keys.SOME)))
                        .within(Window.PERIOD))
                .citation("Office of Superintendent of Public Instruction, dual credit")
                .build();
    }

    /** C1: engagements that began in the school year, rigorous ones being the successes. */
    public static Indicator rigorousEngagement() {
        return Indicator.builder("C1")
                .name("Rigorous engagement in the school year")
                .unit(Keys.ENGAGEMENTS)
                .universe(Keys.START.within(Window.PERIOD))
                .success(Dimension.of("rigorous").in("yes"))
                .citation("Career Connect Southwest, strategic goal 3")
                .build();
    }

    /** C2: partners active in any two school years, the asked one among them. */
    public static Indicator sustainedPartner() {
        return sustainedPartner(SustainedRule.ANY_TWO);
    }

    /** C2: partners whose activity is sustained by a rule. */
    public static Indicator sustainedPartner(SustainedRule rule) {
        boolean plain = rule.equals(SustainedRule.ANY_TWO);
        return Indicator.builder(plain ? "C2" : "C2-" + rule.years() + (rule.consecutive() ? "-in-a-row" : ""))
                .name("Sustained partner")
                .unit(Keys.PARTNERS)
                .success(rule.of(Keys.PARTNER_SPELL))
                .citation("Career Connect Southwest, sustained engagement with business partners; active in " + rule)
                .build();
    }

    /** C3: still active in the school year, among partners active in the one before. */
    public static Indicator retainedPartner() {
        return Indicator.builder("C3")
                .name("Partner retained from the year before")
                .unit(Keys.PARTNERS)
                .universe(active(Window.PREVIOUS_PERIOD))
                .success(active(Window.PERIOD))
                .citation("Career Connect Southwest, sustained; practice of Massachusetts Connecting Activities")
                .build();
    }

    private static Condition active(Window window) {
        return Keys.PARTNER_SPELL.taken().within(window);
    }

    /** E3: earned at least a family-sustaining wage in a quarter, among those found in wage records that began in the year. */
    public static Indicator familyWage(BigDecimal quarterlyThreshold) {
        return Indicator.builder("E3")
                .name("Earns a family-sustaining wage")
                .universe(Keys.EMPLOYMENT.taken().within(Window.PERIOD))
                .success(Keys.EMPLOYMENT
                        .taken()
                        .where(Where.all(Keys.WAGES.atLeast(quarterlyThreshold)))
                        .within(Window.PERIOD))
                .citation("Washington STEM, economic security; not found in wage records is unknown, not unemployed")
                .build();
    }

    /** E4: works in one of the regions, among those found in wage records in the year. */
    public static Indicator stayed(List<String> regions) {
        return Indicator.builder("E4")
                .name("Works in the region")
                .universe(Keys.EMPLOYMENT.taken().within(Window.PERIOD))
                .success(Keys.EMPLOYMENT
                        .taken()
                        .where(Keys.where(Keys.REGION, regions))
                        .within(Window.PERIOD))
                .citation("Career Connect Southwest, students stay within their communities")
                .build();
    }

    /** E6: a family event attended in the school year, among the students enrolled. */
    public static Indicator familyEngaged() {
        return Indicator.builder("E6")
                .name("Family engaged in the school year")
                .universe(Keys.enrolledInPeriod())
                .success(Keys.FAMILY.taken().within(Window.PERIOD))
                .citation("Washington Alliance for Better Schools, family-centered engagement")
                .build();
    }

    /** A High School and Beyond Plan written or renewed in the school year, in the grades in which it is due. */
    public static Indicator plan() {
        return Indicator.builder("H1")
                .name("High School and Beyond Plan renewed in the school year")
                .universe(Keys.enrolledInPeriod("8", "9", "10", "11", "12"))
                .success(Keys.PLAN.taken().within(Window.PERIOD))
                .citation("WAC 180-51-220")
                .build();
    }

    /** The outcome that a file gives under a key, yes or no; students of whom it gives none are not asked. */
    public static Indicator outcome(String key) {
        Dimension given = Dimension.of(key);
        return Indicator.builder(key)
                .name(given.title() + ", as given in the file")
                .success(given.in("yes"))
                .unknowns(UnknownRule.LEFT_OUT)
                .citation("the file itself")
                .build();
    }

    /** Every entry, in the order of the field's catalogue. */
    public static List<Entry> entries() {
        return Entries.ALL;
    }

    /** The indicator of a stable name as goals files write it: {@code A1-26}, {@code A3}, {@code B1} ... */
    public static Optional<Indicator> find(String id) {
        return Entries.ALL.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .flatMap(Entry::indicator);
    }

    /** The whole catalogue as a table: a data dictionary that can be shown to anybody. */
    public static Table table() {
        return Entry.table(Entries.ALL);
    }

    /** What the field's catalogues have and this one has not, each with the reason. */
    public static Table leftOut() {
        return Entries.leftOut();
    }
}
