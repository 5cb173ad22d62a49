package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Provenance;
import org.waymark.core.indicator.Question;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Participation;
import org.waymark.core.population.Cohort;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Gender;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.attainment.OutcomeByParticipation;
import org.waymark.metrics.attainment.ProjectedAttainment;
import org.waymark.metrics.attainment.ProjectedAttainment.Link;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.comparison.Comparison;
import org.waymark.metrics.comparison.Comparison.Cause;
import org.waymark.metrics.demand.DemandShares;
import org.waymark.metrics.demand.SupplyDemand;
import org.waymark.metrics.inequality.Predictability;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.rate.Share;

class AttainmentTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 9, 1);
    private static final LocalDate LANDMARK = LocalDate.of(2023, 9, 1);
    private static final Indicator GRADUATED = Indicator.builder("graduated")
            .name("Graduated")
            .success(Students.GRADUATION_DATE.within(
                    Window.between(Bound.on(LANDMARK), Bound.on(LocalDate.of(2025, 7, 1)))))
            .build();

    private static Link link(String step, long yes, long n) {
        return new Link(step, "a cohort", Optional.of(new Share(yes, n)));
    }

    @Test
    void projectionIsTheProductOfItsLinksAndSaysThatItIsOne() {
        ProjectedAttainment projected =
                ProjectedAttainment.of(link("graduate", 80, 100), link("enrol", 60, 80), link("complete", 30, 50));
        assertEquals(0.36, projected.value().orElseThrow(), 1e-12);
        // sqrt(.2/80 + .25/60 + .4/30) on the scale of the logarithm, by hand
        assertEquals(
                0.36 * Math.exp(-1.959963984540054 * Math.sqrt(0.02)),
                projected.interval().orElseThrow().lower(),
                1e-12);
        assertTrue(projected.explain().startsWith("PROJECTED"), projected.explain());
        assertTrue(projected.toString().contains("PROJECTED"), projected.toString());
    }

    @Test
    void chainWithNobodyInALinkHasNoProjection() {
        ProjectedAttainment projected =
                ProjectedAttainment.of(link("graduate", 80, 100), link("enrol", 0, 0), link("complete", 30, 50));
        assertEquals(Optional.of(Undefined.NO_OBSERVATIONS), projected.undefined());
        assertEquals(Optional.empty(), projected.value());
        ProjectedAttainment masked = ProjectedAttainment.of(
                link("graduate", 80, 100), new Link("enrol", "a cohort", Optional.empty()), link("complete", 30, 50));
        assertEquals(Optional.of(Undefined.MASKED), masked.undefined());
    }

    @Test
    void chainInWhichNobodySucceedsIsNoneWithoutLimits() {
        ProjectedAttainment projected =
                ProjectedAttainment.of(link("graduate", 80, 100), link("enrol", 0, 80), link("complete", 30, 50));
        assertEquals(Optional.of(0.0), projected.value());
        assertEquals(Optional.empty(), projected.interval());
    }

    /** Girls take part more often and graduate more often; taking part itself changes nothing. */
    private static Population population() {
        Population.Builder builder = Population.builder().asOf(AS_OF);
        for (int i = 0; i < 400; i++) {
            StudentId id = StudentId.of("s" + i);
            boolean girl = i % 2 == 0;
            boolean takesPart = i / 2 % 10 < (girl ? 8 : 2);
            boolean graduates = i / 20 % 10 < (girl ? 9 : 5);
            Student.Builder student = Student.builder().id(id).gender(girl ? Gender.F : Gender.M);
            if (graduates) {
                student.graduationDate(LocalDate.of(2025, 6, 10));
            }
            builder.add(student.build());
            LocalDate day = takesPart ? LANDMARK.minusDays(30) : LANDMARK.plusDays(30);
            builder.add(Participation.builder()
                    .student(id)
                    .level(Level.PREP)
                    .start(day)
                    .build());
        }
        return builder.build();
    }

    @Test
    void crudeGapOfParticipantsVanishesWhenTheMixIsTheSame() {
        OutcomeByParticipation asked = new OutcomeByParticipation(
                GRADUATED, EventKind.of("participations"), Where.ANY, LANDMARK, Students.GENDER);
        Cohort everybody = population().all(Unit.STUDENT);
        Tally tally = everybody.tally(asked.question(everybody.definition(), AS_OF));
        OutcomeByParticipation.Association association = asked.measure().over(tally);
        assertEquals(0.24, association.crude().value().orElseThrow(), 1e-12);
        assertEquals(0, association.standardised().gap("took part", "did not").orElseThrow(), 1e-12);
        assertTrue(association.explain().contains("an association, not an effect"), association.explain());
    }

    @Test
    void changesBetweenRunsAreLabelledByTheirCause() {
        Population population = population();
        Cohort everybody = population.all(Unit.STUDENT);
        Question now = Question.of(everybody.definition(), List.of(GRADUATED), Faces.each(Students.GENDER), AS_OF);
        Tally newer = everybody.tally(now);
        Question then = now.asOf(LocalDate.of(2024, 9, 1));
        Tally before = everybody.asOf(then.asOf()).tally(then);
        Comparison time = Comparison.of(before, newer, before);
        assertEquals(
                3, time.changes().stream().filter(c -> c.cause() == Cause.DATA).count(), time.toString());
        assertEquals(Comparison.of(newer, newer, newer).changes(), List.of());

        Population.Builder fewer = Population.builder().asOf(AS_OF);
        population.stream(Student.SCHEMA).skip(10).forEach(fewer::add);
        Population known = fewer.build();
        Tally incomplete = known.all(Unit.STUDENT).asOf(then.asOf()).tally(then);
        Comparison late = Comparison.of(incomplete, newer, before);
        assertTrue(late.changes().stream().allMatch(c -> c.cause() == Cause.LATE_ARRIVAL), late.toString());

        Indicator redefined = GRADUATED.toBuilder()
                .version(2)
                .success(Students.GRADUATION_DATE.reached())
                .build();
        Tally other = everybody.tally(new Question(
                everybody.definition(), List.of(redefined), now.faces(), AS_OF, Optional.empty(), Optional.empty()));
        Comparison definition = Comparison.of(newer, other);
        assertTrue(definition.changes().stream().allMatch(c -> c.cause() == Cause.DEFINITION), definition.toString());
        assertThrows(IllegalArgumentException.class, () -> Comparison.of(before, newer, newer));
    }

    private static Tally groups(Count yes, Count no) {
        return Tallies.of(Tallies.ASKED, List.of(Count.of(5), yes), List.of(Count.of(5), no), Count.ZERO);
    }

    private static List<Cause> causes(Tally older, Tally newer) {
        return Comparison.of(older, newer).changes().stream()
                .filter(change -> !change.crossing().isEmpty())
                .map(Comparison.Change::cause)
                .toList();
    }

    @Test
    void cellsKeptBackAreOnlyCalledSoWhereBothMayBeTheSame() {
        Tally shown = groups(Count.of(7), Count.of(3));
        Tally around = groups(Count.between(0, 9), Count.between(0, 9));
        Tally elsewhere = groups(Count.between(8, 9), Count.between(0, 9));
        Tally otherwise = groups(Count.between(2, 12), Count.between(0, 9));
        assertEquals(List.of(Cause.SUPPRESSION), causes(shown, around));
        assertEquals(List.of(Cause.SUPPRESSION), causes(around, shown));
        assertEquals(List.of(Cause.SUPPRESSION), causes(around, otherwise));
        assertEquals(List.of(Cause.DATA), causes(shown, elsewhere));
        assertEquals(List.of(), causes(around, around));
        assertEquals(List.of(Cause.DATA), causes(shown, groups(Count.of(6), Count.of(3))));
    }

    @Test
    void cellsOfOneRunAreNewOrGoneUnlessTheyMayBeOfNobody() {
        Tally two = groups(Count.of(7), Count.of(3));
        Tally hidden = groups(Count.between(0, 7), Count.between(0, 3));
        Tally one = Tallies.of(5, 10);
        assertEquals(List.of(Cause.ADDED), causes(one, two));
        assertEquals(List.of(Cause.REMOVED), causes(two, one));
        assertEquals(List.of(Cause.SUPPRESSION), causes(one, hidden));
        assertEquals(List.of(Cause.SUPPRESSION), causes(hidden, one));
        assertTrue(Comparison.of(one, two).toTable().toString().contains("1 are new"));
    }

    @Test
    void anotherSchoolYearIsAnotherQuestion() {
        Population population = population();
        Cohort everybody = population.all(Unit.STUDENT);
        Tally plain = everybody.tally(GRADUATED, Students.GENDER);
        Tally year = everybody.tally(plain.question().during(SchoolYear.ending(2025)));
        assertTrue(Comparison.of(plain, year).changes().stream().allMatch(c -> c.cause() == Cause.DEFINITION));
        assertFalse(Comparison.of(plain, year).changes().isEmpty());
    }

    @Test
    void nestedSharesMultiplyExactly() {
        DemandShares jobs = DemandShares.of("jobs in the state", 2030, "Career Connect Southwest, Background")
                .then("need a credential after high school", "0.70")
                .then("of those, need STEM", "0.67");
        assertEquals(0, jobs.ofAll().compareTo(new BigDecimal("0.469")));
        assertTrue(jobs.toString().contains("46.9 %"), jobs.toString());
        assertThrows(IllegalArgumentException.class, () -> jobs.then("more than all", "1.2"));
    }

    @Test
    void openingsAndCompletersOfUnlikeThingsAreNotCompared() {
        SupplyDemand.Amount demand = new SupplyDemand.Amount(
                "openings", "people with a credential", "state", new BigDecimal("740000"), 2017, 2021, "a source");
        SupplyDemand.Amount supply = new SupplyDemand.Amount(
                "completers", "people with a credential", "state", new BigDecimal("300000"), 2017, 2020, "a source");
        SupplyDemand gap = new SupplyDemand(demand, supply);
        assertEquals(0, gap.gap().compareTo(new BigDecimal("73000")));
        assertTrue(gap.toString().contains("assume an even flow"), gap.toString());
        SupplyDemand.Amount awards =
                new SupplyDemand.Amount("awards", "credentials", "state", BigDecimal.TEN, 2017, 2021, "a source");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new SupplyDemand(demand, awards));
        assertTrue(refused.getMessage().contains("supply"), refused.getMessage());
    }

    @Test
    void outcomeIsAsPredictableAsItsRatesDiffer() {
        Cohort everybody = population().all(Unit.STUDENT);
        Tally tally = everybody.tally(GRADUATED, Students.GENDER);
        List<Figure> told =
                Predictability.of(GRADUATED, Students.GENDER).over(tally).figures();
        // 180 of 200 and 100 of 200, by hand: V, its square, the largest gap, the mean deviation.
        assertEquals(0.04 / 0.21, Math.pow(told.get(0).estimate().orElseThrow(), 2), 1e-12);
        assertEquals(0.04 / 0.21, told.get(2).estimate().orElseThrow(), 1e-12);
        assertEquals(0.4, told.get(3).estimate().orElseThrow(), 1e-12);
        assertEquals(0.2, told.get(4).estimate().orElseThrow(), 1e-12);
    }

    @Test
    void outcomeOfOneGroupHasNoPredictabilityAndOverlappingGroupsAreRefused() {
        Cohort everybody = population().all(Unit.STUDENT);
        Groups all = Groups.named("everybody twice")
                .group("all", Condition.always())
                .group("again", Condition.always())
                .build();
        Tally overlapping = everybody.tally(GRADUATED, all);
        assertThrows(
                IllegalArgumentException.class,
                () -> Predictability.of(GRADUATED, all).over(overlapping));
        Groups one = Groups.named("one").group("all", Condition.always()).build();
        List<Figure> single = Predictability.of(GRADUATED, one)
                .over(everybody.tally(GRADUATED, one))
                .figures();
        single.forEach(figure -> assertEquals(Optional.empty(), figure.estimate(), figure::toString));
        assertEquals(Optional.of(Undefined.SINGLE_GROUP), single.get(3).undefined());
    }

    @Test
    void figuresSayByWhatTheyWereMade() {
        Provenance first = Provenance.of(Catalog.familyWage(new BigDecimal("8750")), AS_OF);
        Provenance other = Provenance.of(Catalog.familyWage(new BigDecimal("8751")), AS_OF);
        assertEquals(first.id(), other.id());
        assertEquals(first, Provenance.of(Catalog.familyWage(new BigDecimal("8750.00")), AS_OF));
        assertTrue(!first.digest().equals(other.digest()) && first.digest().matches("[0-9a-f]{12}"));
        Table rates = Rate.of(GRADUATED)
                .over(population().all(Unit.STUDENT).tally(GRADUATED))
                .toTable();
        assertEquals(
                List.of("indicator", "as_of", "definition", "library"),
                rates.columns().stream()
                        .map(column -> column.name())
                        .skip(rates.columns().size() - 4)
                        .toList());
        assertEquals(rates, first.stamp(rates));
        Table stamped = first.stamp(
                DemandShares.of("jobs", 2030, "a source").then("need it", "0.7").toTable());
        assertEquals("E3 v1", stamped.column("indicator").get(0).toString());
        assertEquals(first.digest(), stamped.column("definition").get(0).toString());
    }
}
