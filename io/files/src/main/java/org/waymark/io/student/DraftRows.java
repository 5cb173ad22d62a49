package org.waymark.io.student;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.core.population.DayReading;
import org.waymark.io.internal.SourceRows;

/** Looks at the first rows of a file to guess what its columns are. */
final class DraftRows implements SourceRows {
    private static final int ROWS = 20_000;
    private static final int FEW_LABELS = 25;
    private static final List<String> DATES = List.of("uuuu-MM-dd", "MM/dd/uuuu", "M/d/uuuu", "dd.MM.uuuu", "uuuuMMdd");

    /** A header that is understood by its name: what it is called in files, what it is, and its key. */
    private record Known(ColumnMapping.Role role, String key, List<String> headers) {}

    private static final List<Known> KNOWN = List.of(
            new Known(
                    ColumnMapping.Role.ID,
                    "",
                    List.of("student_id", "studentid", "id", "ssid", "sid", "state_student_id", "student_number")),
            new Known(ColumnMapping.Role.DIMENSION, "gender", List.of("gender", "sex")),
            new Known(
                    ColumnMapping.Role.LABELS,
                    "race_ethnicity",
                    List.of("race_ethnicity", "race", "ethnicity", "race/ethnicity", "federal_race")),
            new Known(
                    ColumnMapping.Role.DIMENSION,
                    "class_of",
                    List.of("class_of", "cohort_year", "cohort", "graduation_year", "grad_year", "chrt_ninth")),
            new Known(
                    ColumnMapping.Role.DIMENSION,
                    "school",
                    List.of("school", "school_code", "school_id", "schoolcode")),
            new Known(ColumnMapping.Role.DIMENSION, "district", List.of("district", "district_code", "district_id")),
            new Known(ColumnMapping.Role.DIMENSION, "locale", List.of("locale", "urbanicity")),
            new Known(ColumnMapping.Role.DIMENSION, "low_income", List.of("low_income", "frl", "frpl", "lowincome")),
            new Known(ColumnMapping.Role.DIMENSION, "multilingual", List.of("multilingual", "ell", "el", "lep")),
            new Known(ColumnMapping.Role.DIMENSION, "disability", List.of("disability", "swd", "iep", "sped")),
            new Known(ColumnMapping.Role.DIMENSION, "homeless", List.of("homeless")),
            new Known(
                    ColumnMapping.Role.MILESTONE,
                    "birth_date",
                    List.of("birth_date", "birthdate", "date_of_birth", "dob")),
            new Known(
                    ColumnMapping.Role.MILESTONE,
                    "graduation_date",
                    List.of("graduation_date", "grad_date", "diploma_date", "hs_grad_date")),
            new Known(
                    ColumnMapping.Role.EVENT,
                    "postsecondary_enrolments",
                    List.of("first_enrollment_date", "first_enrolment_date", "college_start_date")),
            new Known(
                    ColumnMapping.Role.EVENT,
                    "credential_awards",
                    List.of("first_credential_date", "credential_date", "award_date")));

    private final List<String> headers = new ArrayList<>();
    private final List<Set<String>> labels = new ArrayList<>();
    private long rows;

    @Override
    public void headers(List<String> names, long line) {
        headers.addAll(names);
        names.forEach(name -> labels.add(new LinkedHashSet<>()));
    }

    @Override
    public void begin(long line) {
        rows++;
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        if (rows <= ROWS && labels.get(column).size() <= FEW_LABELS) {
            String label = new String(text, from, to - from).strip();
            if (!label.isEmpty()) {
                labels.get(column).add(label);
            }
        }
    }

    @Override
    public void end(long line, int fields) {}

    MappingDraft draft() {
        List<MappingDraft.Line> lines = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            lines.add(line(headers.get(i), labels.get(i)));
        }
        return new MappingDraft(lines);
    }

    private static MappingDraft.Line line(String header, Set<String> labels) {
        String normal = ColumnMapping.normal(header);
        String format = date(labels);
        for (Known known : KNOWN) {
            if (known.headers().contains(normal)) {
                boolean day = known.role() == ColumnMapping.Role.MILESTONE || known.role() == ColumnMapping.Role.EVENT;
                boolean listed = known.role() == ColumnMapping.Role.DIMENSION
                        && known.key().equals("gender");
                return new MappingDraft.Line(
                        header,
                        known.role().written(),
                        known.key(),
                        listed ? written(labels) : "",
                        day && !format.equals(DATES.get(0)) ? format : "");
            }
        }
        boolean yesNo = !labels.isEmpty() && List.of("0", "1").containsAll(labels);
        if (yesNo) {
            return new MappingDraft.Line(header, ColumnMapping.Role.OUTCOME.written(), key(normal), "", "");
        }
        if (!format.isEmpty()) {
            return new MappingDraft.Line(
                    header,
                    ColumnMapping.Role.MILESTONE.written(),
                    key(normal),
                    "",
                    format.equals(DATES.get(0)) ? "" : format);
        }
        return new MappingDraft.Line(header, "", "", labels.size() <= FEW_LABELS ? written(labels) : "", "");
    }

    private static String key(String normal) {
        String key = normal.replaceAll("[^a-z0-9_]+", "_");
        return key.matches("[a-z].*") ? key : "column_" + key;
    }

    /** The pattern after which all labels are dates; empty if there is none. */
    private static String date(Set<String> labels) {
        for (String pattern : DATES) {
            DayReading reading = DayReading.pattern(pattern);
            if (!labels.isEmpty()
                    && labels.stream().allMatch(label -> reading.read(label).isPresent())) {
                return pattern;
            }
        }
        return "";
    }

    private static String written(Set<String> labels) {
        return new TreeSet<>(labels).stream().map(label -> label + "=" + label).collect(Collectors.joining("|"));
    }
}
