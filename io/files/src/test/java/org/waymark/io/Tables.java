package org.waymark.io;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/** Any table, and tables in which each column holds what its kind says. */
public final class Tables {
    private static final List<Column> COLUMNS = List.of(
            Column.text("who", "a group"),
            Column.count("members", "how many"),
            Column.share("rate", "of them"),
            Column.points("gap", "apart"),
            Column.number("ratio", "to the best"),
            Column.day("seen", "when"));

    private Tables() {}

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "=1+1",
                        "'",
                        "''=",
                        " +x",
                        "\t",
                        "\uFF1D1",
                        "@a",
                        "-",
                        "a\"b",
                        "a,b",
                        "a\nb",
                        "a\r\nb",
                        "",
                        "0.5",
                        "2020-01-31"),
                Arbitraries.strings()
                        .withCharRange(' ', '~')
                        .withChars("\u00E9\u4E2D\n\"',;|")
                        .ofMaxLength(8));
    }

    private static Arbitrary<Datum> whole() {
        return Arbitraries.longs().between(-9_000_000_000L, 9_000_000_000L).map(Datum::whole);
    }

    private static Arbitrary<Datum> real() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-1, 1).map(Datum::real),
                Arbitraries.of(0.0, -0.0, 1.0, 1e-300, 1.7976931348623157e308, 4.9e-324, 123456789.125)
                        .map(Datum::real));
    }

    private static Arbitrary<Datum> exact() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.TEN)
                .ofScale(3)
                .map(Datum::exact);
    }

    private static Arbitrary<Datum> day() {
        return Arbitraries.integers().between(-30_000, 60_000).map(d -> Datum.day(LocalDate.ofEpochDay(d)));
    }

    private static Arbitrary<Datum> missing() {
        return Arbitraries.of("n<10", "n/a", "", "-", "(masked)").map(Datum::missing);
    }

    /** Any table. */
    public static Arbitrary<Table> any() {
        Arbitrary<Datum> datum =
                Arbitraries.oneOf(texts().map(Datum::text), whole(), real(), exact(), day(), missing());
        return tables(datum.list().ofSize(COLUMNS.size()));
    }

    static Arbitrary<Table> ordinary() {
        return tables(Combinators.combine(
                        texts().map(Datum::text),
                        Arbitraries.oneOf(whole(), missing()),
                        Arbitraries.oneOf(real(), missing()),
                        Arbitraries.oneOf(real(), missing()),
                        Arbitraries.oneOf(real(), whole(), missing()),
                        Arbitraries.oneOf(day(), missing()))
                .as(List::of));
    }

    private static Arbitrary<Table> tables(Arbitrary<List<Datum>> row) {
        return Combinators.combine(
                        texts(), row.list().ofMaxSize(6), texts().list().ofMaxSize(2))
                .as((title, rows, notes) -> new Table(title, COLUMNS, rows, notes));
    }
}
