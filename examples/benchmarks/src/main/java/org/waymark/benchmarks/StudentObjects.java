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
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Severity;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.io.student.StudentFile;

/**
 * The file into one record per student, checked: once as one does it by hand, a text for each field and nothing shared, and
 * once off the columns of a block of students after the other. Prints milliseconds and the heap that a record takes.
 *
 * <pre>{@code StudentObjects FILE RUNS naive|waymark}</pre>
 */
public final class StudentObjects {
    private static final Dimension YEAR = Dimension.of("cohort_year");
    private static final Dimension TYPE = Dimension.of("first_credential_type");
    private static final Milestone ENROLLED = Milestone.of("first_enrollment_date");
    private static final Milestone AWARDED = Milestone.of("first_credential_date");

    /** Those dimensions of which a student is or is not one. */
    private static final List<Dimension> FLAGS = StudentJob.DIMENSIONS.subList(2, 6);

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
                .dimension("cohort_year", YEAR, "(19|20|21)[0-9]{2}")
                .dimension("district", Students.DISTRICT)
                .dimension("school", Students.SCHOOL)
                .milestone("birth_date", Students.BIRTH_DATE)
                .milestone("graduation_date", Students.GRADUATION_DATE)
                .milestone("first_enrollment_date", ENROLLED)
                .milestone("first_credential_date", AWARDED)
                .dimension("first_credential_type", TYPE)
                .asOf(StudentJob.AS_OF);
        Map<String, String> flag = new LinkedHashMap<>();
        flag.put("Y", "Y");
        flag.put("N", "N");
        for (Dimension dimension : StudentJob.DIMENSIONS) {
            reader = FLAGS.contains(dimension)
                    ? reader.dimension(dimension.name(), dimension, flag)
                    : reader.dimension(dimension.name(), dimension);
        }
        Loaded<List<Flat>> loaded = reader.records(StudentObjects::records, file);
        loaded.findings().stream().filter(f -> f.severity() == Severity.ERROR).forEach(System.out::println);
        return loaded.value();
    }

    private static List<Flat> records(Population population) {
        Columns students = new Columns(population.roster(Unit.STUDENT));
        return IntStream.range(0, population.size()).mapToObj(students::record).toList();
    }

    /** The columns of some students. */
    private static final class Columns {
        private final Roster students;
        private final IntFunction<Labels> year;
        private final IntFunction<Labels> district;
        private final IntFunction<Labels> school;
        private final IntFunction<Labels> type;
        private final IntFunction<Labels> locale;
        private final IntFunction<Labels> gender;
        private final IntFunction<Labels> race;
        private final List<IntFunction<Labels>> flags;
        private final IntFunction<Optional<LocalDate>> birth;
        private final IntFunction<Optional<LocalDate>> graduated;
        private final IntFunction<Optional<LocalDate>> enrolled;
        private final IntFunction<Optional<LocalDate>> awarded;

        Columns(Roster students) {
            this.students = students;
            year = students.labels(YEAR);
            district = students.labels(Students.DISTRICT);
            school = students.labels(Students.SCHOOL);
            type = students.labels(TYPE);
            gender = students.labels(Students.GENDER);
            race = students.labels(Students.RACE);
            flags = FLAGS.stream().map(flag -> students.labels(flag)).toList();
            locale = students.labels(Students.LOCALE);
            birth = students.days(Students.BIRTH_DATE);
            graduated = students.days(Students.GRADUATION_DATE);
            enrolled = students.days(ENROLLED);
            awarded = students.days(AWARDED);
        }

        Flat record(int row) {
            return new Flat(
                    students.id(row),
                    Integer.parseInt(present(year, YEAR, row)),
                    present(district, Students.DISTRICT, row),
                    present(school, Students.SCHOOL, row),
                    present(gender, Students.GENDER, row),
                    label(race, row),
                    flag(0, row),
                    flag(1, row),
                    flag(2, row),
                    flag(3, row),
                    present(locale, Students.LOCALE, row),
                    birth.apply(row).orElseThrow(() -> new IllegalStateException("birth_date: must be there")),
                    graduated.apply(row).orElse(null),
                    enrolled.apply(row).orElse(null),
                    awarded.apply(row).orElse(null),
                    label(type, row));
        }

        private boolean flag(int which, int row) {
            return present(flags.get(which), FLAGS.get(which), row).equals("Y");
        }

        private static String present(IntFunction<Labels> column, Dimension dimension, int row) {
            String label = label(column, row);
            if (label == null) {
                throw new IllegalStateException(dimension.name() + ": must be there");
            }
            return label;
        }

        private static @Nullable String label(IntFunction<Labels> column, int row) {
            List<String> labels = column.apply(row).labels();
            return labels.isEmpty() ? null : labels.get(0);
        }
    }
}
