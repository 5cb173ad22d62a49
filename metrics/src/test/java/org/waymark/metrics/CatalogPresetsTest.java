package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.credential.PostsecondaryEnrolment;
import org.waymark.core.id.PartnerId;
import org.waymark.core.id.SchoolId;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.partner.Partner;
import org.waymark.core.partner.PartnerSpell;
import org.waymark.core.place.NcesLocale;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Gender;
import org.waymark.core.student.SchoolYearRecord;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.StatusSpell;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.catalog.AgeRule;
import org.waymark.metrics.catalog.Base;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.catalog.CredentialPolicy;
import org.waymark.metrics.catalog.EnrolmentRule;
import org.waymark.metrics.catalog.GroupReading;
import org.waymark.metrics.catalog.SustainedRule;

/** What each preset of the catalogue counts, on students of whom every date is chosen to tell the presets apart. */
class CatalogPresetsTest {
    private static final LocalDate AS_OF = LocalDate.of(2027, 1, 1);
    private static final LocalDate GRADUATION = LocalDate.of(2024, 6, 10);
    private static final SchoolYear YEAR = SchoolYear.ending(2024);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Student.Builder student(String id) {
        return Student.builder().id(StudentId.of(id)).gender(Gender.F);
    }

    private static Cell total(Population population, Indicator indicator) {
        CohortDefinition all = CohortDefinition.all(indicator.unit());
        Question question = Question.of(all, List.of(indicator), Faces.TOTAL, population.asOf())
                .during(YEAR);
        return population.cohort(all).tally(question).total(indicator);
    }

    private static String counted(Population population, Indicator indicator) {
        Cell cell = total(population, indicator);
        return cell.yes() + " of " + cell.known();
    }

    /** One graduate who went to college between two days, or not at all where none is given. */
    private static Population graduate(String... fromUntil) {
        Population.Builder builder = Population.builder()
                .asOf(AS_OF)
                .add(student("a").graduationDate(GRADUATION).build());
        builder.roster(PostsecondaryEnrolment.SCHEMA.unit());
        if (fromUntil.length == 0) {
            // Somebody else's, so that the roster is there.
            builder.add(student("b").build());
            fromUntil = new String[] {"2020-09-01", "2020-12-01"};
            return builder.add(college("b", fromUntil)).build();
        }
        return builder.add(college("a", fromUntil)).build();
    }

    private static PostsecondaryEnrolment college(String student, String... fromUntil) {
        return PostsecondaryEnrolment.builder()
                .student(StudentId.of(student))
                .start(day(fromUntil[0]))
                .end(day(fromUntil[1]))
                .build();
    }

    /** Which rules count a graduate, in the order of the rules. */
    private static List<String> counting(Population population) {
        List<String> counting = new ArrayList<>();
        for (EnrolmentRule rule : EnrolmentRule.values()) {
            if (counted(population, Catalog.enrolled(rule, Base.GRADUATES)).equals("1 of 1")) {
                counting.add(rule.name());
            }
        }
        return counting;
    }

    @Test
    void eachRuleOfEnrolmentHasItsOwnWindow() {
        List<String> all = Arrays.stream(EnrolmentRule.values()).map(Enum::name).toList();
        assertEquals(all, counting(graduate("2024-09-10", "2024-12-20")));
        // A summer term: begun in time for most, not there in the fall.
        assertEquals(
                List.of(
                        "WITHIN_365_DAYS",
                        "WITHIN_TWO_YEARS",
                        "BY_JUNE_30",
                        "BY_OCTOBER_31",
                        "FOLLOWING_ACADEMIC_YEAR"),
                counting(graduate("2024-06-20", "2024-08-01")));
        // A summer term over before the academic year begins on 1 July.
        assertEquals(
                List.of("WITHIN_365_DAYS", "WITHIN_TWO_YEARS", "BY_JUNE_30", "BY_OCTOBER_31"),
                counting(graduate("2024-06-15", "2024-07-01")));
        assertEquals(
                List.of("WITHIN_365_DAYS", "WITHIN_TWO_YEARS", "BY_JUNE_30", "FOLLOWING_ACADEMIC_YEAR"),
                counting(graduate("2024-11-01", "2024-12-20")));
        // The 365th day counts, the 366th does not; June 30 of the year after counts, July 1 does not.
        assertEquals(
                List.of("WITHIN_365_DAYS", "WITHIN_TWO_YEARS", "BY_JUNE_30", "FOLLOWING_ACADEMIC_YEAR"),
                counting(graduate("2025-06-10", "2025-08-01")));
        assertEquals(
                List.of("WITHIN_TWO_YEARS", "BY_JUNE_30", "FOLLOWING_ACADEMIC_YEAR"),
                counting(graduate("2025-06-11", "2025-08-01")));
        assertEquals(
                List.of("WITHIN_TWO_YEARS", "BY_JUNE_30", "FOLLOWING_ACADEMIC_YEAR"),
                counting(graduate("2025-06-30", "2025-08-01")));
        assertEquals(List.of("WITHIN_TWO_YEARS"), counting(graduate("2025-07-01", "2025-08-01")));
        assertEquals(List.of(), counting(graduate("2026-06-10", "2026-08-01")));
        // College courses taken while at school are no enrolment after it.
        assertEquals(List.of(), counting(graduate("2023-09-10", "2024-06-01")));
        assertEquals(List.of(), counting(graduate()));
    }

    @Test
    void seniorsAreAskedWhetherTheyGraduatedOrNot() {
        Population population = Population.builder()
                .asOf(AS_OF)
                .add(School.builder().id(SchoolId.of("1")).build())
                .add(
                        student("a").graduationDate(GRADUATION).build(),
                        student("b").build(),
                        student("c").build())
                .add(senior("a", "12"), senior("b", "12"), senior("c", "11"))
                .add(college("a", "2024-09-10", "2024-12-20"))
                .build();
        assertEquals("1 of 1", counted(population, Catalog.enrolled(EnrolmentRule.BY_OCTOBER_31, Base.GRADUATES)));
        assertEquals("1 of 2", counted(population, Catalog.enrolled(EnrolmentRule.BY_OCTOBER_31, Base.SENIORS)));
    }

    private static SchoolYearRecord senior(String student, String grade) {
        return SchoolYearRecord.builder()
                .student(StudentId.of(student))
                .school(SchoolId.of("1"))
                .grade(grade)
                .start(day("2023-09-01"))
                .build();
    }

    private static Population born(String birth, String awarded, CredentialKind kind) {
        return Population.builder()
                .asOf(AS_OF)
                .add(student("a")
                        .birthDate(day(birth))
                        .graduationDate(GRADUATION)
                        .build())
                .add(CredentialAward.builder()
                        .student(StudentId.of("a"))
                        .kind(kind)
                        .awardedOn(day(awarded))
                        .build())
                .build();
    }

    @Test
    void byAnAgeIsWhileOfThatAgeOrBeforeItsBirthday() {
        Map<String, String> expected = new TreeMap<>(Map.of(
                "2024-02-29", "1 of 1, 1 of 1",
                "2024-03-01", "1 of 1, 0 of 1",
                "2025-02-28", "1 of 1, 0 of 1",
                "2025-03-01", "0 of 1, 0 of 1"));
        expected.forEach((awarded, counts) -> {
            Population population = born("1998-03-01", awarded, CredentialKind.BACHELOR);
            String found = counted(population, Catalog.credentialByAge(26))
                    + ", "
                    + counted(
                            population,
                            Catalog.credentialByAge(26, AgeRule.BEFORE_BIRTHDAY, CredentialPolicy.POSTSECONDARY));
            assertEquals(counts, found, awarded);
        });
    }

    @Test
    void whoIsNotOfTheAgeYetIsNeitherSuccessNorFailure() {
        Population young = born("2005-03-01", "2026-05-01", CredentialKind.BADGE);
        Cell cell = total(young, Catalog.credentialByAge(26));
        assertEquals("0 of 0", cell.yes() + " of " + cell.known());
        assertEquals(1, cell.open().exact());
        Cell early = total(born("2005-03-01", "2026-05-01", CredentialKind.BACHELOR), Catalog.credentialByAge(26));
        assertEquals("0 of 0, early 1", early.yes() + " of " + early.known() + ", early " + early.early());
    }

    @Test
    void policySaysWhatCountsAsACredential() {
        CredentialPolicy own = CredentialPolicy.DEGREES.with("degrees-and-licences", "LICENSE");
        Map<CredentialKind, String> expected = new TreeMap<>(Map.of(
                CredentialKind.SECONDARY_DIPLOMA, "no no no no",
                CredentialKind.EQUIVALENCY, "no no no no",
                CredentialKind.BADGE, "no yes no no",
                CredentialKind.LICENSE, "yes yes no yes",
                CredentialKind.CERTIFICATE_LT1Y, "yes yes no no",
                CredentialKind.APPRENTICESHIP_CERTIFICATE, "yes yes no no",
                CredentialKind.ASSOCIATE, "yes yes yes yes",
                CredentialKind.DOCTORAL_RESEARCH, "yes yes yes yes"));
        expected.forEach((kind, words) -> {
            Population population = born("1998-03-01", "2020-01-01", kind);
            List<String> found = new ArrayList<>();
            for (CredentialPolicy policy : List.of(
                    CredentialPolicy.POSTSECONDARY, CredentialPolicy.WITH_BADGES, CredentialPolicy.DEGREES, own)) {
                Indicator indicator = Catalog.credentialByAge(26, AgeRule.WHILE_AGED, policy);
                found.add(counted(population, indicator).equals("1 of 1") ? "yes" : "no");
            }
            assertEquals(words, String.join(" ", found), kind.name());
        });
        assertNotEquals(
                Catalog.credentialByAge(26).id(),
                Catalog.credentialByAge(26, AgeRule.WHILE_AGED, own).id());
    }

    @Test
    void ruralIsTheLocaleOfTheSchoolByAPresetOrAnother() {
        Population.Builder builder = Population.builder().asOf(AS_OF);
        NcesLocale[] locales = NcesLocale.values();
        for (int i = 0; i < locales.length; i++) {
            builder.add(
                    School.builder().id(SchoolId.of("" + i)).locale(locales[i]).build());
            builder.add(student("s" + i).build());
            builder.add(Enrolment.builder()
                    .student(StudentId.of("s" + i))
                    .school(SchoolId.of("" + i))
                    .start(day("2023-09-01"))
                    .build());
        }
        Population population = builder.build();
        assertEquals(12, locales.length);
        assertEquals(
                "3 of 12",
                counted(
                        population,
                        Indicator.builder("rural")
                                .success(Students.LOCALE.in(Students.RURAL))
                                .build()));
        assertEquals(
                "5 of 12",
                counted(
                        population,
                        Indicator.builder("rural")
                                .success(Students.LOCALE.in(Students.RURAL_AND_DISTANT_TOWNS))
                                .build()));
    }

    @Test
    void statusIsHeldAtAnyTimeAtEntryAtExitOrOnADay() {
        Population population = Population.builder()
                .asOf(AS_OF)
                .add(
                        student("start").build(),
                        student("middle").build(),
                        student("end").build(),
                        student("never").build())
                .add(
                        low("start", "2020-01-01", "2023-09-30"),
                        low("middle", "2023-10-01", "2023-10-02"),
                        low("end", "2024-06-30", "2024-08-01"))
                .build();
        Map<String, Condition> rules = new TreeMap<>();
        for (AsOf rule : AsOf.values()) {
            rules.put(rule.name(), Students.held(StatusKind.LOW_INCOME, Window.PERIOD, rule));
        }
        rules.put("ON_DATE", Students.heldOn(StatusKind.LOW_INCOME, day("2023-10-01")));
        Map<String, String> found = new TreeMap<>();
        rules.forEach((name, condition) -> found.put(
                name,
                counted(population, Indicator.builder("low").success(condition).build())));
        assertEquals(
                new TreeMap<>(Map.of(
                        "ANY_TIME_IN_WINDOW", "3 of 4",
                        "AT_ENTRY", "1 of 4",
                        "AT_EXIT", "1 of 4",
                        "ON_DATE", "1 of 4")),
                found);
    }

    private static StatusSpell low(String student, String from, String until) {
        return StatusSpell.builder()
                .student(StudentId.of(student))
                .kind(StatusKind.LOW_INCOME)
                .start(day(from))
                .end(day(until))
                .build();
    }

    @Test
    void partnershipIsSustainedByItsRule() {
        Map<String, int[]> active = new TreeMap<>(Map.of(
                "in a row", new int[] {2022, 2023},
                "with a pause", new int[] {2021, 2023},
                "this year alone", new int[] {2023},
                "twice this year", new int[] {2023, 2023},
                "no more", new int[] {2021, 2022},
                "three in a row", new int[] {2021, 2022, 2023}));
        Population.Builder builder = Population.builder().asOf(AS_OF);
        active.forEach((id, years) -> {
            builder.add(Partner.builder().id(PartnerId.of(id)).build());
            for (int i = 0; i < years.length; i++) {
                builder.add(PartnerSpell.builder()
                        .partner(PartnerId.of(id))
                        .start(LocalDate.of(years[i], 9 + i, 1))
                        .end(LocalDate.of(years[i], 9 + i, 20))
                        .build());
            }
        });
        Population population = builder.build();
        assertEquals("3 of 6", counted(population, Catalog.sustainedPartner()));
        assertEquals("3 of 6", counted(population, Catalog.sustainedPartner(SustainedRule.ANY_TWO)));
        assertEquals("2 of 6", counted(population, Catalog.sustainedPartner(SustainedRule.TWO_IN_A_ROW)));
        assertEquals("1 of 6", counted(population, Catalog.sustainedPartner(new SustainedRule(3, true))));
        assertThrows(IllegalArgumentException.class, () -> new SustainedRule(1, false));
    }

    @Test
    void severalGroupsInOneFigureAreTheirUnionOrEachOfThem() {
        Dimension city = Dimension.of("home_language");
        Groups groups = Groups.named("named together")
                .group("women", Students.GENDER.in("F"))
                .group("Spanish at home", city.in("Spanish"))
                .build();
        Population population = Population.builder()
                .asOf(AS_OF)
                .add(
                        student("both").homeLanguage("Spanish").build(),
                        student("one").homeLanguage("English").build(),
                        Student.builder()
                                .id(StudentId.of("none"))
                                .gender(Gender.M)
                                .homeLanguage("English")
                                .build())
                .build();
        Indicator everybody =
                Indicator.builder("all").success(Condition.always()).build();
        assertEquals("any of these 2", sizes(population, everybody, GroupReading.ANY_OF.of(groups)));
        assertEquals("women 2, Spanish at home 1", sizes(population, everybody, GroupReading.EACH.of(groups)));
    }

    private static String sizes(Population population, Indicator indicator, Groups groups) {
        Tally tally = population.cohort(CohortDefinition.all(indicator.unit())).tally(indicator, groups);
        List<String> sizes = new ArrayList<>();
        for (Cell cell : tally.by(indicator, groups)) {
            if (cell.labels().get(0).isGroup()) {
                sizes.add(cell.name() + " " + cell.yes());
            }
        }
        return String.join(", ", sizes);
    }

    @Test
    void choiceStandsInTheSentenceAndTheDigest() {
        String within = Catalog.enrolledWithinAYear().sentence();
        for (EnrolmentRule rule : EnrolmentRule.values()) {
            Indicator indicator = Catalog.enrolled(rule, Base.SENIORS);
            assertNotEquals(within, indicator.sentence());
            assertTrue(indicator.citation().contains(rule.toString()), indicator.citation());
            assertFalse(indicator.equals(Catalog.enrolled(rule, Base.GRADUATES)));
        }
    }
}
