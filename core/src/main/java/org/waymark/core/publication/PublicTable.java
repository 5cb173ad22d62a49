package org.waymark.core.publication;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * A table that may be shown to everyone: columns and rows as they were cleared, with the statement that stands beside
 * them.
 *
 * <p>It is no {@link Table}, so nothing sheds the statement; and nobody makes one but a release, or {@link #cited} for
 * figures that never came from records.
 */
public final class PublicTable {
    private static final String DOOR = "org.waymark.core.publication.door.Door";

    private final Table content;
    private final Statement statement;

    private PublicTable(Table content, Statement statement) {
        this.content = content;
        this.statement = statement;
    }

    /**
     * Figures that others have published, or that never came from records: definitions, goals, a state's own tables.
     *
     * @param source where they come from
     */
    public static PublicTable cited(Table table, String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("source: must not be blank");
        }
        return new PublicTable(
                table,
                new Statement("citation of " + source, "as published", 0, "", digest(table), Statement.Status.CITED));
    }

    /**
     * How a public table is made; for the door alone.
     *
     * @throws IllegalCallerException for any other caller
     */
    public static BiFunction<Table, Statement, PublicTable> maker() {
        Class<?> caller = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass();
        if (!caller.getName().equals(DOOR)) {
            throw new IllegalCallerException("a public table is issued by a release, not by " + caller.getName());
        }
        return PublicTable::new;
    }

    /** SHA-256 of what the table prints, in hexadecimal. */
    public static String digest(Table table) {
        StringBuilder text = new StringBuilder(table.title()).append('\n');
        for (Column column : table.columns()) {
            text.append(column.name()).append('\t').append(column.kind()).append('\n');
        }
        for (List<Datum> row : table.rows()) {
            for (Datum datum : row) {
                text.append(datum.getClass().getSimpleName())
                        .append('\t')
                        .append(datum)
                        .append('\n');
            }
        }
        table.notes().forEach(note -> text.append(note).append('\n'));
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** What the table shows. */
    public String title() {
        return content.title();
    }

    /** The columns. */
    public List<Column> columns() {
        return content.columns();
    }

    /** The rows. */
    public List<List<Datum>> rows() {
        return content.rows();
    }

    /** Definitions, sources and warnings to print below. */
    public List<String> notes() {
        return content.notes();
    }

    /** How many rows there are. */
    public int size() {
        return content.size();
    }

    /** Where the column stands, if the table has it. */
    public Optional<Integer> indexOf(String column) {
        return content.indexOf(column);
    }

    /**
     * Every entry of one column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public List<Datum> column(String name) {
        return content.column(name);
    }

    /**
     * A number as it is printed, for what is drawn of it: a bar, a dot or a tooltip must not tell more digits than the table
     * does. Empty for words, days and what is hidden.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public Optional<BigDecimal> number(int row, String column) {
        return column(column).get(row).printedNumber();
    }

    /** The claim that stands beside it. */
    public Statement statement() {
        return statement;
    }

    /**
     * The same as it stands now: its statement says {@link Statement.Status#WITHDRAWN} if it has been withdrawn or another has
     * taken its place. For those who keep tables and show them again later.
     */
    public PublicTable asOf(Ledger ledger) {
        boolean told = !statement.ledger().isEmpty()
                && ledger.entries().stream().anyMatch(entry -> entry.id().equals(statement.ledger()));
        return told && !ledger.stands(statement.ledger()) ? new PublicTable(content, statement.withdrawn()) : this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicTable that && content.equals(that.content) && statement.equals(that.statement);
    }

    @Override
    public int hashCode() {
        return statement.hashCode();
    }

    /** The table and its statement as text. */
    @Override
    public String toString() {
        return content.withNotes(List.of(statement.toString())).toString();
    }
}
