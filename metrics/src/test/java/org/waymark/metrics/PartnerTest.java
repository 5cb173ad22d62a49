package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.core.credential.Credential;
import org.waymark.core.id.CountyId;
import org.waymark.core.id.CredentialId;
import org.waymark.core.id.DistrictId;
import org.waymark.core.id.EngagementId;
import org.waymark.core.id.PartnerId;
import org.waymark.core.id.PathwayId;
import org.waymark.core.id.ProfessionalId;
import org.waymark.core.id.ProgramId;
import org.waymark.core.id.SchoolId;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.partner.Engagement;
import org.waymark.core.partner.Mode;
import org.waymark.core.partner.Partner;
import org.waymark.core.partner.PartnerSpell;
import org.waymark.core.partner.Professional;
import org.waymark.core.pathway.CareerPathway;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Program;
import org.waymark.core.place.County;
import org.waymark.core.place.District;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Student;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.partner.EngagementRoles;
import org.waymark.metrics.partner.IdentityMatch;
import org.waymark.metrics.partner.LaunchConditions;
import org.waymark.metrics.partner.PartnerFlow;
import org.waymark.metrics.partner.PathwaySteps;
import org.waymark.metrics.partner.ProgramAccess;
import org.waymark.metrics.partner.Reach;
import org.waymark.metrics.rate.Headcount;

class PartnerTest {
    private static final SchoolYear YEAR = SchoolYear.parse("2024-25");
    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

    private static Population.Builder population() {
        return Population.builder().asOf(AS_OF);
    }

    private static Partner partner(String id) {
        return Partner.builder()
                .id(PartnerId.of(id))
                .industry(id.startsWith("h") ? "health" : "building")
                .build();
    }

    private static PartnerSpell active(String id, int fall) {
        return PartnerSpell.builder()
                .partner(PartnerId.of(id))
                .start(LocalDate.of(fall, 10, 1))
                .end(LocalDate.of(fall + 1, 7, 1))
                .build();
    }

    @Test
    void partnersAreRetainedNewReturningOrLapsed() {
        Population population = population()
                .add(partner("h1"), partner("h2"), partner("b3"), partner("b4"), partner("b5"))
                .add(active("h1", 2023), active("h1", 2024))
                .add(active("h2", 2024))
                .add(active("b3", 2021), active("b3", 2024))
                .add(active("b4", 2023), active("b5", 2019))
                .build();
        CohortDefinition all = CohortDefinition.all(Unit.of("partners"));
        Tally tally = population
                .cohort(all)
                .tally(Question.of(all, PartnerFlow.indicators(), Faces.TOTAL, AS_OF)
                        .during(YEAR));
        PartnerFlow flow = PartnerFlow.measure().over(tally);
        assertEquals(1, flow.retained().yes().exact());
        assertEquals(1, flow.added().yes().exact());
        assertEquals(1, flow.returning().yes().exact());
        assertEquals(1, flow.lapsed().yes().exact());
        assertEquals(Optional.of(0.5), flow.retention().estimate());
        assertTrue(flow.toString().contains("Lapsed"), flow.toString());
    }

    @Test
    void nobodyActiveBeforeMeansNoRetention() {
        Population population =
                population().add(partner("h1"), active("h1", 2024)).build();
        CohortDefinition all = CohortDefinition.all(Unit.of("partners"));
        Tally tally = population
                .cohort(all)
                .tally(Question.of(all, PartnerFlow.indicators(), Faces.TOTAL, AS_OF)
                        .during(YEAR));
        assertEquals(
                Optional.of(Undefined.NO_OBSERVATIONS),
                PartnerFlow.measure().over(tally).retention().undefined());
    }

    @Test
    void headcountTellsNumbersAndSharesByIndustry() {
        Population population =
                population().add(partner("h1"), partner("h2"), partner("b3")).build();
        Indicator everybody =
                Indicator.builder("partners").unit(Unit.of("partners")).build();
        Dimension industry = Dimension.of("industry");
        Tally tally = population.all(Unit.of("partners")).tally(everybody, industry);
        String table = Headcount.of(everybody).by(industry).over(tally).toString();
        assertEquals(
                Optional.of(3.0), Headcount.of(everybody).total().over(tally).estimate());
        assertTrue(table.contains("health") && table.contains("0.667"), table);
    }

    private static Engagement.Builder engagement(String id, LocalDate start) {
        return Engagement.builder().id(EngagementId.of(id)).start(start);
    }

    @Test
    void reachKeepsStudentsKnownOneByOneApartFromHeadcounts() {
        Population population = population()
                .add(
                        District.builder().id(DistrictId.of("d1")).build(),
                        District.builder().id(DistrictId.of("d2")).build())
                .add(School.builder()
                        .id(SchoolId.of("s1"))
                        .district(DistrictId.of("d1"))
                        .build())
                .add(partner("h1"))
                .add(student("a", "ASIAN"), student("b", "WHITE"))
                .add(engagement("e1", LocalDate.of(2024, 10, 1))
                        .addPartners(PartnerId.of("h1"))
                        .addStudents(StudentId.of("a"), StudentId.of("b"))
                        .addSchools(SchoolId.of("s1"))
                        .headcount(5)
                        .educators(2)
                        .hours(new BigDecimal("1.5"))
                        .build())
                .add(engagement("e2", LocalDate.of(2025, 1, 10))
                        .addPartners(PartnerId.of("h1"))
                        .addStudents(StudentId.of("a"))
                        .mode(Mode.VIRTUAL)
                        .build())
                .add(engagement("old", LocalDate.of(2023, 10, 1)).headcount(90).build())
                .add(engagement("later", LocalDate.of(2025, 7, 1)).headcount(90).build())
                .build();
        Reach reach = Reach.of(population, YEAR);
        assertEquals(2, reach.engagements());
        assertEquals(2, reach.students());
        assertEquals(3, reach.headcount());
        assertEquals(2, reach.pairs());
        assertEquals(0, reach.contactHours().compareTo(new BigDecimal("7.5")));
        assertEquals(1, reach.virtual());
        assertEquals(1, reach.covered());
        assertEquals(2, reach.districts());
        assertEquals(1, reach.coveredSchools());
        assertEquals(1, reach.schools());
        assertEquals(0, reach.nearby());
        assertTrue(reach.toString().contains("Share of districts"), reach.toString());
    }

    private static Student student(String id, String... races) {
        return Student.builder().id(StudentId.of(id)).addRaces(races).build();
    }

    private static Professional professional(String id, String... identities) {
        return Professional.builder()
                .id(ProfessionalId.of(id))
                .addIdentities(identities)
                .build();
    }

    @Test
    void matchesAreSetBesideThoseOfRandomAssignment() {
        Population population = population()
                .add(student("a", "ASIAN", "WHITE"), student("b", "BLACK"), student("c"))
                .add(professional("p", "ASIAN"), professional("q", "BLACK"), professional("r"))
                .add(engagement("e1", LocalDate.of(2024, 10, 1))
                        .addStudents(StudentId.of("a"), StudentId.of("c"))
                        .addProfessionals(ProfessionalId.of("p"))
                        .build())
                .add(engagement("e2", LocalDate.of(2024, 11, 1))
                        .addStudents(StudentId.of("b"))
                        .addProfessionals(ProfessionalId.of("q"), ProfessionalId.of("r"))
                        .build())
                .build();
        IdentityMatch match = IdentityMatch.of(population, YEAR);
        assertEquals(2, match.matched());
        assertEquals(2, match.known());
        assertEquals(2, match.unknown());
        assertEquals(2, match.studentsMatched());
        // Either student would meet either professional: one of two matches for each.
        assertEquals(Optional.of(0.5), match.atRandom());
    }

    @Test
    void noContactHasNoMatchRate() {
        IdentityMatch match =
                IdentityMatch.of(population().add(student("a", "ASIAN")).build(), YEAR);
        assertEquals(Optional.empty(), match.atRandom());
        assertTrue(match.toString().contains("nobody to count"), match.toString());
    }

    @Test
    void rigorousEngagementsNeedAllThreeRoles() {
        Population population = population()
                .add(engagement("whole", LocalDate.of(2024, 10, 1))
                        .rigorous(true)
                        .addPartners(PartnerId.of("h1"))
                        .headcount(20)
                        .educators(1)
                        .build())
                .add(engagement("half", LocalDate.of(2024, 10, 1))
                        .rigorous(true)
                        .headcount(20)
                        .build())
                .add(engagement("light", LocalDate.of(2024, 10, 1))
                        .rigorous(false)
                        .build())
                .build();
        EngagementRoles roles = EngagementRoles.of(population, YEAR);
        assertEquals(1, roles.complete());
        assertEquals(
                List.of(new EngagementRoles.Lacking("half", List.of("professionals", "educators"))),
                roles.incomplete());
    }

    @Test
    void launchConditionsAreToldOneByOne() {
        Population population = population()
                .add(Program.builder()
                        .id(ProgramId.of("apprenticeship"))
                        .level(Level.LAUNCH)
                        .registered(true)
                        .build())
                .add(Program.builder()
                        .id(ProgramId.of("whole"))
                        .level(Level.LAUNCH)
                        .paid(true)
                        .supervised(true)
                        .aligned(true)
                        .credential(CredentialId.of("c"))
                        .endorsedFrom(LocalDate.of(2023, 1, 1))
                        .build())
                .add(Program.builder()
                        .id(ProgramId.of("credits"))
                        .level(Level.LAUNCH)
                        .paid(true)
                        .collegeCredits(new BigDecimal("44.5"))
                        .build())
                .add(Program.builder()
                        .id(ProgramId.of("prep"))
                        .level(Level.PREP)
                        .build())
                .build();
        LaunchConditions conditions = LaunchConditions.of(population, AS_OF);
        assertEquals(3, conditions.programs().size());
        assertEquals(2, conditions.met());
        assertEquals(1, conditions.endorsed());
        assertEquals(
                List.of("endorsed", "supervised", "aligned", "credential or 45 college credits"),
                conditions.programs().get(2).unmet());
    }

    @Test
    void programsAreWithinReachOfTheSchoolsOfTheirDistrict() {
        Population population = population()
                .add(
                        County.builder().id(CountyId.of("Alder")).build(),
                        District.builder()
                                .id(DistrictId.of("d1"))
                                .county(CountyId.of("Alder"))
                                .build(),
                        District.builder().id(DistrictId.of("d2")).build())
                .add(
                        School.builder()
                                .id(SchoolId.of("s1"))
                                .district(DistrictId.of("d1"))
                                .build(),
                        School.builder()
                                .id(SchoolId.of("s2"))
                                .district(DistrictId.of("d2"))
                                .build())
                .add(Credential.builder().id(CredentialId.of("c1")).stem(true).build())
                .add(
                        program("p1")
                                .provider("d1")
                                .credential(CredentialId.of("c1"))
                                .build(),
                        program("p2").provider("d1").build(),
                        program("p3").provider("d2").build(),
                        program("p4")
                                .provider("elsewhere")
                                .credential(CredentialId.of("c1"))
                                .build())
                .build();
        ProgramAccess access = ProgramAccess.of(population);
        assertEquals(List.of("s1"), access.schools());
        assertEquals(List.of("s2"), access.withoutOption());
        assertEquals(
                new ProgramAccess.Place("Alder", 2, 1, 1), access.counties().get(0));
        assertEquals(2, access.counties().get(1).programs());
        assertTrue(access.toString().contains("1 of 2 schools"), access.toString());
    }

    @Test
    void pathwayLeadsThroughWhereCreditsAndACredentialMeet() {
        Population population = population()
                .add(Credential.builder().id(CredentialId.of("c1")).build())
                .add(
                        CareerPathway.builder()
                                .id(PathwayId.of("w1"))
                                .addCredentials(CredentialId.of("c1"))
                                .build(),
                        CareerPathway.builder().id(PathwayId.of("w2")).build(),
                        CareerPathway.builder().id(PathwayId.of("w3")).build())
                .add(
                        program("p1")
                                .pathway(PathwayId.of("w1"))
                                .collegeCredits(BigDecimal.TEN)
                                .endorsedFrom(LocalDate.of(2024, 1, 1))
                                .build(),
                        program("p2")
                                .pathway(PathwayId.of("w2"))
                                .collegeCredits(BigDecimal.ONE)
                                .build(),
                        program("p3")
                                .pathway(PathwayId.of("w3"))
                                .collegeCredits(BigDecimal.ZERO)
                                .build())
                .build();
        PathwaySteps steps = PathwaySteps.of(population, LocalDate.of(2024, 6, 1));
        assertEquals(2, steps.withDualCredit());
        assertEquals(1, steps.leadingThrough());
        assertEquals(1, steps.pathways().get(0).launch());
        assertEquals(
                0,
                PathwaySteps.of(population, LocalDate.of(2023, 6, 1))
                        .pathways()
                        .get(0)
                        .launch());
        assertTrue(steps.toString().contains("2 of 3 pathways have a dual-credit step, 1 lead on"), steps.toString());
    }

    private static Program.Builder program(String id) {
        return Program.builder().id(ProgramId.of(id)).level(Level.LAUNCH);
    }
}
