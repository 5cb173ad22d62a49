package org.waymark.core.population;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Exclusion;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.Regression;
import org.waymark.core.indicator.TimeQuestion;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.MomentTally;
import org.waymark.core.tally.Tally;
import org.waymark.core.tally.TimeTally;
import org.waymark.core.time.SchoolYear;

/**
 * The members of a {@link Population} who are asked about, as of a day.
 *
 * <p>A cohort is immutable and safe for threads. It remembers what its members are for the indicators it was asked
 * about, so that further questions about them cost little.
 */
public final class Cohort {
    private static final byte OUT = 0;
    private static final byte IN = 1;

    private final Population population;
    private final CohortDefinition definition;
    private final LocalDate asOf;
    private final byte[] members;
    private final CohortLog log;
    private final Counting counting;

    Cohort(Population population, CohortDefinition definition, LocalDate asOf) {
        this.population = population;
        this.definition = definition;
        this.asOf = asOf;
        Roster roster = population.roster(definition.unit());
        this.members = new byte[roster.size()];
        this.log = admit(new Scope(population, roster, asOf, Optional.empty()));
        this.counting = new Counting(population, roster, members, log);
    }

    private CohortLog admit(Scope scope) {
        if (definition.members() instanceof Condition.Always
                && definition.joined().isEmpty()
                && definition.left().isEmpty()) {
            Arrays.fill(members, IN);
            return new CohortLog(members.length, Map.ofEntries(), Map.ofEntries(), 0);
        }
        Conditions conditions = new Conditions(scope);
        byte[] belongs = conditions.answers(definition.members());
        byte[][] joined = answers(conditions, definition.joined());
        byte[][] left = answers(conditions, definition.left());
        long initial = 0;
        long undetermined = 0;
        long[] joinedBy = new long[joined.length];
        long[] leftBy = new long[left.length];
        for (int row = 0; row < members.length; row++) {
            if (!Truth.isYes(belongs[row])) {
                undetermined += Truth.isNo(belongs[row]) ? 0 : 1;
                continue;
            }
            int way = first(joined, row);
            if (way < 0) {
                initial++;
            } else {
                joinedBy[way]++;
            }
            int out = first(left, row);
            if (out < 0) {
                members[row] = IN;
            } else {
                leftBy[out]++;
            }
        }
        return new CohortLog(
                initial, byReason(definition.joined(), joinedBy), byReason(definition.left(), leftBy), undetermined);
    }

    private static byte[][] answers(Conditions conditions, List<Exclusion> ways) {
        return ways.stream().map(way -> conditions.answers(way.condition())).toArray(byte[][]::new);
    }

    private static int first(byte[][] ways, int row) {
        for (int w = 0; w < ways.length; w++) {
            if (Truth.isYes(ways[w][row])) {
                return w;
            }
        }
        return -1;
    }

    private static Map<String, Long> byReason(List<Exclusion> ways, long[] counts) {
        Map<String, Long> byReason = new LinkedHashMap<>();
        for (int w = 0; w < counts.length; w++) {
            byReason.put(ways.get(w).reason(), counts[w]);
        }
        return byReason;
    }

    /** Who is asked about. */
    public CohortDefinition definition() {
        return definition;
    }

    /** The day as of which they are asked about. */
    public LocalDate asOf() {
        return asOf;
    }

    /** What is counted. */
    public Unit unit() {
        return definition.unit();
    }

    /** How many belong in the end. */
    public long size() {
        return log.size();
    }

    /** How the cohort came to its size. */
    public CohortLog log() {
        return log;
    }

    /** The same cohort as it was known on an earlier day, or will be on a later one. */
    public Cohort asOf(LocalDate day) {
        return new Cohort(population, definition, day);
    }

    /** Whether the roster's row belongs to the cohort. */
    public boolean contains(int row) {
        return members[row] != OUT;
    }

    /** Asks one indicator, along each axis alone. */
    public Tally tally(Indicator indicator, Axis... by) {
        return tally(List.of(indicator), Faces.each(by));
    }

    /** Asks indicators, along the faces. */
    public Tally tally(List<Indicator> indicators, Faces faces) {
        return tally(Question.of(definition, indicators, faces, asOf));
    }

    /** Asks indicators for a school year, along the faces. */
    public Tally tally(List<Indicator> indicators, Faces faces, SchoolYear period) {
        return tally(Question.of(definition, indicators, faces, asOf).during(period));
    }

    /**
     * Answers a question.
     *
     * @throws IllegalArgumentException if the question is about another cohort or another day, or names what the
     *     population does not have
     */
    public Tally tally(Question question) {
        checkMeant(question.of(), question.asOf());
        return counting.answer(question);
    }

    /** Asks how long something takes, along axes that are crossed with each other. */
    public TimeTally times(TimeToEvent time, Axis... by) {
        return times(new TimeQuestion(definition, time, List.of(by), asOf));
    }

    /**
     * Answers a question of time, in one pass over the members.
     *
     * @throws IllegalArgumentException if the question is about another cohort or another day, or names what the
     *     population does not have
     */
    public TimeTally times(TimeQuestion question) {
        checkMeant(question.of(), question.asOf());
        return counting.times(question);
    }

    private void checkMeant(CohortDefinition of, LocalDate day) {
        if (!of.equals(definition) || !day.equals(asOf)) {
            throw new IllegalArgumentException(
                    "question: must be about " + definition + " as of " + asOf + ", was about " + of + " as of " + day);
        }
    }

    /**
     * Answers what a regression asks: exact sums of products by group, from which it follows without the members.
     *
     * @throws IllegalArgumentException if groups or clusters overlap, the outcome is of another unit, or something is named
     *     that the population does not have
     */
    public MomentTally moments(Regression asked) {
        if (!asked.outcome().unit().equals(unit())) {
            throw new IllegalArgumentException("asked: must be of " + unit() + ", was of "
                    + asked.outcome().unit());
        }
        Scope scope = new Scope(population, population.roster(unit()), asOf, Optional.empty());
        return new MomentCounting(scope).answer(asked, members);
    }

    /** The definition, the as-of day, and who joined and left. */
    @Override
    public String toString() {
        return definition.sentence() + " As of " + asOf + ": " + log;
    }
}
