package org.waymark.core.result;

import java.util.List;
import java.util.function.Function;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * What reading gives: the value, and everything that is wrong with its source.
 *
 * @param <T> what was read
 * @param value what could be read
 * @param findings everything wrong or worth knowing, in the order of the source
 */
public record Loaded<T>(T value, List<Finding> findings) {
    /** Copies the findings. */
    public Loaded {
        findings = List.copyOf(findings);
    }

    /** A value without findings. */
    public static <T> Loaded<T> of(T value) {
        return new Loaded<>(value, List.of());
    }

    /** Whether nothing was left out and nothing is doubtful. Notes do not count. */
    public boolean isClean() {
        return findings.stream().allMatch(f -> f.severity() == Severity.NOTE);
    }

    /** Another value from the same source. */
    public <U> Loaded<U> map(Function<? super T, ? extends U> change) {
        return new Loaded<>(change.apply(value), findings);
    }

    /**
     * The value, if nothing of its source was left out.
     *
     * @throws UncleanSourceException with every finding, if any of them is an error
     */
    public T orThrow() {
        List<Finding> errors =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new UncleanSourceException(errors);
        }
        return value;
    }

    /** The findings as a table that can be sent back to the sender: no value of the source is in it. */
    public Table findingsTable() {
        Table.Builder table = Table.builder("Findings")
                .column(Column.text("severity", "error: left out; warning: doubtful; note: worth knowing"))
                .column(Column.text("code", "what is wrong"))
                .column(Column.text("source", "file, entry or table"))
                .column(Column.count("line", "line in the source, from 1; 0 for the source as a whole"))
                .column(Column.text("column", "header or field"))
                .column(Column.text("expected", "what was expected there"))
                .column(Column.count("repeats", "further places with the same finding, not listed one by one"));
        for (Finding f : findings) {
            table.row(
                    Datum.text(f.severity().name()),
                    Datum.text(f.reason().code()),
                    Datum.text(f.source()),
                    Datum.whole(f.line()),
                    Datum.text(f.column()),
                    Datum.text(f.expected()),
                    Datum.whole(f.repeats()));
        }
        return table.build();
    }

    /** The value and how many findings there are, with the first few. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.valueOf(value));
        text.append("\n").append(findings.size()).append(" findings");
        for (Finding f : findings.subList(0, Math.min(10, findings.size()))) {
            text.append("\n").append("  ").append(f);
        }
        if (findings.size() > 10) {
            text.append("\n").append("  ... (findings() has all of them)");
        }
        return text.toString();
    }
}
