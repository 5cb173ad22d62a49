package org.waymark.core.population;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/**
 * Rosters of students, of what hangs on them, of places and partners, as known on one day.
 *
 * <p>A population is immutable and safe for threads. It is held column by column; entities are made on demand.
 */
public final class Population {
    private final LocalDate asOf;
    private final Map<Unit, Roster> rosters;

    private Population(LocalDate asOf, Map<Unit, Roster> rosters) {
        this.asOf = asOf;
        this.rosters = Collections.unmodifiableMap(rosters);
    }

    /** Starts a population. */
    public static Builder builder() {
        return new Builder();
    }

    /** The day of which the data speaks: what is dated later has not happened. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The rosters that there are. */
    public List<Roster> rosters() {
        return List.copyOf(rosters.values());
    }

    /**
     * The roster of a unit.
     *
     * @throws IllegalArgumentException if the population has none
     */
    public Roster roster(Unit unit) {
        Roster roster = rosters.get(unit);
        if (roster == null) {
            throw new IllegalArgumentException("unit: must be one of " + rosters.keySet() + ", was " + unit);
        }
        return roster;
    }

    /** The roster of a unit, if the population has one. */
    public Optional<Roster> find(Unit unit) {
        return Optional.ofNullable(rosters.get(unit));
    }

    @Nullable
    Roster rosterOrNull(Unit unit) {
        return rosters.get(unit);
    }

    /** How many students there are. */
    public int size() {
        return find(Unit.STUDENT).map(Roster::size).orElse(0);
    }

    /**
     * The members of one kind as entities, made on demand; nothing if there is no roster of them. A row of which something
     * is unknown that an entity must have, such as the day of an enrolment of which only that it may be is known, is passed
     * over.
     */
    public <E, B> Stream<E> stream(Schema<E, B> schema) {
        Roster roster = rosters.get(schema.unit());
        return roster == null
                ? Stream.empty()
                : roster.stream(schema, roster.owner().map(rosters::get).orElse(null));
    }

    /** A cohort as of the population's day. */
    public Cohort cohort(CohortDefinition definition) {
        return new Cohort(this, definition, asOf);
    }

    /** Everybody of a unit as a cohort. */
    public Cohort all(Unit unit) {
        return cohort(CohortDefinition.all(unit));
    }

    /**
     * The students of a graduating class, as the adjusted cohort has them: those who transferred out, emigrated or died
     * have left it. Where the population has no roster of exits nobody is known to have left.
     */
    public Cohort classOf(int year) {
        boolean exits = rosters.containsKey(Cohorts.EXITS.unit());
        return cohort(exits ? Cohorts.classOf(year) : Cohorts.everybodyOfClass(year));
    }

    /** Bytes of heap of all columns. */
    public long heapBytes() {
        return rosters.values().stream().mapToLong(Roster::heapBytes).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Population that && asOf.equals(that.asOf) && rosters.equals(that.rosters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOf, rosters.keySet());
    }

    /** How many there are of each unit, and the as-of day, in lines of at most 100 characters. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Population as of " + asOf + ":");
        int used = text.length();
        String before = " ";
        for (Roster roster : rosters.values()) {
            String part = roster.size() + " " + roster.unit();
            if (used + before.length() + part.length() > 98) {
                before = before.isBlank() ? "\n  " : ",\n  ";
                used = 0;
            }
            text.append(before).append(part);
            used += before.length() + part.length();
            before = ", ";
        }
        return text.toString();
    }

    /** Collects rosters, from entities or by columns. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable LocalDate asOf;
        private boolean checked;
        private final Map<Unit, RosterBuilder> rosters = new LinkedHashMap<>();

        private Builder() {}

        /** The day of which the data speaks; must be given. */
        public Builder asOf(LocalDate day) {
            asOf = day;
            return this;
        }

        /**
         * Has {@link #load()} look at the constraints of the model as well, seen from the as-of day: what breaks one is
         * taken, with a warning. Readers of files ask for it; it is not done otherwise, since values that a program made
         * need no doubt.
         */
        public Builder checked() {
            checked = true;
            return this;
        }

        /** The rows of one unit. Of a unit of the model the field list is known; any other unit has no owner. */
        public RosterBuilder roster(Unit unit) {
            return rosters.computeIfAbsent(unit, u -> new RosterBuilder(u, Model.schema(u)));
        }

        /** Adds entities of the model, of any kind. */
        public Builder addAll(Collection<?> entities) {
            for (Object entity : entities) {
                add(Model.schemaOf(entity), entity);
            }
            return this;
        }

        /** Adds entities of the model, of any kind. */
        public Builder add(Object... entities) {
            return addAll(List.of(entities));
        }

        private <E, B> void add(Schema<E, B> schema, Object entity) {
            roster(schema.unit()).add(schema, schema.type().cast(entity));
        }

        /**
         * The population.
         *
         * @throws IllegalStateException if a row refers to an owner that is not there, or the as-of day was not given
         */
        public Population build() {
            return load().orThrow();
        }

        /**
         * The population of the rows whose owners are there, with a finding for each of the others. A row that refers to
         * something else that is not there stands, with a warning.
         */
        public Loaded<Population> load() {
            if (asOf == null) {
                throw new IllegalStateException("asOf: must be given");
            }
            FindingLog findings = new FindingLog();
            Map<Unit, Roster> made = new LinkedHashMap<>();
            Map<Unit, RosterBuilder.RosterIds> ids = new LinkedHashMap<>();
            for (RosterBuilder roster : ownersFirst()) {
                Doubts doubts = new Doubts(roster, findings);
                doubts.references(rosters);
                if (checked) {
                    doubts.constraints(asOf);
                }
            }
            for (RosterBuilder roster : ownersFirst()) {
                RosterBuilder.RosterIds owners = roster.ownerUnit()
                        .map(owner -> ids.computeIfAbsent(owner, o -> idsOf(made.get(o))))
                        .orElse(null);
                made.put(roster.unit(), roster.cut(owners, findings));
            }
            return new Loaded<>(new Population(asOf, made), findings.findings());
        }

        private static RosterBuilder.RosterIds idsOf(@Nullable Roster owners) {
            if (owners == null) {
                return new RosterBuilder.RosterIds(0, null);
            }
            IdColumn column = owners.idColumn();
            return new RosterBuilder.RosterIds(owners.size(), column == null ? null : IdIndex.of(column));
        }

        /** In the order of the model, which has owners before what they own; then the others. */
        private Collection<RosterBuilder> ownersFirst() {
            Map<Unit, RosterBuilder> ordered = new LinkedHashMap<>();
            for (String name : Model.units()) {
                Unit unit = Unit.of(name);
                RosterBuilder roster = rosters.get(unit);
                if (roster != null) {
                    ordered.put(unit, roster);
                }
            }
            rosters.forEach(ordered::putIfAbsent);
            return ordered.values();
        }
    }
}
