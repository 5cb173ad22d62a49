package org.waymark.io.xlsx;

import java.util.List;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * What stands on a sheet.
 *
 * @param title what the table shows
 * @param columns its columns
 * @param rows its rows
 * @param notes definitions, sources and warnings
 * @param claim the statement, or for whom the table is
 */
record SheetContent(String title, List<Column> columns, List<List<Datum>> rows, List<String> notes, String claim) {
    static SheetContent of(PublicTable table) {
        return new SheetContent(
                table.title(),
                table.columns(),
                table.rows(),
                table.notes(),
                table.statement().toString());
    }

    static SheetContent of(Table table, String purpose) {
        String claim = "For analysts, not for publication: " + purpose;
        return new SheetContent(table.title(), table.columns(), table.rows(), table.notes(), claim);
    }
}
