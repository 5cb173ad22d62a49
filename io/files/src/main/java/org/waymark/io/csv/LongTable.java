package org.waymark.io.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * Several tables as one long one, a row for each figure: the shape that Tableau and Power BI take.
 *
 * <p>Texts and days of a row, such as its group and its indicator, stand beside each of its figures, under the names that
 * they have in the tables; a table that has no such column leaves it empty. Then come the figure's name and kind, its
 * value, and its status: {@code shown}, or {@code missing} with the mark that says why, so that nothing has to be guessed
 * from an empty field.
 */
final class LongTable {
    private static final String SHOWN = "shown";
    private static final String MISSING = "missing";
    private static final Column TITLE = Column.text("table", "title of the table from which the figure is");
    private static final Column STATEMENT = Column.text("statement", "what is promised of the table");

    private LongTable() {}

    /** What a table of either kind has. */
    private record Part(String title, List<Column> columns, List<List<Datum>> rows, Optional<String> statement) {}

    static Table of(List<Table> tables) {
        return of(
                "Figures",
                tables.stream()
                        .map(table -> new Part(table.title(), table.columns(), table.rows(), Optional.empty()))
                        .toList());
    }

    static Table ofPublic(List<PublicTable> tables) {
        return of(
                "Figures",
                tables.stream()
                        .map(table -> new Part(
                                table.title(),
                                table.columns(),
                                table.rows(),
                                Optional.of(table.statement().toString())))
                        .toList());
    }

    private static Table of(String title, List<Part> parts) {
        Map<String, Column> keys = new LinkedHashMap<>();
        keys.put(TITLE.name(), TITLE);
        boolean stated = parts.stream().anyMatch(part -> part.statement().isPresent());
        if (stated) {
            keys.put(STATEMENT.name(), STATEMENT);
        }
        for (Part part : parts) {
            part.columns().stream()
                    .filter(LongTable::isKey)
                    .forEach(column -> keys.putIfAbsent(name(column), renamed(column)));
        }
        Table.Builder table = Table.builder(title);
        keys.values().forEach(table::column);
        table.column(Column.text("figure", "name of the figure: its column in the table"))
                .column(Column.text("kind", "what it is: a count, a share from 0 to 1, points, or a plain number"))
                .column(Column.number("value", "the figure"))
                .column(Column.text("status", "whether it is shown or missing"))
                .column(Column.text("mark", "why it is missing"));
        for (Part part : parts) {
            for (List<Datum> row : part.rows()) {
                figures(part, row, keys, table);
            }
        }
        return table.build();
    }

    private static void figures(Part part, List<Datum> row, Map<String, Column> keys, Table.Builder table) {
        Map<String, Datum> known = new LinkedHashMap<>();
        keys.keySet().forEach(key -> known.put(key, Datum.text("")));
        known.put(TITLE.name(), Datum.text(part.title()));
        part.statement().ifPresent(statement -> known.put(STATEMENT.name(), Datum.text(statement)));
        for (int i = 0; i < row.size(); i++) {
            if (isKey(part.columns().get(i))) {
                known.put(name(part.columns().get(i)), row.get(i));
            }
        }
        for (int i = 0; i < row.size(); i++) {
            Column column = part.columns().get(i);
            if (!isKey(column)) {
                List<Datum> figure = new ArrayList<>(known.values());
                boolean missing = row.get(i) instanceof Datum.Missing;
                figure.add(Datum.text(column.name()));
                figure.add(Datum.text(column.kind().unit()));
                figure.add(missing ? Datum.missing("") : row.get(i));
                figure.add(Datum.text(missing ? MISSING : SHOWN));
                figure.add(Datum.text(missing ? row.get(i).toString() : ""));
                table.row(figure.toArray(new Datum[0]));
            }
        }
    }

    private static boolean isKey(Column column) {
        return column.kind() == Column.Kind.TEXT || column.kind() == Column.Kind.DAY;
    }

    /** A column of a table that has a name of this one's own gets another. */
    private static String name(Column column) {
        return switch (column.name()) {
            case "table", "statement", "figure", "kind", "value", "status", "mark" -> "own_" + column.name();
            default -> column.name();
        };
    }

    private static Column renamed(Column column) {
        return new Column(name(column), column.kind(), column.meaning());
    }
}
