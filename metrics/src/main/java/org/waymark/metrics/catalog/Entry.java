package org.waymark.metrics.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Provenance;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * One entry of the catalogue: an indicator, or a measure that is made of counts of indicators or of whole rosters.
 *
 * @param id stable name
 * @param version rises whenever the definition changes
 * @param name what it is called in print
 * @param unit what is counted, or the unit of the figure
 * @param direction whether more is better, in a word; empty where neither is
 * @param definition what it is, as a sentence
 * @param computedBy the type or call that gives it
 * @param parameters what can be chosen, with the presets; empty if nothing can
 * @param citation where the definition comes from
 * @param indicator the definition as data, if the entry is an indicator
 */
public record Entry(
        String id,
        int version,
        String name,
        String unit,
        String direction,
        String definition,
        String computedBy,
        String parameters,
        String citation,
        Optional<Indicator> indicator) {
    /** Refuses null. */
    public Entry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(indicator, "indicator");
    }

    /** The entry of an indicator, with what can be chosen of it. */
    static Entry of(Indicator indicator, String computedBy, String parameters) {
        return new Entry(
                indicator.id(),
                indicator.version(),
                indicator.name(),
                indicator.unit().toString(),
                indicator.direction().name().toLowerCase(Locale.ROOT),
                indicator.sentence(),
                computedBy,
                parameters,
                indicator.citation(),
                Optional.of(indicator));
    }

    /** The entry of a measure that is no indicator of its own. */
    static Entry measure(String id, String name, String unit, String definition, String computedBy, String citation) {
        return new Entry(id, 1, name, unit, "", definition, computedBy, "", citation, Optional.empty());
    }

    /**
     * What a figure of this entry was made by. Of an indicator the digest is that of its definition as data; of a measure that of
     * its definition and of everything that was chosen.
     *
     * @param asOf the day of the data
     * @param chosen what was chosen of a measure, in the order of its own: cohort, period, indicators by their digests, groups
     */
    public Provenance provenance(LocalDate asOf, String... chosen) {
        return indicator
                .map(one -> Provenance.of(one, asOf))
                .orElseGet(() -> Provenance.of(
                        id, version, definition + '\n' + computedBy + '\n' + String.join("\n", chosen), asOf));
    }

    /**
     * What others call it: the name of its page in the Education-to-Workforce framework, which numbers none, and its connection of
     * the Common Education Data Standards. Only ids whose page was read are given; empty where none is known.
     */
    public String standards() {
        return Standards.of(id);
    }

    /** Definition, unit, direction, levels, ids of others and source in a few lines. */
    public String describe() {
        StringBuilder text = new StringBuilder(name)
                .append(" [")
                .append(id)
                .append(" v")
                .append(version)
                .append("]\n")
                .append(definition)
                .append("\nUnit: ")
                .append(unit)
                .append('.');
        if (!direction.isEmpty()) {
            text.append(" Direction: ").append(direction).append('.');
        }
        if (!parameters.isEmpty()) {
            text.append("\nTo choose: ").append(parameters).append('.');
        }
        if (!standards().isEmpty()) {
            text.append("\nThe same as: ").append(standards()).append('.');
        }
        return text.append("\nGroups: ")
                .append(Levels.sentence())
                .append("\nBy: ")
                .append(computedBy)
                .append(". Source: ")
                .append(citation)
                .append('.')
                .toString();
    }

    static Table table(List<Entry> entries) {
        Table.Builder table = Table.builder("Catalogue of indicators and measures")
                .column(Column.text("id", "stable name"))
                .column(Column.count("version", "rises whenever the definition changes"))
                .column(Column.text("name", "what it is called in print"))
                .column(Column.text("unit", "what is counted, or the unit of the figure"))
                .column(Column.text("direction", "whether more is better"))
                .column(Column.text("definition", "what it is"))
                .column(Column.text("parameters", "what can be chosen, with the presets"))
                .column(Column.text("computed_by", "the type or call that gives it"))
                .column(Column.text("citation", "where the definition comes from"))
                .column(Column.text("standards", "ids that others give it"))
                .note("Groups: " + Levels.sentence())
                .note(Standards.NOTE);
        for (Entry entry : entries) {
            table.row(
                    Datum.text(entry.id),
                    Datum.whole(entry.version),
                    Datum.text(entry.name),
                    Datum.text(entry.unit),
                    Datum.text(entry.direction),
                    Datum.text(entry.definition),
                    Datum.text(entry.parameters),
                    Datum.text(entry.computedBy),
                    Datum.text(entry.citation),
                    Datum.text(entry.standards()));
        }
        return table.build();
    }

    /** The name with id and version. */
    @Override
    public String toString() {
        return name + " [" + id + " v" + version + "]";
    }
}
