package org.waymark.io.student;

import java.util.List;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * A first draft of a mapping, to be looked over: what each column seems to be. Columns that were not recognised have no
 * role, and the labels that occur in them are listed where there are few. {@code
 * Csv.forAnalysts("mapping").write(draft.toTable(), path)} writes it as a mapping file.
 *
 * @param lines one per header
 */
public record MappingDraft(List<Line> lines) {
    /** Copies the lines. */
    public MappingDraft {
        lines = List.copyOf(lines);
    }

    /**
     * One line of the draft.
     *
     * @param header the column's header
     * @param as its role as a mapping file writes it; empty if it was not recognised
     * @param key the key that a mapping would use; empty if there is none
     * @param values the labels that occur, as {@code label=label}, where there are few; empty otherwise
     * @param format of a date, its pattern
     */
    public record Line(String header, String as, String key, String values, String format) {}

    /** The headers that were not recognised. */
    public List<String> unrecognised() {
        return lines.stream()
                .filter(line -> line.as().isEmpty())
                .map(Line::header)
                .toList();
    }

    /** The draft in the form of a mapping file. */
    public Table toTable() {
        Table.Builder table = Table.builder("Draft of a mapping")
                .column(Column.text("header", "the column's header"))
                .column(Column.text("as", "its role; empty columns are not read"))
                .column(Column.text("key", "name of the dimension, milestone, event or quantity"))
                .column(Column.text("values", "what each label means"))
                .column(Column.text("format", "pattern of a date"))
                .column(Column.text("of", "for what belongs to an event, the header of its date"));
        for (Line line : lines) {
            table.row(
                    Datum.text(line.header()),
                    Datum.text(line.as()),
                    Datum.text(line.key()),
                    Datum.text(line.values()),
                    Datum.text(line.format()),
                    Datum.text(""));
        }
        return table.build();
    }

    /** The draft as a table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
