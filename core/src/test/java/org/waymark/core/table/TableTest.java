package org.waymark.core.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void numbersStandToTheRightAndCarryTheirUnit() {
        Table table = Table.builder("Rates")
                .column(Column.text("group", "who"))
                .column(Column.count("n", "how many"))
                .column(Column.share("rate", "share"))
                .column(Column.points("gap", "difference"))
                .row(Datum.text("women"), Datum.whole(12_345), Datum.real(0.5), Datum.real(-0.083))
                .row(Datum.text("men"), Datum.whole(7), Datum.missing("n<10"), Datum.exact(new BigDecimal("0.02")))
                .note("A note.")
                .build();
        assertEquals(
                "Rates\n"
                        + "group       n    rate   gap\n"
                        + "women  12,345  50.0 %  -8.3\n"
                        + "men         7    n<10    +2\n"
                        + "  A note.\n",
                table.toString());
    }

    @Test
    void printingDoesNotDependOnTheLocale() {
        Table table = Table.builder("t")
                .column(Column.share("rate", "share"))
                .row(Datum.real(0.1234))
                .build();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertTrue(table.toString().contains("12.3 %"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void wideTablesAreFoldedAndWhatEveryRowSharesIsToldOnce() {
        Table.Builder table = Table.builder("wide").column(Column.text("name", "who"));
        for (int c = 0; c < 12; c++) {
            table.column(Column.text("a_long_header_" + c, "x"));
        }
        for (String name : new String[] {"first", "second"}) {
            Datum[] row = new Datum[13];
            Arrays.fill(row, Datum.text("same"));
            row[0] = Datum.text(name);
            for (int c = 1; c < 9; c++) {
                row[c] = Datum.text(name + c);
            }
            table.row(row);
        }
        String printed = table.build().toString();
        assertTrue(Arrays.stream(printed.split("\n", -1)).allMatch(line -> line.length() <= 100), printed);
        assertTrue(printed.contains("In every row: a long header 8 same"), printed);
        assertEquals(3, printed.split("first1", -1).length + printed.split("second8", -1).length - 1);
    }

    @Test
    void foldedTablesRepeatWhatTellsTheRowsApart() {
        Table.Builder table = Table.builder("t").column(Column.text("goal", "")).column(Column.text("group", ""));
        for (int c = 0; c < 8; c++) {
            table.column(Column.count("a_long_header_" + c, ""));
        }
        for (String[] of : new String[][] {{"double", "women"}, {"double", "men"}, {"triple", "men"}}) {
            Datum[] row = new Datum[10];
            Arrays.fill(row, Datum.whole(of[0].hashCode() + of[1].length()));
            row[0] = Datum.text(of[0]);
            row[1] = Datum.text(of[1]);
            table.row(row);
        }
        String printed = table.build().toString();
        assertTrue(printed.split("double  women", -1).length > 2, printed);
    }

    @Test
    void sharesThatRepeatAnotherColumnAreToldOnce() {
        Table.Builder table =
                Table.builder("t").column(Column.text("group", "")).column(Column.share("rate", ""));
        for (int c = 0; c < 6; c++) {
            table.column(Column.count("a_long_header_" + c, ""));
        }
        table.column(Column.share("rate_if_no", "")).column(Column.share("rate_if_yes", ""));
        for (int r = 1; r <= 2; r++) {
            Datum[] row = new Datum[10];
            Arrays.fill(row, Datum.whole(r));
            row[0] = Datum.text("group " + r);
            row[1] = Datum.real(r / 4.0);
            row[8] = Datum.real(r / 4.0);
            row[9] = Datum.real(r / 2.0);
            table.row(row);
        }
        String printed = table.build().toString();
        assertTrue(printed.contains("In every row: rate if no as rate."), printed);
        assertTrue(printed.contains("rate if yes\n"), printed);
    }

    @Test
    void columnsCanBeLeftOut() {
        Table table = Table.builder("t")
                .column(Column.text("group", "who"))
                .column(Column.count("n", "how many"))
                .row(Datum.text("women"), Datum.whole(7))
                .note("kept")
                .build();
        Table without = table.without("n", "no such column");
        assertEquals(List.of(table.columns().get(0)), without.columns());
        assertEquals(List.of(List.of(Datum.text("women"))), without.rows());
        assertEquals(table.notes(), without.notes());
    }

    @Test
    void longWordsRunOnInTheirColumnAndNothingIsCutOff() {
        String sentence = "the whole interval lies on this side of the margin, whatever the chance variation";
        Table table = Table.builder("t")
                .column(Column.text("group", "who"))
                .column(Column.count("n", "how many"))
                .column(Column.text("why", "in words"))
                .column(Column.text("long_code", "no spaces"))
                .row(Datum.text("women"), Datum.whole(7), Datum.text(sentence), Datum.text("x".repeat(80)))
                .row(Datum.text("men"), Datum.whole(8), Datum.text(""), Datum.text("y"))
                .build();
        String printed = table.toString();
        assertTrue(Arrays.stream(printed.split("\n", -1)).allMatch(line -> line.length() <= 100), printed);
        String read = printed.replaceAll("\\s+", " ");
        for (String word : sentence.split(" ", -1)) {
            assertTrue(read.contains(word), printed);
        }
        assertEquals(80, printed.chars().filter(c -> c == 'x').count(), printed);
    }

    @Test
    void whatIsNoNumberNeverReachesATable() {
        assertThrows(IllegalArgumentException.class, () -> Datum.real(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Column.text("Not A Name", ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> Table.builder("t").column(Column.text("a", "")).row().build());
    }
}
