package org.waymark.core.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

class PublicTableTest {
    private static final PublicTable TABLE = PublicTable.cited(
            Table.builder("Rates")
                    .column(Column.text("group", "who"))
                    .column(Column.share("rate", "yes / n"))
                    .row(Datum.text("a"), Datum.real(3.0 / 7))
                    .row(Datum.text("b"), Datum.missing("*"))
                    .row(Datum.text("c"), Datum.exact(new BigDecimal("0.8125")))
                    .build(),
            "a report");

    @Test
    void drawnNumberHasNoMoreDigitsThanThePrintedOne() {
        assertEquals(Optional.of(new BigDecimal("0.429")), TABLE.number(0, "rate"));
        assertEquals("42.9 %", TABLE.rows().get(0).get(1).printed(Column.Kind.SHARE));
        assertEquals(Optional.of(new BigDecimal("0.8125")), TABLE.number(2, "rate"));
    }

    @Test
    void nothingIsDrawnOfWhatIsHiddenOrAWord() {
        assertEquals(Optional.empty(), TABLE.number(1, "rate"));
        assertEquals(Optional.empty(), TABLE.number(0, "group"));
    }

    @Test
    void columnsAreFoundByName() {
        assertEquals(Optional.of(1), TABLE.indexOf("rate"));
        assertEquals(Optional.empty(), TABLE.indexOf("no_such_column"));
        assertEquals(List.of(Datum.text("a"), Datum.text("b"), Datum.text("c")), TABLE.column("group"));
        assertThrows(IllegalArgumentException.class, () -> TABLE.column("no_such_column"));
        assertEquals(3, TABLE.size());
    }

    @Test
    void citationNeedsASource() {
        Table table = Table.builder("t").column(Column.text("a", "b")).build();
        assertThrows(IllegalArgumentException.class, () -> PublicTable.cited(table, " "));
        assertEquals(Statement.Status.CITED, TABLE.statement().status());
    }
}
