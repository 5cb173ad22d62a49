package org.waymark.io.student;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.constraint.Constraints;
import org.waymark.core.population.Model;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.io.internal.DelimitedText;
import org.waymark.io.internal.TextRows;

/**
 * What the columns of a student file are, as data: it can be kept as a file beside the data and edited without Java.
 *
 * <p>The file has the columns {@code header}, {@code as}, {@code key}, {@code values}, {@code format} and {@code of}; see
 * {@link ColumnMapping}. Values are written {@code Female=F|Male=M}. A row {@code *} as {@code missing} lists in
 * {@code values} the texts that mean that nothing was reported.
 *
 * @param columns the columns that are read
 * @param missing texts that mean that nothing was reported, besides the empty field
 */
public record Mapping(List<ColumnMapping> columns, List<String> missing) {
    /** Texts that mean that nothing was reported, unless a mapping says otherwise. */
    public static final List<String> USUALLY_MISSING = List.of("NA", "N/A", "NULL", "null", ".");

    /** Copies the lists. */
    public Mapping {
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
    }

    /**
     * Reads a mapping file. What cannot be understood is a finding, and its row is left out.
     *
     * @throws IOException if the file cannot be read
     */
    public static Loaded<Mapping> read(Path path) throws IOException {
        FindingLog findings = new FindingLog();
        String source = String.valueOf(path.getFileName());
        TextRows rows = new TextRows(source, List.of("header", "as"), findings);
        try (InputStream in = Files.newInputStream(path)) {
            DelimitedText.read(in, source, rows, findings);
        }
        List<ColumnMapping> columns = new ArrayList<>();
        List<String> missing = USUALLY_MISSING;
        for (TextRows.Row row : rows.rows()) {
            if (row.get("as").equals("missing")) {
                missing = List.of(row.get("values").split("\\|", -1));
                continue;
            }
            column(row, source, findings).ifPresent(columns::add);
        }
        return new Loaded<>(new Mapping(columns, missing), findings.findings());
    }

    /** The column that a header means, by its number from 0; -1 if none. */
    int indexOf(String header) {
        String normal = ColumnMapping.normal(header);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).normalHeaders().contains(normal)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a column goes where the model has a constraint; that of birth dates is looked at row by row. */
    boolean isConstrained(Unit unit) {
        return Model.schema(unit)
                .filter(schema -> columns.stream()
                        .filter(column -> !column.key().equals(Students.BIRTH_DATE.name()))
                        .flatMap(column -> schema.fields().stream()
                                .filter(field -> field.name().equals(column.key())))
                        .anyMatch(field -> Constraints.isConstrained(schema.type(), field.accessor())))
                .isPresent();
    }

    /**
     * Findings about fields of the model, told by the headers of this mapping. A birth date that cannot be was told when
     * its row was read.
     */
    List<Finding> named(List<Finding> findings) {
        List<Finding> named = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.reason() != Reason.CONSTRAINT || !finding.column().equals(Students.BIRTH_DATE.name())) {
                named.add(named(finding));
            }
        }
        return named;
    }

    private Finding named(Finding finding) {
        boolean field = finding.reason() == Reason.CONSTRAINT || finding.reason() == Reason.DANGLING_REFERENCE;
        boolean owner = finding.severity() == Severity.ERROR;
        for (ColumnMapping column : field ? columns : List.<ColumnMapping>of()) {
            if (owner ? column.role() == ColumnMapping.Role.ID : column.key().equals(finding.column())) {
                return new Finding(
                        finding.reason(),
                        finding.severity(),
                        finding.source(),
                        finding.line(),
                        column.primaryHeader(),
                        finding.expected(),
                        finding.repeats(),
                        finding.raw());
            }
        }
        return finding;
    }

    private static Optional<ColumnMapping> column(TextRows.Row row, String source, FindingLog findings) {
        Optional<ColumnMapping.Role> role = Optional.empty();
        for (ColumnMapping.Role one : ColumnMapping.Role.values()) {
            if (one.written().equals(row.get("as"))) {
                role = Optional.of(one);
            }
        }
        if (role.isEmpty()) {
            if (!row.get("as").isEmpty()) {
                findings.add(Finding.error(
                        Reason.UNKNOWN_LABEL, source, row.line(), "as", "one of " + roles() + ", or nothing"));
            }
            return Optional.empty();
        }
        try {
            String of = row.get("of");
            return Optional.of(new ColumnMapping(
                    row.get("header"),
                    role.get(),
                    row.get("key"),
                    values(row.get("values")),
                    row.get("format"),
                    of.isEmpty() ? Optional.empty() : Optional.of(of)));
        } catch (IllegalArgumentException wrong) {
            findings.add(Finding.error(
                    Reason.CONTRADICTION, source, row.line(), "of", "the event's date column, for an event's column"));
            return Optional.empty();
        }
    }

    private static List<String> roles() {
        List<String> roles = new ArrayList<>();
        for (ColumnMapping.Role role : ColumnMapping.Role.values()) {
            roles.add(role.written());
        }
        return roles;
    }

    private static Map<String, String> values(String written) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!written.isEmpty()) {
            for (String pair : written.split("\\|", -1)) {
                int equals = pair.indexOf('=');
                values.put(
                        equals < 0 ? pair : pair.substring(0, equals).strip(),
                        equals < 0 ? pair : pair.substring(equals + 1).strip());
            }
        }
        return values;
    }
}
