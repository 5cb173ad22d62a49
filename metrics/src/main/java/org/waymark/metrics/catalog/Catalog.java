package org.waymark.metrics.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Students;

/**
 * Indicators of the field, by name. Where sources disagree the choice is a parameter, and the sentence of the indicator
 * says which was made.
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

    /** What counts as a credential after high school, unless another policy is asked for: no diploma and no badge. */
    public static final List<String> POSTSECONDARY = List.of(
            "INDUSTRY_CERTIFICATION",
            "LICENSE",
            "CERTIFICATE_LT1Y",
            "CERTIFICATE_1TO2Y",
            "CERTIFICATE_2TO4Y",
            "APPRENTICESHIP_CERTIFICATE",
            "ASSOCIATE",
            "BACHELOR",
            "POST_BACHELOR_CERT",
            "MASTER",
            "DOCTORAL_PROFESSIONAL",
            "DOCTORAL_RESEARCH");

    private Catalog() {}

    /**
     * A1: a counting credential while of the given age at most, so before the next birthday. "By age 26" is read as before
     * the 27th birthday; see {@link #credentialBeforeBirthday} for the other reading.
     */
    public static Indicator credentialByAge(int age) {
        return credentialBeforeBirthday(age + 1).toBuilder()
                .name("Credential while aged " + age + " or younger")
                .build();
    }

    /** A1, read as before the birthday on which the given age is reached. */
    public static Indicator credentialBeforeBirthday(int age) {
        Condition award = AWARD.taken()
                .where(new Where(List.of(new Where.In(KIND, POSTSECONDARY))))
                .within(Window.before(Students.BIRTH_DATE.plus(Period.ofYears(age))));
        return Indicator.builder("A1-" + age)
                .name("Credential before birthday " + age)
                .success(award)
                .citation("Partnership for Learning, 70 % of students by age 26; age as completed years")
                .build();
    }

    /** A1 where birth dates lack: a counting credential within so many years of graduation, among graduates. */
    public static Indicator credentialYearsAfterGraduation(int years) {
        return Indicator.builder("A1-graduation-" + years)
                .name("Credential within " + years + " years of graduation")
                .universe(Students.GRADUATION_DATE.reached())
                .success(AWARD.taken()
                        .where(new Where(List.of(new Where.In(KIND, POSTSECONDARY))))
                        .within(Window.within(Period.ofYears(years), Students.GRADUATION_DATE)))
                .citation("Partnership for Learning, credential attainment, years since high school")
                .build();
    }

    /** A3: first enrolled after high school within 365 days of graduation, among graduates. */
    public static Indicator enrolledWithinAYear() {
        return Indicator.builder("A3")
                .name("Enrolled within a year of graduation")
                .universe(Students.GRADUATION_DATE.reached())
                .success(COLLEGE.taken().within(Window.within(Period.ofDays(366), Students.GRADUATION_DATE)))
                .unknowns(UnknownRule.AS_NO)
                .citation("Career Connect Southwest, strategic goal 1; 365 days, graduates")
                .build();
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

    /** B1: took part in Explore or Prep in the school year. */
    public static Indicator exploreOrPrep() {
        return participation("B1", "Explore or Prep in the school year", List.of("EXPLORE", "PREP"));
    }

    /** B6: took part in Career Launch in the school year. */
    public static Indicator launch() {
        return participation("B6", "Career Launch in the school year", List.of("LAUNCH"));
    }

    private static Indicator participation(String id, String name, List<String> levels) {
        Condition enrolled = new Condition.Held(Students.ENROLMENT, Where.ANY, Window.PERIOD, AsOf.ANY_TIME_IN_WINDOW);
        return Indicator.builder(id)
                .name(name)
                .universe(enrolled)
                .success(PARTICIPATION
                        .taken()
                        .where(new Where(List.of(new Where.In(LEVEL, levels))))
                        .within(Window.PERIOD))
                .citation(
                        "Career Connect Southwest, strategic goals 2 and 3; students enrolled at any time in the year")
                .build();
    }

    /** B7: took a dual-credit course in the school year. */
    public static Indicator dualCredit() {
        Condition enrolled = new Condition.Held(Students.ENROLMENT, Where.ANY, Window.PERIOD, AsOf.ANY_TIME_IN_WINDOW);
        return Indicator.builder("B7")
                .name("Dual credit in the school year")
                .universe(enrolled)
                .success(DUAL_CREDIT.taken().within(Window.PERIOD))
                .citation("Office of Superintendent of Public Instruction, dual credit")
                .build();
    }

    /** C1: engagements that began in the school year, rigorous ones being the successes. */
    public static Indicator rigorousEngagement() {
        return Indicator.builder("C1")
                .name("Rigorous engagement in the school year")
                .unit(Unit.of("engagements"))
                .universe(Milestone.of("start").within(Window.PERIOD))
                .success(Dimension.of("rigorous").in("yes"))
                .citation("Career Connect Southwest, strategic goal 3")
                .build();
    }

    /** C2: partners active in at least two school years, the asked one among them. */
    public static Indicator sustainedPartner() {
        EventKind active = EventKind.of("partner_spells");
        return Indicator.builder("C2")
                .name("Sustained partner")
                .unit(Unit.of("partners"))
                .success(active.taken()
                        .within(Window.PERIOD)
                        .and(active.taken().amount(new Amount.SchoolYears(2)).within(Window.before(Bound.PERIOD_END))))
                .citation(
                        "Career Connect Southwest, sustained engagement with business partners; two school years or more")
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

    /** The indicator of a stable name as goals files write it: {@code A1-26}, {@code A3}, {@code B1} ... */
    public static Optional<Indicator> find(String id) {
        return switch (id) {
            case "A1-26" -> Optional.of(credentialByAge(26));
            case "A1-graduation-6" -> Optional.of(credentialYearsAfterGraduation(6));
            case "A3" -> Optional.of(enrolledWithinAYear());
            case "B1" -> Optional.of(exploreOrPrep());
            case "B6" -> Optional.of(launch());
            case "B7" -> Optional.of(dualCredit());
            case "C1" -> Optional.of(rigorousEngagement());
            case "C2" -> Optional.of(sustainedPartner());
            default -> Optional.empty();
        };
    }
}
