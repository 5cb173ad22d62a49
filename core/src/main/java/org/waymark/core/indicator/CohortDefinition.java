package org.waymark.core.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unit;

/**
 * Who is asked about, as data: everybody who ever belonged, those of them who joined later and those who left, each with
 * a reason. The final cohort is initial + joined - left.
 *
 * @param name what the cohort is called in print
 * @param unit what is counted
 * @param members everybody who ever belonged
 * @param joined who of the members came later, by reason; the first reason that holds counts
 * @param left who of the members no longer belongs, by reason; the first reason that holds counts
 */
public record CohortDefinition(
        String name, Unit unit, Condition members, List<Exclusion> joined, List<Exclusion> left) {
    /** Copies the reasons. */
    public CohortDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(members, "members");
        joined = List.copyOf(joined);
        left = List.copyOf(left);
    }

    /** Everybody of the roster. */
    public static CohortDefinition all(Unit unit) {
        return new CohortDefinition("all " + unit, unit, Condition.always(), List.of(), List.of());
    }

    /** The students for whom a condition holds, whom nobody joins and nobody leaves. */
    public static CohortDefinition of(String name, Condition members) {
        return new CohortDefinition(name, Unit.STUDENT, members, List.of(), List.of());
    }

    /** The same, of whom those leave for whom a condition holds. */
    public CohortDefinition leaving(String reason, Condition condition) {
        List<Exclusion> more = new ArrayList<>(left);
        more.add(new Exclusion(reason, condition));
        return new CohortDefinition(name, unit, members, joined, more);
    }

    /** The same, of whom those came later for whom a condition holds. */
    public CohortDefinition joining(String reason, Condition condition) {
        List<Exclusion> more = new ArrayList<>(joined);
        more.add(new Exclusion(reason, condition));
        return new CohortDefinition(name, unit, members, more, left);
    }

    /** Two cohorts taken together. */
    public CohortDefinition pooledWith(CohortDefinition other) {
        if (equals(other)) {
            return this;
        }
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("other: must count " + unit + ", counts " + other.unit);
        }
        List<Exclusion> allJoined = new ArrayList<>(joined);
        other.joined.stream().filter(j -> !allJoined.contains(j)).forEach(allJoined::add);
        List<Exclusion> allLeft = new ArrayList<>(left);
        other.left.stream().filter(l -> !allLeft.contains(l)).forEach(allLeft::add);
        return new CohortDefinition(name + " + " + other.name, unit, members.or(other.members), allJoined, allLeft);
    }

    /** The definition as one sentence. */
    public String sentence() {
        StringBuilder text = new StringBuilder(name).append(": ").append(unit);
        if (!(members instanceof Condition.Always)) {
            text.append(" with ").append(members);
        }
        for (Exclusion way : joined) {
            text.append("; joined by ")
                    .append(way.reason())
                    .append(" (")
                    .append(way.condition())
                    .append(')');
        }
        for (Exclusion way : left) {
            text.append("; left by ")
                    .append(way.reason())
                    .append(" (")
                    .append(way.condition())
                    .append(')');
        }
        return text.append('.').toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
