package org.waymark.io.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;

/**
 * The rows of a roster that hang on students, read column by column: a population may hold rows of which no entity can be
 * made, since a day lacks or an end comes before the start.
 */
public final class EventRows {
    private final Roster roster;
    private final Roster owners;
    private int row;

    private EventRows(Roster roster, Roster owners) {
        this.roster = roster;
        this.owners = owners;
    }

    /** Gives each row of a unit to somebody, by student; nothing if the population has none. */
    public static void forEach(Population population, Unit unit, Consumer<EventRows> each) {
        Optional<Roster> found = population.find(unit);
        Optional<Roster> owners = found.flatMap(Roster::owner).flatMap(population::find);
        if (found.isPresent() && owners.isPresent()) {
            EventRows rows = new EventRows(found.get(), owners.get());
            for (int i = 0; i < found.get().size(); i++) {
                rows.row = i;
                each.accept(rows);
            }
        }
    }

    /** The id of the student to whom the row belongs. */
    public String owner() {
        return owners.id(roster.ownerRow(row));
    }

    /** The label in a column, if there is one. */
    public Optional<String> label(String name) {
        Dimension key = Dimension.of(name);
        if (!roster.dimensions().contains(key)) {
            return Optional.empty();
        }
        List<String> labels = roster.labels(key, row).labels();
        return labels.isEmpty() ? Optional.empty() : Optional.of(labels.get(0));
    }

    /** The day in a column, if there is one. */
    public Optional<LocalDate> day(String name) {
        Milestone key = Milestone.of(name);
        return roster.milestones().contains(key) ? roster.day(key, row) : Optional.empty();
    }
}
