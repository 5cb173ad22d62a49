package org.waymark.core.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unit;

/**
 * A definition of success for the members of a cohort, as data: it can be evaluated by any engine, written as JSON and
 * read aloud.
 *
 * <p>For one indicator each member is in exactly one {@link State}. A rate is yes / (yes + no): members whose window has
 * closed and whose outcome is known.
 *
 * @param id stable name, such as {@code A1}: letters, digits, dots, hyphens and underscores
 * @param version rises whenever the definition changes
 * @param name what it is called in print
 * @param unit what is counted
 * @param universe of whom success is asked
 * @param exclusions who is left out of it, the first reason that holds counting
 * @param success what success is
 * @param unknowns what is done with unknown outcomes
 * @param direction whether success is what one hopes for
 * @param citation where the definition comes from; empty if it is the user's own
 */
public record Indicator(
        String id,
        int version,
        String name,
        Unit unit,
        Condition universe,
        List<Exclusion> exclusions,
        Condition success,
        UnknownRule unknowns,
        Direction direction,
        String citation) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** Whether success is what one hopes for. */
    public enum Direction {
        /** A higher rate is better. */
        FAVOURABLE,
        /** A lower rate is better: dropping out. */
        ADVERSE
    }

    /** Copies the exclusions; refuses unreadable ids and repeated reasons. */
    public Indicator {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id: must be letters, digits, dots, hyphens, underscores, was " + id);
        }
        if (version < 1) {
            throw new IllegalArgumentException("version: must be 1 or more, was " + version);
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(universe, "universe");
        exclusions = List.copyOf(exclusions);
        Objects.requireNonNull(success, "success");
        Objects.requireNonNull(unknowns, "unknowns");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(citation, "citation");
        if (exclusions.stream().map(Exclusion::reason).distinct().count() != exclusions.size()) {
            throw new IllegalArgumentException("exclusions: reasons must differ");
        }
    }

    /** Starts an indicator of students with the given stable name. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** A builder that starts from this definition. */
    public Builder toBuilder() {
        Builder builder = new Builder(id);
        builder.version = version;
        builder.name = name;
        builder.unit = unit;
        builder.universe = universe;
        builder.exclusions.addAll(exclusions);
        builder.success = success;
        builder.unknowns = unknowns;
        builder.direction = direction;
        builder.citation = citation;
        return builder;
    }

    /** The definition as one sentence. */
    public String sentence() {
        StringBuilder text = new StringBuilder();
        text.append("Share of ").append(unit);
        if (!(universe instanceof Condition.Always)) {
            text.append(" with ").append(universe);
        }
        text.append(" who have ").append(success);
        for (Exclusion exclusion : exclusions) {
            text.append("; leaving out ")
                    .append(exclusion.reason())
                    .append(" (")
                    .append(exclusion.condition())
                    .append(')');
        }
        text.append("; ").append(unknowns).append('.');
        return text.toString();
    }

    /** The name with id and version, such as {@code Credential by age 26 [A1 v1]}. */
    @Override
    public String toString() {
        return name + " [" + id + " v" + version + "]";
    }

    /** Collects the parts; by default everybody is asked, nobody is left out, and unknown outcomes give bounds. */
    public static final class Builder {
        private final String id;
        private int version = 1;
        private String name;
        private Unit unit = Unit.STUDENT;
        private Condition universe = Condition.always();
        private final List<Exclusion> exclusions = new ArrayList<>();
        private Condition success = Condition.always();
        private UnknownRule unknowns = UnknownRule.BOUNDS;
        private Direction direction = Direction.FAVOURABLE;
        private String citation = "";

        private Builder(String id) {
            this.id = id;
            this.name = id;
        }

        /** Rises whenever the definition changes; 1 by default. */
        public Builder version(int value) {
            version = value;
            return this;
        }

        /** What it is called in print; the id by default. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /** What is counted; students by default. */
        public Builder unit(Unit value) {
            unit = value;
            return this;
        }

        /** Of whom success is asked; everybody by default. */
        public Builder universe(Condition value) {
            universe = value;
            return this;
        }

        /** Leaves members out, with the reason. */
        public Builder exclude(String reason, Condition condition) {
            exclusions.add(new Exclusion(reason, condition));
            return this;
        }

        /** What success is. */
        public Builder success(Condition value) {
            success = value;
            return this;
        }

        /** What is done with unknown outcomes; bounds by default. */
        public Builder unknowns(UnknownRule value) {
            unknowns = value;
            return this;
        }

        /** Whether success is what one hopes for; it is by default. */
        public Builder direction(Direction value) {
            direction = value;
            return this;
        }

        /** Where the definition comes from. */
        public Builder citation(String value) {
            citation = value;
            return this;
        }

        /** The indicator. */
        public Indicator build() {
            return new Indicator(id, version, name, unit, universe, exclusions, success, unknowns, direction, citation);
        }
    }
}
