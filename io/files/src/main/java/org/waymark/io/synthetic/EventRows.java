package org.waymark.io.synthetic;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.Population;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;

/** Rows of one roster that hang on the student of the moment. */
final class EventRows {
    private final RosterBuilder roster;
    private final ColumnSink start;
    private final @Nullable ColumnSink end;
    private final ColumnSink[] sinks;

    /** Labels alone. */
    EventRows(Population.Builder builder, RosterBuilder students, String unit, boolean spells, String... labels) {
        this(builder, students, unit, spells, List.of(labels), List.of());
    }

    /** Labels, then numbers. */
    EventRows(
            Population.Builder builder,
            RosterBuilder students,
            String unit,
            boolean spells,
            List<String> labels,
            List<String> numbers) {
        roster = builder.roster(Unit.of(unit));
        students.attach(roster);
        start = roster.days(roster.startColumn());
        end = spells ? roster.days(Milestone.of("end")) : null;
        sinks = new ColumnSink[labels.size() + numbers.size()];
        for (int i = 0; i < sinks.length; i++) {
            sinks[i] = i < labels.size()
                    ? roster.labels(Dimension.of(labels.get(i)))
                    : roster.numbers(Quantity.of(numbers.get(i - labels.size())));
        }
    }

    /** Adds a row; an empty text gives its column nothing. */
    void add(LocalDate from, @Nullable LocalDate until, String... values) {
        start.put(from.toString());
        if (until != null && end != null) {
            end.put(until.toString());
        }
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                sinks[i].put(values[i]);
            }
        }
        roster.endRow(0);
    }
}
