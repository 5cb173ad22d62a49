package org.waymark.io.internal;

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
    /** What everybody may see. */
    public static Shown of(PublicTable table) {
        String claim = table.statement().toString();
        return new Shown(table.title(), table.columns(), table.rows(), table.notes(), claim, true);
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
