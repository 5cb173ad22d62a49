package org.waymark.io.studenttracker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.waymark.core.population.DayReading;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.HeadedRows;

/** Reads the rows of a detail file: one per student not found, per term, or per degree. */
final class DetailRows implements HeadedRows.Reading {
    /** A term at a college. */
    record Term(LocalDate begin, Optional<LocalDate> end, String status, String program, long line) {}

    /** A degree. */
    record Degree(String college, Optional<LocalDate> day, String title, long line) {}

    /** A college. */
    record College(String code, String name, String state, String length, String control) {}

    /** What is said of one student. */
    static final class Person {
        private final Map<String, List<Term>> terms = new LinkedHashMap<>();
        private final List<Degree> degrees = new ArrayList<>();
        private Optional<LocalDate> highSchool = Optional.empty();
        private boolean found;
        private boolean notFound;

        Map<String, List<Term>> terms() {
            return terms;
        }

        List<Degree> degrees() {
            return degrees;
        }

        Optional<LocalDate> highSchool() {
            return highSchool;
        }

        boolean isFound() {
            return found;
        }
    }

    private static final DayReading COMPACT = DayReading.pattern("uuuuMMdd");

    private final String source;
    private final UnaryOperator<String> idOf;
    private final FindingLog findings;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, College> colleges = new LinkedHashMap<>();
    private long line;
    private boolean known;

    DetailRows(String source, UnaryOperator<String> idOf, FindingLog findings) {
        this.source = source;
        this.idOf = idOf;
        this.findings = findings;
    }

    Map<String, Person> people() {
        return people;
    }

    Map<String, College> colleges() {
        return colleges;
    }

    @Override
    public List<String> names(List<String> headers, long headerLine) {
        List<String> names = DetailColumns.of(headers);
        boolean id = names.contains(DetailColumns.RETURN_FIELD) || names.contains(DetailColumns.IDENTIFIER);
        known = names.contains(DetailColumns.FOUND) && id;
        if (!known) {
            findings.add(Finding.error(
                    Reason.WRONG_SOURCE,
                    source,
                    headerLine,
                    "",
                    "a detail file of StudentTracker, with the columns Requester Return Field and Record Found Y/N; "
                            + "nothing was read"));
        }
        return names;
    }

    @Override
    public void row(HeadedRows.Row row) {
        if (!known) {
            return;
        }
        line = row.line();
        String given = row.get(DetailColumns.RETURN_FIELD);
        String id = idOf.apply(given.isEmpty() ? row.get(DetailColumns.IDENTIFIER) : given)
                .strip();
        if (id.isEmpty()) {
            error(Reason.MISSING_VALUE, "Requester Return Field", "the id of a student; the row was left out");
            return;
        }
        String found = row.get(DetailColumns.FOUND).toUpperCase(Locale.ROOT);
        if (!found.startsWith("Y") && !found.startsWith("N")) {
            error(Reason.UNKNOWN_LABEL, "Record Found Y/N", "Y or N; the row was left out");
            return;
        }
        Person person = people.computeIfAbsent(id, i -> new Person());
        person.found |= found.startsWith("Y");
        person.notFound |= found.startsWith("N");
        if (person.found && person.notFound) {
            warn(Reason.CONTRADICTION, "Record Found Y/N", "the same in every row of a student; taken as found");
        }
        day(row, DetailColumns.HIGH_SCHOOL, "High School Grad Date")
                .ifPresent(day -> person.highSchool = Optional.of(day));
        if (found.startsWith("Y")) {
            record(row, person);
        }
    }

    private void record(HeadedRows.Row row, Person person) {
        String code = row.get(DetailColumns.COLLEGE);
        boolean term = !row.get(DetailColumns.BEGIN).isEmpty();
        boolean degree =
                row.get(DetailColumns.GRADUATED).toUpperCase(Locale.ROOT).startsWith("Y")
                        || !row.get(DetailColumns.GRADUATION).isEmpty();
        if (term == degree) {
            warn(Reason.CONTRADICTION, "Graduated?", "a term or a degree in each row, one of the two");
        }
        if (!code.isEmpty()) {
            colleges.putIfAbsent(
                    code,
                    new College(
                            code,
                            row.get(DetailColumns.COLLEGE_NAME),
                            row.get(DetailColumns.STATE),
                            row.get(DetailColumns.LENGTH),
                            row.get(DetailColumns.CONTROL)));
        } else {
            warn(Reason.MISSING_VALUE, "College Code/Branch", "the code of a college");
        }
        if (term) {
            term(row, person, code);
        }
        if (degree) {
            Optional<LocalDate> day = day(row, DetailColumns.GRADUATION, "Graduation Date");
            person.degrees.add(new Degree(code, day, row.get(DetailColumns.TITLE), line));
        }
    }

    private void term(HeadedRows.Row row, Person person, String code) {
        Optional<LocalDate> begin = day(row, DetailColumns.BEGIN, "Enrollment Begin");
        Optional<LocalDate> end = day(row, DetailColumns.END, "Enrollment End");
        if (begin.isEmpty()) {
            return;
        }
        if (end.isPresent() && end.get().isBefore(begin.get())) {
            warn(Reason.CONTRADICTION, "Enrollment End", "no day before the first; taken as open");
            end = Optional.empty();
        }
        String cip = row.get(DetailColumns.CIP);
        String program = cip.isEmpty() ? row.get(DetailColumns.MAJOR) : cip;
        person.terms
                .computeIfAbsent(code, c -> new ArrayList<>())
                .add(new Term(begin.get(), end, row.get(DetailColumns.STATUS), program, line));
    }

    private Optional<LocalDate> day(HeadedRows.Row row, String column, String header) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = COMPACT.read(text).or(() -> DayReading.ISO.read(text));
        if (day.isEmpty()) {
            boolean serial = text.matches("[34]\\d{4}(\\.0)?");
            error(
                    Reason.UNREADABLE_DATE,
                    header,
                    "a date like 20190826" + (serial ? ", not the number that a spreadsheet made of one" : ""));
        }
        return day;
    }

    private void error(Reason reason, String column, String expected) {
        findings.add(Finding.error(reason, source, line, column, expected));
    }

    private void warn(Reason reason, String column, String expected) {
        findings.add(Finding.warning(reason, source, line, column, expected));
    }
}
