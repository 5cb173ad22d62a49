package org.waymark.core.population;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.waymark.core.constraint.Constraints;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/**
 * What is doubtful about rows that stand: references to what was not loaded, and values that break a constraint of the
 * model. Each different value is looked at once, however many rows hold it.
 */
final class Doubts {
    private final RosterBuilder roster;
    private final FindingLog findings;

    Doubts(RosterBuilder roster, FindingLog findings) {
        this.roster = roster;
        this.findings = findings;
    }

    /** References to rosters that were loaded, but lack the id. A roster that was not loaded at all raises no doubt. */
    void references(Map<Unit, RosterBuilder> loaded) {
        for (Field<?, ?> field : fields()) {
            boolean link = field.kind() == Field.Kind.LINK || field.kind() == Field.Kind.LINKS;
            RosterBuilder target = link ? field.target().map(loaded::get).orElse(null) : null;
            if (target != null && target.hasIds()) {
                String expected = "an id of " + target.unit() + " that was loaded";
                look(
                        field,
                        Reason.DANGLING_REFERENCE,
                        values -> values.stream().allMatch(id -> target.has((String) id))
                                ? List.of()
                                : List.of(expected));
            }
        }
    }

    /** Values that break a constraint, seen from the as-of day. */
    void constraints(LocalDate asOf) {
        Class<?> type = roster.schema().<Class<?>>map(Schema::type).orElse(Object.class);
        for (Field<?, ?> field : fields()) {
            if (Constraints.isConstrained(type, field.accessor())) {
                look(
                        field,
                        Reason.CONSTRAINT,
                        values -> Constraints.messages(type, field.accessor(), values.get(0), asOf).stream()
                                .map(message -> "a value that " + message)
                                .toList());
            }
        }
    }

    private List<? extends Field<?, ?>> fields() {
        return roster.schema().<List<? extends Field<?, ?>>>map(Schema::fields).orElse(List.of());
    }

    private void look(Field<?, ?> field, Reason reason, Function<List<?>, List<String>> expectations) {
        ColumnSink column = roster.column(field.name());
        if (column == null) {
            return;
        }
        Different values = Different.of(column);
        if (values.isOrdered() && holdAtBothEnds(values, expectations)) {
            return;
        }
        Map<Long, List<String>> known = new HashMap<>();
        for (int row = 0; row < roster.size(); row++) {
            long number = values.number(row);
            List<String> expected = known.get(number);
            if (expected == null) {
                List<?> value = values.values(number);
                expected = value.isEmpty() ? List.of() : expectations.apply(value);
                known.put(number, expected);
            }
            for (String one : expected) {
                findings.add(Finding.warning(reason, roster.sourceName(), roster.line(row), field.name(), one));
            }
        }
    }

    /**
     * Whether the least and the greatest value are as expected. The constraints of days and numbers are ranges, so that then
     * all between them are, and most columns are done with two questions.
     */
    private boolean holdAtBothEnds(Different values, Function<List<?>, List<String>> expectations) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int row = 0; row < roster.size(); row++) {
            long number = values.number(row);
            if (!values.values(number).isEmpty()) {
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
        }
        return least > greatest
                || expectations.apply(values.values(least)).isEmpty()
                        && expectations.apply(values.values(greatest)).isEmpty();
    }

    /** The different values of a column, by number. */
    private interface Different {
        /** Whether a greater number is a later day, or a greater amount. */
        default boolean isOrdered() {
            return true;
        }

        long number(int row);

        /** The value, or values, as a field's setter takes them; empty if there is none or it is unknown. */
        List<?> values(long number);

        static Different of(ColumnSink column) {
            if (column instanceof LabelColumn.Builder labels) {
                return new DifferentLabels(labels);
            } else if (column instanceof DayColumn.Builder days) {
                return new DifferentDays(days);
            }
            return new DifferentNumbers((NumberColumn.Builder) column);
        }
    }

    private record DifferentLabels(LabelColumn.Builder column, List<Labels> atoms) implements Different {
        DifferentLabels(LabelColumn.Builder column) {
            this(column, column.atoms());
        }

        @Override
        public boolean isOrdered() {
            return false;
        }

        @Override
        public long number(int row) {
            return column.code(row);
        }

        @Override
        public List<?> values(long number) {
            return atoms.get((int) number).labels();
        }
    }

    private record DifferentDays(DayColumn.Builder column) implements Different {
        @Override
        public long number(int row) {
            return column.code(row);
        }

        @Override
        public List<?> values(long number) {
            return Days.isDay((int) number) ? List.of(Days.day((int) number)) : List.of();
        }
    }

    private record DifferentNumbers(NumberColumn.Builder column) implements Different {
        @Override
        public long number(int row) {
            return column.scaledIfKnown(row).orElse(Long.MIN_VALUE);
        }

        @Override
        public List<?> values(long number) {
            return number == Long.MIN_VALUE ? List.of() : List.of(NumberColumn.unscaled(number));
        }
    }
}
