package org.waymark.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Severity;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.io.student.StudentFile;

/**
 * The file into one record per student, checked: once as one does it by hand, a text for each field and nothing shared, and
 * once off a population. Prints milliseconds and the heap that a record takes.
 *
 * <pre>{@code StudentObjects FILE RUNS naive|waymark}</pre>
 */
public final class StudentObjects {
    private static final Dimension YEAR = Students.CLASS_OF;
    private static final Dimension TYPE = Dimension.of("first_credential_type");
    private static final Milestone ENROLLED = Milestone.of("first_enrollment_date");
    private static final Milestone AWARDED = Milestone.of("first_credential_date");

    private StudentObjects() {}

    /** A row of the file. */
    record Flat(
            String id,
            int year,
            String district,
            String school,
            String gender,
            @Nullable String race,
            boolean lowIncome,
            boolean multilingual,
            boolean disability,
            boolean homeless,
            String locale,
            LocalDate birth,
            @Nullable LocalDate graduated,
            @Nullable LocalDate enrolled,
            @Nullable LocalDate awarded,
            @Nullable String type) {}

    /** The same as a first draft has it. */
    record Naive(
            String id,
            int year,
            String district,
            String school,
            String gender,
            Optional<String> race,
            boolean lowIncome,
            boolean multilingual,
            boolean disability,
            boolean homeless,
            String locale,
            LocalDate birth,
            Optional<LocalDate> graduated,
            Optional<LocalDate> enrolled,
            Optional<LocalDate> awarded,
            Optional<String> type) {}

    /** Takes the file, how often to read it, and how. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        boolean naive = arguments[2].equals("naive");
        List<List<?>> last = new ArrayList<>(List.of(List.of()));
        Timed.print(Integer.parseInt(arguments[1]), () -> {
            last.set(0, List.of());
            last.set(0, naive ? naive(file) : waymark(file));
        });
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        System.out.println(
                "bytes of heap per record: " + (double) used / last.get(0).size());
    }

    private static List<Naive> naive(Path file) throws IOException {
        List<Naive> all = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord row : rows) {
                if (!header) {
                    all.add(naive(row));
                }
                header = false;
            }
        }
        return all;
    }

    private static Naive naive(CsvRecord row) {
        return new Naive(
                row.getField(0),
                Integer.parseInt(row.getField(1)),
                row.getField(2),
                row.getField(3),
                row.getField(4),
                text(row.getField(5)),
                isYes(row.getField(6)),
                isYes(row.getField(7)),
                isYes(row.getField(8)),
                isYes(row.getField(9)),
                row.getField(10),
                LocalDate.parse(row.getField(11)),
                text(row.getField(12)).map(LocalDate::parse),
                text(row.getField(13)).map(LocalDate::parse),
                text(row.getField(14)).map(LocalDate::parse),
                text(row.getField(15)));
    }

    private static Optional<String> text(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    private static boolean isYes(String field) {
        if (!field.equals("Y") && !field.equals("N")) {
            throw new IllegalArgumentException("field: must be Y or N");
        }
        return field.equals("Y");
    }

    private static List<Flat> waymark(Path file) throws IOException {
        StudentFile.Reader reader = StudentFile.reader()
                .id("student_id", "[0-9]{10}")
                .dimension("cohort_year", YEAR, "[0-9]{4}")
                .dimension("district", Students.DISTRICT)
                .dimension("school", Students.SCHOOL)
                .milestone("birth_date", Students.BIRTH_DATE)
                .milestone("graduation_date", Students.GRADUATION_DATE)
                .milestone("first_enrollment_date", ENROLLED)
                .milestone("first_credential_date", AWARDED)
                .dimension("first_credential_type", TYPE)
                .asOf(StudentJob.AS_OF);
        for (Dimension dimension : StudentJob.DIMENSIONS) {
            boolean flag = StudentJob.DIMENSIONS.indexOf(dimension) >= 2 && !dimension.equals(Students.LOCALE);
            Map<String, String> known = new LinkedHashMap<>();
            known.put("Y", "Y");
            known.put("N", "N");
            reader = flag
                    ? reader.dimension(dimension.name(), dimension, known)
                    : reader.dimension(dimension.name(), dimension);
        }
        Loaded<Population> loaded = reader.read(file);
        loaded.findings().stream().filter(f -> f.severity() == Severity.ERROR).forEach(System.out::println);
        Roster students = loaded.value().roster(Unit.STUDENT);
        Map<LocalDate, LocalDate> days = new LinkedHashMap<>();
        List<Flat> all = new ArrayList<>(students.size());
        for (int row = 0; row < students.size(); row++) {
            all.add(flat(students, row, days));
        }
        return all;
    }

    private static Flat flat(Roster students, int row, Map<LocalDate, LocalDate> days) {
        List<Dimension> dimensions = StudentJob.DIMENSIONS;
        LocalDate birth = day(students, Students.BIRTH_DATE, row, days);
        if (birth == null) {
            throw new IllegalStateException("birth_date: must be there");
        }
        return new Flat(
                students.id(row),
                Integer.parseInt(present(students, YEAR, row)),
                present(students, Students.DISTRICT, row),
                present(students, Students.SCHOOL, row),
                present(students, dimensions.get(0), row),
                label(students, dimensions.get(1), row),
                present(students, dimensions.get(2), row).equals("Y"),
                present(students, dimensions.get(3), row).equals("Y"),
                present(students, dimensions.get(4), row).equals("Y"),
                present(students, dimensions.get(5), row).equals("Y"),
                present(students, dimensions.get(6), row),
                birth,
                day(students, Students.GRADUATION_DATE, row, days),
                day(students, ENROLLED, row, days),
                day(students, AWARDED, row, days),
                label(students, TYPE, row));
    }

    private static String present(Roster students, Dimension dimension, int row) {
        String label = label(students, dimension, row);
        if (label == null) {
            throw new IllegalStateException(dimension.name() + ": must be there");
        }
        return label;
    }

    private static @Nullable String label(Roster students, Dimension dimension, int row) {
        List<String> labels = students.labels(dimension, row).labels();
        return labels.isEmpty() ? null : labels.get(0);
    }

    private static @Nullable LocalDate day(Roster students, Milestone of, int row, Map<LocalDate, LocalDate> days) {
        LocalDate day = students.day(of, row).orElse(null);
        return day == null ? null : days.computeIfAbsent(day, own -> own);
    }
}
