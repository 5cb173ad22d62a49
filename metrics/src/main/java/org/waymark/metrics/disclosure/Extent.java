package org.waymark.metrics.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
 * years, a class its girls, everybody who ever belonged those who stayed.
 *
 * @param unit what is counted
 * @param parts of which groups of members it is made, such as the classes of a pool
 * @param left who of them no longer belongs
 * @param without others who are taken from them, each by unit, parts and so on
 * @param asOf what is dated later has not happened
 * @param period the period that windows mean
 */
record Extent(
        Unit unit,
        Set<Condition> parts,
        Set<Exclusion> left,
        Set<Extent> without,
        LocalDate asOf,
        Optional<SchoolYear> period) {
    /** More groups than this are not told apart. */
    private static final int MOST_PARTS = 64;

    static Extent of(Question question) {
        CohortDefinition of = question.of();
        return new Extent(
                of.unit(),
                parts(of.members()),
                new LinkedHashSet<>(of.left()),
                new LinkedHashSet<>(),
                question.asOf(),
                question.period());
    }

    /** The groups of which any must hold a member: of a pool its classes, of the girls of a pool those of its classes. */
    private static Set<Condition> parts(Condition members) {
        Set<Condition> parts = new LinkedHashSet<>();
        if (members instanceof Condition.Or either) {
            either.of().forEach(part -> parts.addAll(parts(part)));
        } else if (members instanceof Condition.In in) {
            in.labels().forEach(label -> parts.add(new Condition.In(in.dimension(), List.of(label))));
        } else if (members instanceof Condition.And all) {
            List<Set<Condition>> rest = List.of(new LinkedHashSet<>());
            for (Condition one : all.of()) {
                rest = crossed(rest, parts(one));
            }
            rest.forEach(conditions -> parts.add(both(conditions)));
        }
        return parts.isEmpty() || parts.size() > MOST_PARTS ? new LinkedHashSet<>(List.of(members)) : parts;
    }

    private static List<Set<Condition>> crossed(List<Set<Condition>> some, Set<Condition> with) {
        List<Set<Condition>> crossed = new ArrayList<>();
        for (Set<Condition> one : some) {
            for (Condition more : with) {
                Set<Condition> both = new LinkedHashSet<>(one);
                both.addAll(conjuncts(more));
                if (crossed.size() <= MOST_PARTS) {
                    crossed.add(both);
                }
            }
        }
        return crossed;
    }

    /** The conditions that must all hold, in the order of their words, whatever the order in which they were said. */
    private static Condition both(Set<Condition> conditions) {
        List<Condition> sorted = conditions.stream()
                .filter(one -> !(one instanceof Condition.Always))
                .sorted(Comparator.comparing(Condition::toString))
                .toList();
        return sorted.isEmpty() ? Condition.always() : sorted.size() == 1 ? sorted.get(0) : new Condition.And(sorted);
    }

    /** The conditions that must all hold for a part. */
    static List<Condition> conjuncts(Condition part) {
        return part instanceof Condition.And all ? all.of() : List.of(part);
    }

    /** Whether both are of the same day and period, so that every member is in the same state in both. */
    boolean sameMoment(Extent other) {
        return asOf.equals(other.asOf) && period.equals(other.period);
    }

    /** The same members on whatever day. */
    List<Object> members() {
        Set<Object> taken = new LinkedHashSet<>();
        without.forEach(one -> taken.add(one.members()));
        return List.of(unit, parts, left, taken);
    }

    /** Whether every member of the other is one of these by what both definitions say, and not the other way round. */
    boolean holds(Extent other) {
        boolean all =
                other.parts.stream().allMatch(part -> parts.stream().anyMatch(own -> Implication.holds(part, own)));
        return unit.equals(other.unit)
                && sameMoment(other)
                && all
                && other.left.containsAll(left)
                && without.stream().allMatch(one -> other.without.contains(one) || one.apart(other))
                && !members().equals(other.members());
    }

    /** Whether nobody stands in both, by what both definitions say. */
    private boolean apart(Extent other) {
        return parts.stream().allMatch(own -> other.parts.stream().allMatch(part -> Implication.apart(own, part)));
    }

    /** Whether some members stand in both. */
    boolean meets(Extent other) {
        return unit.equals(other.unit) && parts.stream().anyMatch(other.parts::contains);
    }

    /** These without the members of one that they hold. */
    Extent less(Extent part) {
        Set<Condition> rest = new LinkedHashSet<>(parts);
        rest.removeAll(part.parts);
        boolean whole = left.equals(part.left) && without.equals(part.without) && parts.containsAll(part.parts);
        if (whole && !rest.isEmpty()) {
            return new Extent(unit, rest, left, without, asOf, period);
        }
        Set<Extent> taken = new LinkedHashSet<>(without);
        taken.add(part);
        return new Extent(unit, parts, left, taken, asOf, period);
    }
}
