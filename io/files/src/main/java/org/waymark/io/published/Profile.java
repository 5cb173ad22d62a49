package org.waymark.io.published;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.DelimitedText;
import org.waymark.io.internal.TextRows;

/**
 * How a source lays out its tables, as data: a CSV file with the headers {@code as}, {@code header}, {@code value} and {@code
 * means}, so that a new source needs no code.
 *
 * <ul>
 *   <li>{@code name}, {@code citation}: what is printed. {@code indicator}: its id under {@code value}, its name under {@code
 *       means}.
 *   <li>{@code slice}: a column whose different values are different tables, such as the year or the cohort.
 *   <li>{@code level}: the column that says which kind of place a row is of; {@code place}: the column of the place's id for
 *       one such level, and the axis that it means, no axis for everybody.
 *   <li>{@code group-type}: the column that names the axis of a group; {@code axis}: what one of its values means. {@code
 *       group}: the column of the group. {@code total}: the group that is everybody. {@code label}: what a group's text
 *       means, {@code Label} or {@code axis=Label}. {@code disjoint}: an axis whose groups nobody stands in two of.
 *   <li>{@code members}, {@code yes}, {@code rate}: the columns of the counts and of the printed rate, which is a {@code
 *       fraction} or a {@code percent}. {@code members-margin}, {@code yes-margin}: margins of error. Headers may hold {@code
 *       {group}}, {@code {slice}} or {@code {place}}: one column for each.
 *   <li>{@code rounding}: to how many decimal places the rate is rounded, half to even or {@code half up}.
 *   <li>{@code identity}: a column under {@code header} that is the sum and difference of those under {@code means}: headers
 *       joined by {@code " + "} and {@code " - "}, with a {@code ?} behind one that a file may lack; its name under {@code value}.
 *   <li>{@code mark}: the column of marks, if it is one of its own. {@code mark-is}: a text that stands for a number, and
 *       what it means; see {@link Mark}. {@code missing}: a text that stands for nothing. {@code absent}: whether a group
 *       that is not there counts {@code zero} or is {@code hidden}.
 *   <li>{@code indent}: the column of groups is indented, and each heading is an axis.
 *   <li>{@code school}, {@code district}, {@code esd}, {@code county} and their {@code -name}, {@code locale}, {@code
 *       school-level}: the columns of a directory.
 * </ul>
 *
 * @param name what the source is called
 * @param entries its lines in order
 */
public record Profile(String name, List<Entry> entries) {
    /**
     * One line.
     *
     * @param as what it tells
     * @param header the header that it is about, or several that it may have, joined by {@code |}
     * @param value the text of the file that it is about
     * @param means what that means
     */
    public record Entry(String as, String header, String value, String means) {
        /** Refuses null. */
        public Entry {
            Objects.requireNonNull(as, "as");
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(means, "means");
        }
    }

    private static final List<String> ROLES = List.of(
            "name",
            "citation",
            "indicator",
            "slice",
            "level",
            "place",
            "group-type",
            "axis",
            "group",
            "total",
            "label",
            "disjoint",
            "members",
            "yes",
            "rate",
            "members-margin",
            "yes-margin",
            "rounding",
            "identity",
            "mark",
            "mark-is",
            "missing",
            "absent",
            "indent",
            "school",
            "school-name",
            "school-level",
            "district",
            "district-name",
            "esd",
            "esd-name",
            "county",
            "locale");

    /** Graduation by cohort, Washington report card. */
    public static final Profile OSPI_GRADUATION = builtIn("ospi-graduation");

    /** School quality and student success measures, Washington report card. */
    public static final Profile OSPI_SQSS = builtIn("ospi-sqss");

    /** Enrolment counts, Washington report card. */
    public static final Profile OSPI_ENROLLMENT = builtIn("ospi-enrollment");

    /** Four-year adjusted cohort graduation rates of EDFacts, by school. */
    public static final Profile EDFACTS_GRADUATION = builtIn("edfacts-graduation");

    /** Poverty by group, American Community Survey table S1701, places across. */
    public static final Profile ACS_POVERTY = builtIn("acs-poverty");

    /** A long table of outcomes by group, already summed up, as research centers hand them out. */
    public static final Profile LONG_TABLE = builtIn("long-table");

    /** A directory of schools: Washington's, or that of the Common Core of Data with locales. */
    public static final Profile SCHOOL_DIRECTORY = builtIn("school-directory");

    /** Copies the lines. */
    public Profile {
        Objects.requireNonNull(name, "name");
        entries = List.copyOf(entries);
    }

    private static Profile builtIn(String file) {
        try (InputStream in = Profile.class.getResourceAsStream(file + ".csv")) {
            if (in == null) {
                throw new IllegalStateException(file + ".csv: must be in the jar");
            }
            return read(in, file + ".csv").orThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads a profile of one's own.
     *
     * @throws IOException if the file cannot be read at all
     */
    public static Loaded<Profile> read(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return read(in, String.valueOf(path.getFileName()));
        }
    }

    private static Loaded<Profile> read(InputStream in, String source) throws IOException {
        FindingLog findings = new FindingLog();
        TextRows rows = new TextRows(source, List.of("as", "header", "value", "means"), findings);
        DelimitedText.read(in, source, rows, findings);
        List<Entry> entries = new ArrayList<>();
        for (TextRows.Row row : rows.rows()) {
            if (!ROLES.contains(row.get("as"))) {
                findings.add(Finding.error(Reason.UNKNOWN_LABEL, source, row.line(), "as", "one of " + ROLES));
            } else if (row.get("as").equals("mark-is")
                    && Mark.parse(row.get("value"), row.get("means")).isEmpty()) {
                findings.add(Finding.error(Reason.UNKNOWN_LABEL, source, row.line(), "means", Mark.GRAMMAR));
            } else if (row.get("as").equals("identity")
                    && !SumIdentity.isWellFormed(row.get("header"), row.get("means"))) {
                findings.add(Finding.error(Reason.UNKNOWN_LABEL, source, row.line(), "means", SumIdentity.GRAMMAR));
            } else {
                entries.add(new Entry(row.get("as"), row.get("header"), row.get("value"), row.get("means")));
            }
        }
        Profile profile = new Profile(source, entries);
        return new Loaded<>(new Profile(profile.means("name").orElse(source), entries), findings.findings());
    }

    /** The lines of one kind. */
    List<Entry> all(String as) {
        return entries.stream().filter(entry -> entry.as().equals(as)).toList();
    }

    Optional<Entry> first(String as) {
        return entries.stream().filter(entry -> entry.as().equals(as)).findFirst();
    }

    Optional<String> means(String as) {
        return first(as).map(Entry::means);
    }

    /** The texts of one kind of line, and what each means. */
    Map<String, String> meanings(String as) {
        Map<String, String> meanings = new LinkedHashMap<>();
        all(as).forEach(entry -> meanings.put(entry.value(), entry.means()));
        return meanings;
    }

    List<Mark> marks() {
        return all("mark-is").stream()
                .flatMap(entry -> Mark.parse(entry.value(), entry.means()).stream())
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
