package org.waymark.io.internal;

import java.util.ArrayList;
import java.util.List;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * What a page or a picture shows of a table, and the claim that stands beside it.
 *
 * @param title what it shows
 * @param columns the columns
 * @param rows the rows
 * @param notes definitions, sources and warnings
 * @param claim the statement of a public table, or what an analysts' table is for
 * @param isPublic whether a release has cleared it
 */
public record Shown(
        String title,
        List<Column> columns,
        List<List<Datum>> rows,
        List<String> notes,
        String claim,
        boolean isPublic) {
    private static final String STATEMENT = "statement";

    /** What everybody may see. */
    public static Shown of(PublicTable table) {
        String claim = table.statement().toString();
        return new Shown(table.title(), table.columns(), table.rows(), table.notes(), claim, true);
    }

    /**
     * The same with its claim in every row, for files of rows, which have no other place for it: a last column {@code statement},
     * or {@code statement_of_release} where the table has one of that name itself.
     */
    public Shown claimed() {
        boolean taken = columns.stream().anyMatch(column -> column.name().equals(STATEMENT));
        List<Column> more = new ArrayList<>(columns);
        more.add(Column.text(taken ? STATEMENT + "_of_release" : STATEMENT, "what is promised of the table"));
        List<List<Datum>> claimed = new ArrayList<>();
        for (List<Datum> row : rows) {
            List<Datum> longer = new ArrayList<>(row);
            longer.add(Datum.text(claim));
            claimed.add(longer);
        }
        return new Shown(title, more, claimed, notes, claim, isPublic);
    }

    /**
     * What analysts may see.
     *
     * @param purpose what it is for, in a few words
     */
    public static Shown forAnalysts(String purpose, Table table) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("purpose: must say what it is for");
        }
        return new Shown(table.title(), table.columns(), table.rows(), table.notes(), purpose, false);
    }
}
