package org.waymark.benchmarks;

import static java.util.Objects.requireNonNull;

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
        List<Dimension> flags = StudentJob.DIMENSIONS.subList(2, 6);
        Map<String, String> either = new LinkedHashMap<>();
        either.put("Y", "Y");
        either.put("N", "N");
        for (Dimension dimension : StudentJob.DIMENSIONS) {
            reader = flags.contains(dimension)
                    ? reader.dimension(dimension.name(), dimension, either)
                    : reader.dimension(dimension.name(), dimension);
        }
        Loaded<List<Flat>> loaded = reader.records(StudentObjects::records, file);
        loaded.findings().stream().filter(f -> f.severity() == Severity.ERROR).forEach(System.out::println);
        return loaded.value();
    }

    /** Column by column first, so that each loop is short and the same for all columns of a kind. */
    private static List<Flat> records(Population population) {
        Roster students = population.roster(Unit.STUDENT);
        List<Dimension> flags = StudentJob.DIMENSIONS.subList(2, 6);
        String[] years = present(students, YEAR);
        String[] districts = present(students, Students.DISTRICT);
        String[] schools = present(students, Students.SCHOOL);
        String[] genders = present(students, Students.GENDER);
        @Nullable String[] races = texts(students, Students.RACE);
        String[] lowIncome = present(students, flags.get(0));
        String[] multilingual = present(students, flags.get(1));
        String[] disability = present(students, flags.get(2));
        String[] homeless = present(students, flags.get(3));
        String[] locales = present(students, Students.LOCALE);
        @Nullable LocalDate[] births = days(students, Students.BIRTH_DATE);
        @Nullable LocalDate[] graduated = days(students, Students.GRADUATION_DATE);
        @Nullable LocalDate[] enrolled = days(students, ENROLLED);
        @Nullable LocalDate[] awarded = days(students, AWARDED);
        @Nullable String[] types = texts(students, TYPE);
        List<Flat> all = new ArrayList<>(students.size());
        for (int row = 0; row < students.size(); row++) {
            all.add(new Flat(
                    students.id(row),
                    Integer.parseInt(years[row]),
                    districts[row],
                    schools[row],
                    genders[row],
                    races[row],
                    lowIncome[row].equals("Y"),
                    multilingual[row].equals("Y"),
                    disability[row].equals("Y"),
                    homeless[row].equals("Y"),
                    locales[row],
                    requireNonNull(births[row], "birth_date"),
                    graduated[row],
                    enrolled[row],
                    awarded[row],
                    types[row]));
        }
        return all;
    }

    private static @Nullable String[] texts(Roster students, Dimension dimension) {
        IntFunction<Labels> column = students.labels(dimension);
        @Nullable String[] texts = new String[students.size()];
        for (int row = 0; row < texts.length; row++) {
            List<String> labels = column.apply(row).labels();
            texts[row] = labels.isEmpty() ? null : labels.get(0);
        }
        return texts;
    }

    private static String[] present(Roster students, Dimension dimension) {
        @Nullable String[] texts = texts(students, dimension);
        String[] present = new String[texts.length];
        for (int row = 0; row < texts.length; row++) {
            present[row] = requireNonNull(texts[row], dimension.name());
        }
        return present;
    }

    private static @Nullable LocalDate[] days(Roster students, Milestone milestone) {
        IntFunction<Optional<LocalDate>> column = students.days(milestone);
        @Nullable LocalDate[] days = new LocalDate[students.size()];
        for (int row = 0; row < days.length; row++) {
            days[row] = column.apply(row).orElse(null);
        }
        return days;
    }
}
