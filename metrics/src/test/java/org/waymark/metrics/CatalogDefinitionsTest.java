package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.metrics.Lives.counted;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.pathway.ActivityKind;
import org.waymark.core.pathway.DualCreditKind;
import org.waymark.core.pathway.Level;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.ExitKind;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.attainment.MedianBand;
import org.waymark.metrics.attainment.SchoolTypology;
import org.waymark.metrics.catalog.Base;
import org.waymark.metrics.catalog.Careers;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.catalog.EducationToWorkforce;
import org.waymark.metrics.catalog.EnrolmentRule;
import org.waymark.metrics.catalog.Reporting;

/** Numerators, denominators and windows of the catalogue, each on students who stand on either side of them. */
class CatalogDefinitionsTest {
    @Test
    void directEnrolmentIsByTheLastDayOfOctober() {
        Population population = new Lives()
                .graduate("in time")
                .college("2024-10-30", "2024-12-20", "PUBLIC_2_YEAR")
                .graduate("on the day")
                .college("2024-10-31", "2024-12-20", "PUBLIC_2_YEAR")
                .graduate("a day late")
                .college("2024-11-01", "2024-12-20", "PUBLIC_2_YEAR")
                .graduate("never")
                .someone("of another year", "F", "2023-06-10")
                .college("2023-09-10", "2023-12-20", "PUBLIC_2_YEAR")
                .population();
        assertEquals("2 of 4", counted(population, EducationToWorkforce.directEnrolment()));
    }

    @Test
    void shareOfEachSectorHasTheSameBase() {
        Population population = new Lives()
                .graduate("two")
                .college("2024-09-10", "2024-12-20", "PUBLIC_2_YEAR")
                .graduate("four")
                .college("2024-09-10", "2024-12-20", "PUBLIC_4_YEAR")
                .graduate("none")
                .population();
        Where two = Where.in(Dimension.of("sector"), "PUBLIC_2_YEAR", "PRIVATE_2_YEAR");
        Indicator atTwo = Catalog.enrolledAt("two-year", two, EnrolmentRule.FIRST_FALL, Base.GRADUATES);
        assertEquals("1 of 3", counted(population, atTwo));
        assertEquals("2 of 3", counted(population, Catalog.enrolled(EnrolmentRule.FIRST_FALL, Base.GRADUATES)));
        assertEquals("A3-first-fall-two-year", atTwo.id());
    }

    @Test
    void careerTransitionIsWhatIsNoCollege() {
        Population population = new Lives()
                .graduate("soldier")
                .joinsMilitary("2024-08-01")
                .graduate("soldier later")
                .joinsMilitary("2024-11-01")
                .graduate("trainee")
                .trains("2024-10-01")
                .graduate("apprentice")
                .took("2024-09-01", Level.LAUNCH, ActivityKind.REGISTERED_APPRENTICESHIP, "")
                .graduate("earner")
                .work("2024-10-01", 8_750, 480)
                .graduate("earns less")
                .work("2024-10-01", 8_749, 480)
                .graduate("student and earner")
                .college("2024-09-10", "2024-12-20", "PUBLIC_2_YEAR")
                .work("2024-10-01", 9_000, 480)
                .graduate("neither")
                .population();
        assertEquals("4 of 8", counted(population, EducationToWorkforce.careerTransition()));
        assertEquals("5 of 8", counted(population, EducationToWorkforce.careerTransition(new BigDecimal("5000"))));
    }

    @Test
    void completionAndTransferAreWithinPercentOfTheLength() {
        Population population = new Lives()
                .someone("two years", "F", "")
                .college("2023-09-10", "2025-06-01", "PUBLIC_2_YEAR")
                .award("2025-06-30", CredentialKind.ASSOCIATE)
                .someone("three years", "F", "")
                .college("2023-09-10", "2026-06-01", "PUBLIC_2_YEAR")
                .award("2026-06-30", CredentialKind.CERTIFICATE_1TO2Y)
                .someone("after three years", "F", "")
                .college("2023-09-10", "2026-06-01", "PUBLIC_2_YEAR")
                .award("2026-07-01", CredentialKind.ASSOCIATE)
                .someone("transfers", "F", "")
                .college("2023-09-10", "2025-06-01", "PRIVATE_2_YEAR")
                .college("2026-06-30", "2027-06-01", "PUBLIC_4_YEAR")
                .someone("transfers late", "F", "")
                .college("2023-09-10", "2025-06-01", "PRIVATE_2_YEAR")
                .college("2026-07-01", "2027-06-01", "PUBLIC_4_YEAR")
                .someone("no entrant", "F", "")
                .college("2022-09-10", "2023-06-01", "PUBLIC_2_YEAR")
                .college("2023-09-10", "2025-06-01", "PUBLIC_2_YEAR")
                .award("2024-06-30", CredentialKind.ASSOCIATE)
                .someone("four-year", "F", "")
                .college("2023-09-10", "2028-06-01", "PUBLIC_4_YEAR")
                .award("2029-06-30", CredentialKind.BACHELOR)
                .population();
        assertEquals("1 of 5", counted(population, EducationToWorkforce.completionTwoYear(100)));
        assertEquals("2 of 5", counted(population, EducationToWorkforce.completionTwoYear()));
        assertEquals("3 of 5", counted(population, EducationToWorkforce.completionTwoYear(200)));
        assertEquals("1 of 1", counted(population, EducationToWorkforce.completionFourYear()));
        assertEquals("0 of 1", counted(population, EducationToWorkforce.completionFourYear(100)));
        assertEquals("1 of 5", counted(population, EducationToWorkforce.transfer()));
        assertEquals("2 of 5", counted(population, EducationToWorkforce.transfer(200)));
        assertEquals(
                "EW3-2-year-200", EducationToWorkforce.completionTwoYear(200).id());
        assertThrows(IllegalArgumentException.class, () -> EducationToWorkforce.transfer(99));
    }

    @Test
    void firstYearCreditsDependOnHowMuchOneStudies() {
        Population population = new Lives()
                .someone("full", "F", "")
                .college("2023-09-10", "2024-01-01", "PUBLIC_2_YEAR", "full time", "24", 14)
                .college("2024-01-10", "2024-06-01", "PUBLIC_2_YEAR", "full time", "24", 16)
                .someone("full but less", "F", "")
                .college("2023-09-10", "2024-06-01", "PUBLIC_2_YEAR", "full time", "24", 29)
                .someone("part", "F", "")
                .college("2023-09-10", "2024-06-01", "PUBLIC_2_YEAR", "part time", "24", 15)
                .someone("part but less", "F", "")
                .college("2023-09-10", "2024-06-01", "PUBLIC_2_YEAR", "part time", "24", 14)
                .someone("second year", "F", "")
                .college("2022-09-10", "2023-06-01", "PUBLIC_2_YEAR", "full time", "24", 40)
                .college("2023-09-10", "2024-06-01", "PUBLIC_2_YEAR", "full time", "24", 40)
                .population();
        assertEquals("2 of 4", counted(population, EducationToWorkforce.firstYearCredits()));
        Condition twentyFiveOfAField = Catalog.COLLEGE
                .taken()
                .amount(Amount.sum(Quantity.of("credits_earned"), 25))
                .within(Window.PERIOD);
        assertEquals("2 of 4", counted(population, EducationToWorkforce.programConcentration(twentyFiveOfAField)));
    }

    @Test
    void persistenceIsEnrolmentOrACredentialInTheYearAfter() {
        Population population = new Lives()
                .graduate("elsewhere")
                .college("2024-02-10", "2024-06-01", "PUBLIC_2_YEAR")
                .college("2025-03-10", "2025-06-01", "PUBLIC_4_YEAR")
                .graduate("done")
                .college("2024-02-10", "2024-06-01", "PUBLIC_2_YEAR")
                .award("2024-08-01", CredentialKind.CERTIFICATE_LT1Y)
                .graduate("stopped")
                .college("2024-02-10", "2024-06-01", "PUBLIC_2_YEAR")
                .population();
        assertEquals("2 of 3", counted(population, EducationToWorkforce.persistence()));
        Population graduates = new Lives()
                .graduate("two years")
                .college("2024-09-10", "2026-06-01", "PUBLIC_2_YEAR")
                .graduate("one year")
                .college("2024-09-10", "2025-06-01", "PUBLIC_2_YEAR")
                .graduate("second year alone")
                .college("2025-09-10", "2026-06-01", "PUBLIC_2_YEAR")
                .population();
        assertEquals("1 of 2", counted(graduates, Reporting.persistence()));
    }

    @Test
    void degreeIsWithinSixYearsAndNoCertificate() {
        Population population = new Lives()
                .graduate("in time")
                .award("2030-06-09", CredentialKind.BACHELOR)
                .graduate("late")
                .award("2030-06-10", CredentialKind.BACHELOR)
                .graduate("certificate")
                .award("2026-06-10", CredentialKind.CERTIFICATE_1TO2Y)
                .population();
        assertEquals("1 of 3", counted(population, Reporting.degreeWithinSixYears()));
    }

    @Test
    void aidIsAskedOfGrade12AndByTheEndOfJune() {
        Population population = new Lives()
                .graduate("in time")
                .inGrade12()
                .aid("2024-06-30")
                .graduate("late")
                .inGrade12()
                .aid("2024-07-01")
                .graduate("grade 11")
                .record("2023-09-01", "11", 6, 6)
                .aid("2024-02-01")
                .population();
        assertEquals("1 of 2", counted(population, EducationToWorkforce.aidApplication()));
    }

    @Test
    void concentrationIsTwoCoursesInOnePathway() {
        Population population = new Lives()
                .graduate("health twice")
                .inGrade12()
                .course("2022-09-10", "G1")
                .course("2023-09-10", "G2")
                .graduate("one of each")
                .inGrade12()
                .course("2022-09-10", "G1")
                .course("2023-09-10", "G3")
                .graduate("no course")
                .inGrade12()
                .took("2023-09-10", Level.EXPLORE, ActivityKind.CAREER_FAIR, "G1")
                .took("2023-10-10", Level.EXPLORE, ActivityKind.CAREER_FAIR, "G1")
                .population();
        SortedMap<String, List<String>> pathways =
                new TreeMap<>(Map.of("health", List.of("G1", "G2"), "building", List.of("G3")));
        assertEquals("1 of 2", counted(population, EducationToWorkforce.pathwayConcentration(pathways)));
        assertEquals(
                "2 of 4",
                counted(
                        population,
                        Careers.highDemandPrograms(List.of("G1", "G3")).toBuilder()
                                .universe(Condition.always())
                                .build()));
    }

    @Test
    void workBasedLearningIsBeforeGraduationAndIndustryCredentialsAreThoseOfCourseTakers() {
        Population population = new Lives()
                .graduate("intern")
                .inGrade12()
                .took("2024-06-10", Level.PREP, ActivityKind.INTERNSHIP, "")
                .graduate("intern afterwards")
                .inGrade12()
                .took("2024-06-11", Level.PREP, ActivityKind.INTERNSHIP, "")
                .graduate("visitor")
                .inGrade12()
                .took("2024-05-10", Level.EXPLORE, ActivityKind.CAREER_FAIR, "")
                .graduate("certified")
                .inGrade12()
                .course("2023-09-10", "")
                .award("2024-06-30", CredentialKind.LICENSE)
                .graduate("course alone")
                .inGrade12()
                .course("2023-09-10", "")
                .award("2024-06-30", CredentialKind.BADGE)
                .graduate("certified without a course")
                .inGrade12()
                .award("2024-06-30", CredentialKind.INDUSTRY_CERTIFICATION)
                .population();
        assertEquals("1 of 6", counted(population, EducationToWorkforce.workBasedLearning()));
        assertEquals("1 of 2", counted(population, EducationToWorkforce.industryCredential()));
    }

    @Test
    void earlyCollegeIsPassedByCreditOrByScore() {
        Population population = new Lives()
                .graduate("course")
                .inGrade12()
                .dual("2023-09-10", DualCreditKind.CHS, "5", "")
                .graduate("course failed")
                .inGrade12()
                .dual("2023-09-10", DualCreditKind.RUNNING_START, "0", "")
                .graduate("exam")
                .inGrade12()
                .dual("2024-05-10", DualCreditKind.AP, "", "3")
                .graduate("exam failed")
                .inGrade12()
                .dual("2024-05-10", DualCreditKind.AP, "", "2")
                .graduate("none")
                .inGrade12()
                .population();
        assertEquals("2 of 5", counted(population, EducationToWorkforce.earlyCollege(3)));
        assertEquals("1 of 5", counted(population, EducationToWorkforce.earlyCollege(4)));
        assertEquals("2 of 4", counted(population, EducationToWorkforce.earlyCollegeCredit(3)));
        Population exams = new Lives()
                .graduate("sat it")
                .dual("2024-05-10", DualCreditKind.AP, "", "1")
                .graduate("did not")
                .dual("2024-05-10", DualCreditKind.IB, "", "")
                .graduate("no exam to sit")
                .dual("2024-05-10", DualCreditKind.CHS, "5", "")
                .population();
        assertEquals("1 of 2", counted(exams, EducationToWorkforce.examTaken()));
    }

    @Test
    void dualCreditIsTakenEarnedAndUnduplicated() {
        Population population = new Lives()
                .graduate("twice")
                .dual("2023-09-10", DualCreditKind.CHS, "5", "")
                .dual("2024-02-10", DualCreditKind.CHS, "0", "")
                .graduate("none earned")
                .dual("2023-09-10", DualCreditKind.CHS, "0", "")
                .graduate("another year")
                .dual("2022-09-10", DualCreditKind.CHS, "5", "")
                .population();
        assertEquals("1 of 2", counted(population, Catalog.dualCreditEarned()));
        assertEquals(
                "2 of 4",
                counted(
                        population,
                        Catalog.dualCredit().toBuilder()
                                .universe(Condition.always())
                                .build()));
    }

    private static Lives concentrators() {
        return new Lives()
                .graduate("graduate")
                .course("2022-09-10", "G1")
                .course("2023-09-10", "G1")
                .left("2024-06-10", ExitKind.GRADUATED)
                .award("2024-06-20", CredentialKind.INDUSTRY_CERTIFICATION)
                .dual("2023-09-10", DualCreditKind.CTE_DC, "5", "")
                .took("2024-02-10", Level.PREP, ActivityKind.INTERNSHIP, "")
                .college("2024-10-01", "2024-12-20", "PUBLIC_2_YEAR")
                .someone("a year later", "M", "2025-06-10")
                .course("2022-09-10", "G1")
                .course("2023-09-10", "G2")
                .left("2024-06-12", ExitKind.CONTINUING)
                .work("2024-10-01", 4_000, 300)
                .someone("dropped out", "X", "")
                .course("2021-09-10", "G2")
                .course("2022-09-10", "G2")
                .left("2024-03-10", ExitKind.DROPPED_OUT)
                .work("2025-01-01", 4_000, 300)
                .graduate("one course")
                .course("2023-09-10", "G1")
                .left("2024-06-10", ExitKind.GRADUATED);
    }

    @Test
    void perkinsAsksOfConcentratorsWhoLeftInTheYear() {
        Population population = concentrators().population();
        assertEquals("1 of 3", counted(population, Reporting.perkinsGraduated()));
        assertEquals("2 of 3", counted(population, Reporting.perkinsGraduatedExtended(1)));
        // The second quarter after the end of the year: October to December.
        assertEquals("2 of 3", counted(population, Reporting.perkinsPlaced()));
        assertEquals("1 of 1", counted(population, Reporting.perkinsCredential()));
        assertEquals("1 of 1", counted(population, Reporting.perkinsCredits()));
        assertEquals("1 of 1", counted(population, Reporting.perkinsWorkBased()));
        // Of the two with a gender that federal counts have, the man took a course of the program for men.
        assertEquals("1 of 2", counted(population, Reporting.perkinsNonTraditional(List.of("G2"), List.of("G2"))));
        assertEquals("2 of 2", counted(population, Reporting.perkinsNonTraditional(List.of("G1"), List.of("G2"))));
        Condition asked = Students.GENDER.in("F", "X");
        Indicator proficient = Reporting.perkinsProficient("mathematics", asked, Students.GENDER.in("F"));
        assertEquals("1 of 2", counted(population, proficient));
        assertEquals("P-2S-mathematics", proficient.id());
    }

    private static Lives leavers() {
        return new Lives()
                .graduate("second and fourth")
                .leavesProgram("2024-02-15")
                .work("2024-07-01", 6_000, 400)
                .work("2025-01-01", 6_000, 400)
                .graduate("second alone, two jobs")
                .leavesProgram("2024-02-15")
                .work("2024-07-01", 5_000, 400)
                .work("2024-07-01", 5_000, 100)
                .graduate("first alone")
                .leavesProgram("2024-02-15")
                .work("2024-04-01", 6_000, 400)
                .graduate("third alone")
                .leavesProgram("2024-02-15")
                .work("2024-10-01", 6_000, 400)
                .award("2025-02-15", CredentialKind.LICENSE)
                .graduate("died")
                .leavesProgram("2024-02-15")
                .left("2024-03-01", ExitKind.DECEASED)
                .graduate("a day after the year of the credential")
                .leavesProgram("2024-02-15")
                .work("2024-07-01", 3_000, 200)
                .award("2025-02-16", CredentialKind.LICENSE)
                .graduate("left another year")
                .leavesProgram("2023-02-15")
                .work("2023-07-01", 9_000, 400);
    }

    @Test
    void wioaCountsQuartersFromTheExit() {
        Population population = leavers().population();
        assertEquals("3 of 6", counted(population, Reporting.wioaSecondQuarter()));
        assertEquals("1 of 6", counted(population, Reporting.wioaFourthQuarter()));
        assertEquals("1 of 6", counted(population, Reporting.wioaCredential()));
        Condition died = Students.EXIT.taken().where(Where.in(Dimension.of("kind"), ExitKind.DECEASED.name()));
        Indicator lawful = Reporting.withoutExcluded(Reporting.wioaSecondQuarter(), died);
        assertEquals("3 of 5", counted(population, lawful));
        assertEquals(1, Lives.total(population, lawful).excluded().exact());
        Indicator gain =
                Reporting.wioaSkillGain(EventKind.of("credential_awards").taken());
        assertEquals("0 of 0", counted(population, gain));
        Condition atWorkAYearLater = EventKind.of("employments")
                .taken()
                .within(Window.between(
                        Reporting.PROGRAM_EXIT.plus(Period.ofMonths(9)),
                        Reporting.PROGRAM_EXIT.plus(Period.ofYears(1))));
        assertEquals("1 of 3", counted(population, Reporting.wioaSameEmployer(atWorkAYearLater)));
    }

    private static MedianBand.Band median(Population population, long... amounts) {
        SortedMap<BigDecimal, Indicator> reached = new TreeMap<>();
        for (long amount : amounts) {
            reached.put(BigDecimal.valueOf(amount), Reporting.wioaEarnings(amount));
        }
        CohortDefinition all = CohortDefinition.all(Unit.STUDENT);
        Question question = Question.of(all, List.copyOf(reached.values()), Faces.TOTAL, population.asOf())
                .during(SchoolYear.ending(2024));
        return new MedianBand(reached).over(population.cohort(all).tally(question));
    }

    @Test
    void medianEarningsLieInTheBandOfThoseEmployed() {
        // 3,000, 6,000 and 10,000 of two jobs together: the median is 6,000.
        Population population = leavers().population();
        MedianBand.Band band = median(population, 2_000, 4_000, 6_000, 6_001, 8_000);
        assertEquals("median from 6000 to below 6001 (n 3)", band.toString());
        assertEquals(Optional.empty(), median(population, 7_000, 8_000).low());
        assertEquals(Optional.empty(), median(population, 5_000).high());
        assertTrue(median(population, 5_000).toTable().toString().contains("no upper end"));
        // Of 3,000 and 6,000 the median is 4,500: amounts between the two tell nothing.
        Population two = new Lives()
                .graduate("less")
                .leavesProgram("2024-02-15")
                .work("2024-07-01", 3_000, 400)
                .graduate("more")
                .leavesProgram("2024-02-15")
                .work("2024-07-01", 6_000, 400)
                .population();
        MedianBand.Band between = median(two, 3_000, 4_000, 5_000, 6_000, 6_001);
        assertEquals("median from 3000 to below 6001 (n 2)", between.toString());
        MedianBand.Band nobody = median(new Lives().population(), 1_000);
        assertEquals("median from ? to below ? (n 0)", nobody.toString());
        assertThrows(
                IllegalArgumentException.class,
                () -> new MedianBand(new TreeMap<>(
                        Map.of(BigDecimal.ONE, Reporting.wioaEarnings(1), BigDecimal.TEN, Catalog.launch()))));
        assertThrows(IllegalArgumentException.class, () -> new MedianBand(new TreeMap<>()));
    }

    @Test
    void hoursAndWagesAreThoseOfOneQuarter() {
        Population population = new Lives()
                .graduate("long")
                .work("2024-01-01", 9_000, 420)
                .graduate("short")
                .work("2024-01-01", 8_000, 419)
                .graduate("not found")
                .population();
        assertEquals("1 of 2", counted(population, Careers.hoursWorked(420)));
        assertEquals("1 of 2", counted(population, Catalog.familyWage(new BigDecimal("8750"))));
    }

    @Test
    void trainingIsInAFieldOfHighDemand() {
        Population population = new Lives()
                .graduate("health")
                .college("2024-09-10", "2025-06-01", "PUBLIC_2_YEAR", "full time", "51", 30)
                .graduate("letters")
                .college("2024-09-10", "2025-06-01", "PUBLIC_4_YEAR", "full time", "24", 30)
                .graduate("health, but late")
                .college("2024-09-10", "2024-12-01", "PUBLIC_4_YEAR", "full time", "24", 30)
                .college("2025-09-10", "2026-06-01", "PUBLIC_2_YEAR", "full time", "51", 30)
                .graduate("no training")
                .population();
        assertEquals("1 of 3", counted(population, Careers.highDemandTraining(List.of("15", "51"))));
    }

    @Test
    void qualityOfAJobIsByAnIndexThatIsGiven() {
        Population population = new Lives()
                .graduate("good")
                .work("2024-01-01", 9_000, 420)
                .graduate("not so good")
                .work("2024-01-01", 4_000, 420)
                .graduate("no job")
                .population();
        Condition.Took job = EventKind.of("employments").taken();
        Indicator quality = EducationToWorkforce.qualityJob(
                job.within(Window.PERIOD),
                job.where(Where.all(Quantity.of("wages").atLeast(5_000))).within(Window.PERIOD));
        assertEquals("1 of 2", counted(population, quality));
    }

    @Test
    void ninthGraderWhoMovedStandsAtEachSchool() {
        Population population = new Lives()
                .graduate("on track")
                .record("2023-09-01", "9", 6, 6)
                .graduate("lost a credit")
                .record("2023-09-01", "9", 6, 5)
                .graduate("moved")
                .record("2023-09-01", "9", 3, 3)
                .record("2024-02-01", "9", 3, 2)
                .graduate("attempted none")
                .record("2023-09-01", "9", 0, 0)
                .graduate("grade 10")
                .record("2023-09-01", "10", 6, 6)
                .population();
        assertEquals("2 of 4", counted(population, Reporting.onTrackNinthGrade()));
    }

    @Test
    void accountabilityMayPoolThreeYears() {
        Population population = new Lives()
                .graduate("2024")
                .inGrade12()
                .aid("2024-01-10")
                .someone("2023", "F", "2023-06-10")
                .record("2022-09-01", "12", 6, 6)
                .someone("2022", "F", "2022-06-10")
                .record("2021-09-01", "12", 6, 6)
                .population();
        Indicator asked = EducationToWorkforce.aidApplication();
        CohortDefinition all = CohortDefinition.all(Unit.STUDENT);
        long yes = 0;
        long known = 0;
        for (int year = 2022; year <= 2024; year++) {
            Question question = Question.of(all, List.of(asked), Faces.TOTAL, population.asOf())
                    .during(SchoolYear.ending(year));
            yes += population.cohort(all).tally(question).total(asked).yes().exact();
            known += population.cohort(all).tally(question).total(asked).known().exact();
        }
        assertEquals("1 of 3", yes + " of " + known);
    }

    @Test
    void schoolsAreOfATypeByTheShareOfTheirStudents() {
        // a: 5 of 10, b: 6 of 10, c: 4 of 10, d: 39 of 100.
        Tally tally = Tallies.of(5, 10, 6, 10, 4, 10, 39, 100);
        SchoolTypology.Schools low =
                SchoolTypology.lowIncome(Tallies.ASKED, Tallies.GROUP).over(tally);
        assertEquals(List.of("b"), low.of());
        assertEquals(List.of("a", "c", "d"), low.others());
        SchoolTypology.Schools minority =
                SchoolTypology.highMinority(Tallies.ASKED, Tallies.GROUP).over(tally);
        assertEquals(List.of("a", "b", "c"), minority.of());
        assertEquals(
                2, minority.groups("high minority", Tallies.GROUP).members().size());
        Tally hidden = Tallies.of(
                Tallies.ASKED,
                List.of(Count.between(4, 9), Count.between(6, 9), Count.ZERO),
                List.of(Count.between(1, 5), Count.between(1, 5), Count.ZERO),
                Count.ZERO);
        SchoolTypology.Schools open =
                SchoolTypology.lowIncome(Tallies.ASKED, Tallies.GROUP).over(hidden);
        assertEquals(List.of("b"), open.of());
        assertEquals(List.of("a", "c"), open.open());
        assertThrows(
                IllegalArgumentException.class,
                () -> new SchoolTypology(Tallies.ASKED, Tallies.GROUP, BigDecimal.ZERO, true));
    }
}
