package org.waymark.metrics.disclosure;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Exclusion;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unit;
import org.waymark.core.time.SchoolYear;

/**
 * Whom a tally counts and when, so that it can be said which tallies count the same members, or some of them: a pool holds its
 * years, everybody who ever belonged holds those who stayed.
 *
 * @param unit what is counted
 * @param parts of which groups of members it is made, such as the classes of a pool
 * @param left who of them no longer belongs
 * @param asOf what is dated later has not happened
 * @param period the period that windows mean
 */
record Extent(Unit unit, Set<Condition> parts, Set<Exclusion> left, LocalDate asOf, Optional<SchoolYear> period) {
    static Extent of(Question question) {
        CohortDefinition of = question.of();
        Set<Condition> parts = new LinkedHashSet<>();
        flatten(of.members(), parts);
        return new Extent(of.unit(), parts, new LinkedHashSet<>(of.left()), question.asOf(), question.period());
    }

    private static void flatten(Condition members, Set<Condition> into) {
        if (members instanceof Condition.Or either) {
            either.of().forEach(part -> flatten(part, into));
        } else {
            into.add(members);
        }
    }

    /** Whether both are of the same day and period, so that every member is in the same state in both. */
    boolean sameMoment(Extent other) {
        return asOf.equals(other.asOf) && period.equals(other.period);
    }

    /** The same members on whatever day. */
    List<Object> members() {
        return List.of(unit, parts, left);
    }

    /** Whether every member of the other is one of these, and not the other way round. */
    boolean holds(Extent other) {
        boolean all = parts.containsAll(other.parts) || parts.contains(Condition.always());
        return !equals(other)
                && unit.equals(other.unit)
                && sameMoment(other)
                && all
                && other.left.containsAll(left)
                && !(parts.equals(other.parts) && left.equals(other.left));
    }

    /** Whether some members stand in both. */
    boolean meets(Extent other) {
        return unit.equals(other.unit) && parts.stream().anyMatch(other.parts::contains);
    }

    /** These without the members of one that they hold. */
    Extent without(Extent part) {
        Set<Condition> rest = new LinkedHashSet<>(parts);
        rest.removeAll(part.parts);
        if (!left.equals(part.left) || rest.isEmpty() || parts.contains(Condition.always())) {
            rest.clear();
            rest.add(any(parts)
                    .and(any(part.parts)
                            .not()
                            .or(any(part.left.stream().map(Exclusion::condition).toList()))));
        }
        return new Extent(unit, rest, left, asOf, period);
    }

    private static Condition any(Iterable<Condition> of) {
        Condition any = Condition.always().not();
        for (Condition one : of) {
            any = any.or(one);
        }
        return any;
    }
}
