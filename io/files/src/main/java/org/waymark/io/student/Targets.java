package org.waymark.io.student;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.DayReading;
import org.waymark.core.population.LabelReading;
import org.waymark.core.population.Model;
import org.waymark.core.population.Population;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;

/** Makes the targets of a mapping's columns. */
final class Targets {
    private final Mapping mapping;
    private final Population.Builder builder;
    private final RosterBuilder roster;
    private final Wanted wanted;
    private final BiConsumer<String, String> understood;
    private final Map<String, Target.EventRow> events = new LinkedHashMap<>();

    /**
     * Targets in the roster of a unit.
     *
     * @param wanted what becomes of ids
     * @param understood is told a header and how a label under it was understood
     */
    Targets(
            Mapping mapping,
            Population.Builder builder,
            RosterBuilder roster,
            Wanted wanted,
            BiConsumer<String, String> understood) {
        this.mapping = mapping;
        this.builder = builder;
        this.roster = roster;
        this.wanted = wanted;
        this.understood = understood;
    }

    Collection<Target.EventRow> events() {
        return events.values();
    }

    Target target(ColumnMapping column) {
        String key = column.key();
        boolean listed = !column.values().isEmpty();
        String label = listed
                ? "one of the labels that the mapping lists"
                : form(column) == null ? "a label" : "a label of the declared form";
        String day = "a date like " + (column.format().isEmpty() ? "2005-04-30" : column.format());
        return switch (column.role()) {
            case ID -> id(column);
            case DIMENSION, LABELS ->
                new Target(
                        column, roster.labels(Dimension.of(key), reading(column)), Reason.UNKNOWN_LABEL, label, null);
            case OUTCOME ->
                new Target(
                        column,
                        roster.labels(Dimension.of(key), outcome(column)),
                        Reason.UNKNOWN_LABEL,
                        listed ? label : "1 or 0, yes or no, true or false",
                        null);
            case MILESTONE -> day(column, roster, Milestone.of(key), day, null);
            case QUANTITY -> number(column, roster, null);
            case EVENT -> {
                Target.EventRow event = event(column);
                yield day(column, event.roster, event.roster.startColumn(), day, event);
            }
            case EVENT_LABEL -> {
                Target.EventRow event = eventOf(column);
                yield new Target(
                        column,
                        event.roster.labels(Dimension.of(key), reading(column)),
                        Reason.UNKNOWN_LABEL,
                        label,
                        event);
            }
            case EVENT_QUANTITY -> {
                Target.EventRow event = eventOf(column);
                yield number(column, event.roster, event);
            }
        };
    }

    private Target id(ColumnMapping column) {
        boolean own = roster.unit().equals(Unit.STUDENT);
        Pattern form = form(column);
        Target target = new Target(
                column,
                own ? ownIds() : roster.owners(),
                Reason.MISSING_VALUE,
                form == null ? "an id" : "an id of the declared form",
                null);
        target.form = form;
        return target;
    }

    /** The sink of the ids of the roster's own rows; of students they are asked for from the first row on. */
    ColumnSink ownIds() {
        return switch (wanted.ids()) {
            case NONE -> ColumnSink.nowhere();
            case KEPT -> roster.idsAsTheyCome();
            case HELD_APART -> roster.ids();
        };
    }

    private Target day(
            ColumnMapping column,
            RosterBuilder of,
            Milestone milestone,
            String expected,
            Target.@Nullable EventRow event) {
        DayReading reading = column.format().isEmpty() ? DayReading.ISO : DayReading.pattern(column.format());
        Target target = new Target(column, of.days(milestone, reading), Reason.UNREADABLE_DATE, expected, event);
        target.day = what(milestone.name());
        return target;
    }

    private Target.Day what(String day) {
        if (roster.unit().equals(Unit.STUDENT)) {
            return day.equals("birth_date") ? Target.Day.BIRTH : Target.Day.OTHER;
        }
        Optional<Schema<?, ?>> schema = Model.schema(roster.unit());
        boolean ends = schema.flatMap(Schema::end).filter(day::equals).isPresent();
        boolean starts = schema.flatMap(Schema::start).filter(day::equals).isPresent();
        return ends ? Target.Day.END : starts ? Target.Day.START : Target.Day.OTHER;
    }

    private static Target number(ColumnMapping column, RosterBuilder of, Target.@Nullable EventRow event) {
        boolean comma = column.format().equals(",");
        Target target = new Target(
                column,
                of.numbers(Quantity.of(column.key())),
                Reason.UNREADABLE_NUMBER,
                comma ? "a number with a decimal comma" : "a number",
                event);
        target.decimalComma = comma;
        return target;
    }

    private Target.EventRow eventOf(ColumnMapping column) {
        String wanted = ColumnMapping.normal(column.of().orElseThrow());
        for (ColumnMapping other : mapping.columns()) {
            if (other.role() == ColumnMapping.Role.EVENT
                    && other.normalHeaders().contains(wanted)) {
                return event(other);
            }
        }
        throw new IllegalArgumentException(
                "of: must be the header of an event's date, was " + column.of().get());
    }

    private Target.EventRow event(ColumnMapping column) {
        return events.computeIfAbsent(column.header(), header -> {
            RosterBuilder of = builder.roster(EventKind.of(column.key()).unit());
            roster.attach(of);
            DayReading reading = column.format().isEmpty() ? DayReading.ISO : DayReading.pattern(column.format());
            return new Target.EventRow(of, of.days(of.startColumn(), reading));
        });
    }

    private static @Nullable Pattern form(ColumnMapping column) {
        boolean has = column.role() == ColumnMapping.Role.ID
                || column.role() == ColumnMapping.Role.DIMENSION
                || column.role() == ColumnMapping.Role.EVENT_LABEL;
        return has && !column.format().isEmpty() ? Pattern.compile(column.format()) : null;
    }

    private LabelReading reading(ColumnMapping column) {
        boolean several = column.role() == ColumnMapping.Role.LABELS;
        String separator = column.format().isEmpty() ? ";" : column.format();
        Pattern form = form(column);
        return text -> {
            if (mapping.missing().contains(text)) {
                return Optional.of(Labels.unknown(Unknown.NOT_REPORTED));
            }
            if (form != null && !form.matcher(text).matches()) {
                return Optional.empty();
            }
            List<String> labels = new ArrayList<>();
            List<String> parts = several ? List.of(text.split(Pattern.quote(separator), -1)) : List.of(text);
            for (String part : parts) {
                Optional<List<String>> known = column.labelsOf(part.strip());
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                if (!column.values().isEmpty() && !column.values().containsKey(part.strip())) {
                    understood.accept(
                            column.header(), "a label in another case than the mapping lists it; taken as that");
                }
                labels.addAll(known.get());
            }
            labels.removeIf(String::isEmpty);
            return Optional.of(labels.isEmpty() ? Labels.unknown(Unknown.NOT_REPORTED) : Labels.of(labels));
        };
    }

    private LabelReading outcome(ColumnMapping column) {
        LabelReading listed = reading(column);
        return text -> {
            if (!column.values().isEmpty() || mapping.missing().contains(text)) {
                return listed.read(text);
            }
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "1", "y", "yes", "true", "t" -> Optional.of(Labels.of("yes"));
                case "0", "n", "no", "false", "f" -> Optional.of(Labels.of("no"));
                default -> Optional.empty();
            };
        };
    }
}
