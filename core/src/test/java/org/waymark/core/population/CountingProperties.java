package org.waymark.core.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;

class CountingProperties {
    private static final SchoolYear PERIOD = SchoolYear.ending(2021);

    private static Question question(Random random, LocalDate asOf, Faces faces) {
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            indicators.add(Histories.indicator(random, "i" + i));
        }
        return Question.of(CohortDefinition.all(Unit.STUDENT), indicators, faces, asOf)
                .during(PERIOD)
                .clusteredBy(Students.SCHOOL);
    }

    /** A first or a last day of a month, so that windows often end just then. */
    private static LocalDate asOf(Random random) {
        return LocalDate.of(2018, 7, 1).plusMonths(random.nextInt(48)).minusDays(random.nextInt(2));
    }

    private static Faces pairs() {
        return Faces.pairs(Histories.axes().toArray(new Axis[0]));
    }

    private static Tally count(List<Object> entities, Question question) {
        return Histories.population(entities)
                .cohort(question.of())
                .asOf(question.asOf())
                .tally(question);
    }

    @Property
    void kernelCountsWhatTheDefinitionSays(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> entities = Histories.students(random, 25);
        LocalDate asOf = asOf(random);
        Question question = question(random, asOf, Faces.TOTAL);
        Tally tally = count(entities, question);
        for (Indicator indicator : question.indicators()) {
            Map<State, Count> expected = new TreeMap<>();
            for (Object entity : entities) {
                if (entity instanceof Student student) {
                    State state = new Oracle(student, entities, asOf, PERIOD).state(indicator);
                    expected.merge(state, Count.of(1), Count::plus);
                }
            }
            assertEquals(expected, new TreeMap<>(tally.total(indicator).counts()), indicator::sentence);
        }
    }

    @Property
    void statesAddUpToMembersInEveryFace(@ForAll long seed) {
        Random random = new Random(seed);
        Question question = question(random, Histories.AS_OF, pairs());
        Tally tally = count(Histories.students(random, 60), question);
        for (Indicator indicator : question.indicators()) {
            assertEquals(60, tally.total(indicator).members().exact());
            for (List<Axis> axes : question.faces().crossings()) {
                long sum = 0;
                for (Cell cell : tally.by(indicator, axes.toArray(new Axis[0]))) {
                    sum += cell.members().exact();
                }
                boolean overlap = axes.stream().anyMatch(tally::overlap);
                assertTrue(overlap ? sum >= 60 : sum == 60, axes + " " + sum);
            }
        }
    }

    /** A cohort keeps what it worked out: from the second time on it counts off that. */
    @Property(tries = 50)
    void aCohortThatIsAskedAgainCountsTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> entities = Histories.students(random, 40);
        Question question = question(random, Histories.AS_OF, pairs());
        Tally first = count(entities, question);
        Cohort cohort = Population.builder()
                .asOf(Histories.AS_OF)
                .addAll(entities)
                .build()
                .cohort(question.of());
        for (int time = 0; time < 4; time++) {
            assertEquals(first, cohort.tally(question));
        }
    }

    /** A group cut out of a tally is what counting that group's members alone gives. */
    @Property(tries = 50)
    void groupCutOutOfATallyIsCountedAsIfItWereTheCohort(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> entities = Histories.students(random, 40);
        Question question = question(random, Histories.AS_OF, pairs());
        Tally whole = count(entities, question);
        Axis axis = Histories.axes().get(random.nextInt(Histories.axes().size()));
        for (Cell cell : whole.by(question.indicators().get(0), axis)) {
            Label group = cell.labels().get(0);
            if (!group.isGroup() || cell.members().exact() == 0) {
                continue;
            }
            Tally slice = whole.within(axis, group);
            Tally alone = count(entities, question.about(slice.question().of()));
            for (Indicator indicator : question.indicators()) {
                assertEquals(alone.total(indicator), slice.total(indicator));
                for (List<Axis> axes : slice.question().faces().crossings()) {
                    Axis[] along = axes.toArray(new Axis[0]);
                    assertEquals(
                            occupied(alone.by(indicator, along)), occupied(slice.by(indicator, along)), axes::toString);
                }
            }
        }
    }

    private static List<Cell> occupied(List<Cell> cells) {
        return cells.stream().filter(cell -> cell.members().exact() > 0).toList();
    }

    @Property
    void countsOfPartsAddUpToTheWhole(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> first = Histories.students(random, 1, 20);
        List<Object> second = Histories.students(random, 21, 30);
        List<Object> whole = new ArrayList<>(first);
        whole.addAll(second);
        Question question = question(random, Histories.AS_OF, pairs());
        Tally one = count(first, question);
        Tally two = count(second, question);
        Tally all = count(whole, question);
        assertEquals(all, one.plus(two));
        assertEquals(all, two.plus(one));
        for (Indicator indicator : question.indicators()) {
            assertEquals(one.total(indicator).counts(), nonZero(all.minus(two).total(indicator)));
        }
    }

    private static Map<State, Count> nonZero(Cell cell) {
        Map<State, Count> counts = new TreeMap<>(cell.counts());
        counts.values().removeIf(Count.ZERO::equals);
        return counts;
    }

    @Property
    void orderOfRecordsChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> entities = Histories.students(random, 30);
        Question question = question(random, Histories.AS_OF, pairs());
        Tally tally = count(entities, question);
        List<Object> shuffled = new ArrayList<>(entities);
        // Enrolments that begin on one day are told apart by their order, so they keep it.
        shuffled.removeIf(org.waymark.core.student.Enrolment.class::isInstance);
        Collections.shuffle(shuffled, random);
        entities.stream()
                .filter(org.waymark.core.student.Enrolment.class::isInstance)
                .forEach(shuffled::add);
        Tally other = count(shuffled, question);
        assertEquals(tally, other);
        assertEquals(tally.toString(), other.toString());
    }

    @Property
    void recordsDatedAfterTheAsOfDayChangeNothing(@ForAll long seed) {
        Random random = new Random(seed);
        LocalDate asOf = asOf(random);
        List<Object> entities = Histories.students(random, 30);
        List<Object> earlier =
                entities.stream().filter(entity -> !isLater(entity, asOf)).toList();
        Question question = question(random, asOf, pairs());
        assertEquals(count(earlier, question), count(entities, question));
    }

    private static boolean isLater(Object entity, LocalDate day) {
        if (entity instanceof CredentialAward award) {
            return award.awardedOn().isAfter(day);
        } else if (entity instanceof org.waymark.core.pathway.Participation part) {
            return part.start().isAfter(day);
        } else if (entity instanceof org.waymark.core.student.StatusSpell spell) {
            return spell.start().isAfter(day);
        } else if (entity instanceof org.waymark.core.student.Enrolment enrolment) {
            return enrolment.start().isAfter(day);
        }
        return false;
    }

    @Property(tries = 50)
    void facesCountedAloneEqualThoseOffTheJointCube(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> entities = Histories.students(random, 40);
        Question question = question(random, Histories.AS_OF, pairs());
        Tally together = count(entities, question);
        for (List<Axis> axes : question.faces().crossings()) {
            Axis[] along = axes.toArray(new Axis[0]);
            Question alone = new Question(
                    question.of(),
                    question.indicators(),
                    Faces.crossing(along),
                    question.asOf(),
                    question.period(),
                    Optional.empty());
            Tally single = count(entities, alone);
            for (Indicator indicator : question.indicators()) {
                assertEquals(single.by(indicator, along), together.by(indicator, along));
            }
        }
    }

    @Property(tries = 50)
    void clustersAddUpToTheirGroups(@ForAll long seed) {
        Random random = new Random(seed);
        Question question = question(random, Histories.AS_OF, pairs());
        Tally tally = count(Histories.students(random, 40), question);
        Indicator indicator = question.indicators().get(0);
        List<Cell> groups = tally.by(indicator, Students.GENDER);
        List<List<Cell>> clusters =
                List.copyOf(tally.byCluster(indicator, Students.GENDER).values());
        for (int g = 0; g < groups.size(); g++) {
            int group = g;
            long sum = clusters.stream()
                    .mapToLong(cells -> cells.get(group).members().exact())
                    .sum();
            assertEquals(groups.get(g).members().exact(), sum);
        }
    }

    @Example
    void openWindowNeverMakesARateOfOne() {
        // Two of the class have a credential at 20; nobody is 27 yet. The successes must not become a rate.
        List<Object> entities = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            entities.add(Student.builder()
                    .id(StudentId.of(Integer.toString(i)))
                    .birthDate(LocalDate.of(2001, 1, i))
                    .build());
        }
        for (int i = 1; i <= 2; i++) {
            entities.add(CredentialAward.builder()
                    .student(StudentId.of(Integer.toString(i)))
                    .kind(CredentialKind.ASSOCIATE)
                    .awardedOn(LocalDate.of(2021, 6, 1))
                    .build());
        }
        Indicator byAge26 = Indicator.builder("A1")
                .success(Histories.AWARD
                        .taken()
                        .within(org.waymark.core.schema.Window.before(
                                Students.BIRTH_DATE.plus(java.time.Period.ofYears(27)))))
                .build();
        Cell total =
                Histories.population(entities).all(Unit.STUDENT).tally(byAge26).total(byAge26);
        assertEquals(Count.ZERO, total.known());
        assertEquals(Count.of(2), total.early());
        assertEquals(Count.of(3), total.open());
    }

    @Example
    void emptyPopulationHasATotalOfNobody() {
        Tally tally = Histories.population(List.of())
                .all(Unit.STUDENT)
                .tally(Indicator.builder("x").build(), Students.GENDER);
        assertEquals(
                Count.ZERO, tally.total(tally.question().indicators().get(0)).members());
    }
}
