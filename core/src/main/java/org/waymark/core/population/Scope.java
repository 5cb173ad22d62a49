package org.waymark.core.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.core.time.SchoolYear;

/**
 * One roster as seen on one day: where a key that a condition names is found.
 *
 * <p>A dimension is looked for among the roster's own columns; then with what the row links to (the locale of an
 * enrolment's school); then with its owner (the gender of an enrolment's student); and for students with their last
 * enrolment that began by the as-of day, since the last school serves for figures by school.
 */
final class Scope {
    private static final EventKind ENROLMENT = EventKind.of("enrolments");

    private final Population population;
    private final Roster roster;
    private final LocalDate asOf;
    private final Optional<SchoolYear> period;
    private final Map<String, LabelColumn> found = new LinkedHashMap<>();

    Scope(Population population, Roster roster, LocalDate asOf, Optional<SchoolYear> period) {
        this.population = population;
        this.roster = roster;
        this.asOf = asOf;
        this.period = period;
    }

    Roster roster() {
        return roster;
    }

    /** The code of the as-of day: whatever has a larger one has not happened. */
    int asOfCode() {
        return Days.clampedCode(asOf);
    }

    SchoolYear period() {
        return period.orElseThrow(() -> new IllegalArgumentException(
                "period: must be given, since a window is relative to it; ask question.during(SchoolYear)"));
    }

    /** Another roster of the same population on the same day. */
    Scope of(Unit unit) {
        return new Scope(population, population.roster(unit), asOf, period);
    }

    /** The roster of events that hang on this roster's rows. */
    Roster events(EventKind kind) {
        Roster events = population.rosterOrNull(kind.unit());
        if (events == null) {
            throw new IllegalArgumentException("events: the population has no " + kind + ", it has "
                    + population.rosters().stream().map(Roster::unit).toList());
        }
        if (!events.owner().equals(Optional.of(roster.unit()))) {
            throw new IllegalArgumentException("events: " + kind + " do not hang on " + roster.unit());
        }
        return events;
    }

    LabelColumn labels(Dimension dimension) {
        LabelColumn column = found.computeIfAbsent(dimension.name(), name -> {
            LabelColumn any = find(roster, name, new ArrayList<>());
            if (any == null) {
                throw new IllegalArgumentException("dimension: " + name + " is not known of " + roster.unit()
                        + ", nor of what they link to; known are " + roster.dimensions());
            }
            return any;
        });
        return column;
    }

    DayColumn days(Milestone milestone) {
        DayColumn own = roster.dayColumn(milestone.name());
        if (own != null) {
            return own;
        }
        Roster owners = roster.owner().map(population::rosterOrNull).orElse(null);
        DayColumn owned = owners == null ? null : owners.dayColumn(milestone.name());
        if (owned == null) {
            throw new IllegalArgumentException("milestone: " + milestone.name() + " is not known of " + roster.unit()
                    + "; known are " + roster.milestones());
        }
        Codes codes = new Codes();
        for (int row = 0; row < roster.size(); row++) {
            codes.add(owned.codes().get(roster.ownerRow(row)));
        }
        return new DayColumn(codes);
    }

    private @Nullable LabelColumn find(Roster in, String name, List<Unit> seen) {
        LabelColumn own = in.labelColumn(name);
        if (own == null) {
            own = in.labelColumn(name + "_id");
        }
        if (own != null) {
            return own;
        }
        if (name.equals(RaceEthnicity.NAME) && RaceEthnicity.isKnownOf(in)) {
            return RaceEthnicity.of(in);
        }
        if (seen.contains(in.unit())) {
            return null;
        }
        seen.add(in.unit());
        LabelColumn linked = throughLinks(in, name, seen);
        if (linked != null) {
            return linked;
        }
        Roster owners = in.owner().map(population::rosterOrNull).orElse(null);
        if (owners != null) {
            LabelColumn owned = find(owners, name, seen);
            if (owned != null) {
                return gathered(owned, in.size(), in::ownerRow);
            }
        }
        Roster enrolments = population.rosterOrNull(ENROLMENT.unit());
        if (in.unit().equals(Unit.STUDENT) && enrolments != null && !seen.contains(enrolments.unit())) {
            LabelColumn enrolled = find(enrolments, name, seen);
            return enrolled == null ? null : gathered(enrolled, in.size(), row -> last(enrolments, row));
        }
        return null;
    }

    private @Nullable LabelColumn throughLinks(Roster in, String name, List<Unit> seen) {
        Optional<Schema<?, ?>> schema = Model.schema(in.unit());
        if (schema.isEmpty()) {
            return null;
        }
        for (Field<?, ?> field : schema.get().fields()) {
            LabelColumn links = in.labelColumn(field.name());
            Roster target = field.target().map(population::rosterOrNull).orElse(null);
            if (field.kind() != Field.Kind.LINK || links == null || target == null) {
                continue;
            }
            LabelColumn there = find(target, name, seen);
            IdColumn ids = target.idColumn();
            if (there != null && ids != null) {
                IdIndex index = IdIndex.of(ids);
                int[] rowOfCode = links.atoms().stream()
                        .mapToInt(atom -> atom.labels().isEmpty()
                                ? -1
                                : index.find(atom.labels().get(0)))
                        .toArray();
                return gathered(there, in.size(), row -> rowOfCode[links.codes().get(row)]);
            }
        }
        return null;
    }

    /** The last enrolment of a student that began by the as-of day; of several on one day the one that came last. */
    private int last(Roster enrolments, int student) {
        DayColumn starts =
                enrolments.start().map(m -> enrolments.dayColumn(m.name())).orElse(null);
        int limit = asOfCode();
        int best = -1;
        int bestDay = -1;
        for (int row = enrolments.offsets()[student]; row < enrolments.offsets()[student + 1]; row++) {
            int day = starts == null ? 0 : starts.codes().get(row);
            if (day <= limit && day >= bestDay) {
                best = row;
                bestDay = day;
            }
        }
        return best;
    }

    /** A column whose rows are those of another; a row without another is not reported. */
    private static LabelColumn gathered(LabelColumn from, int size, IntUnaryOperator rowOf) {
        List<Labels> atoms = new ArrayList<>(from.atoms());
        Labels nothing = Labels.unknown(Unknown.NOT_REPORTED);
        int absent = atoms.indexOf(nothing);
        if (absent < 0) {
            absent = atoms.size();
            atoms.add(nothing);
        }
        Codes codes = new Codes();
        for (int row = 0; row < size; row++) {
            int other = rowOf.applyAsInt(row);
            codes.add(other < 0 ? absent : from.codes().get(other));
        }
        return new LabelColumn(codes.trimmed(), atoms);
    }
}
