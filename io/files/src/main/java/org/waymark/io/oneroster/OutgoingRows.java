package org.waymark.io.oneroster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.pathway.Participation;
import org.waymark.core.pathway.Program;
import org.waymark.core.place.District;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Student;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.internal.EventRows;

/** The rows of each file that a population gives. */
final class OutgoingRows {
    private record Stay(String school, String grade, LocalDate start, Optional<LocalDate> end) {
        boolean covers(LocalDate day) {
            return !start.isAfter(day) && (end.isEmpty() || end.get().isAfter(day));
        }
    }

    private final FindingLog findings;
    private final Map<String, OutgoingFile> files = new LinkedHashMap<>();
    private final Map<String, List<Stay>> stays = new LinkedHashMap<>();
    private final Set<String> years = new LinkedHashSet<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Set<String> schools = new LinkedHashSet<>();
    private long withoutPlace;
    private long otherRaces;
    private long contradictions;

    OutgoingRows(FindingLog findings) {
        this.findings = findings;
        for (String file : List.of(
                "orgs", "academicSessions", "courses", "classes", "users", "roles", "demographics", "enrollments")) {
            files.put(file, OutgoingFile.of(file));
        }
    }

    /** Every file, also those without rows. */
    Map<String, OutgoingFile> of(Population population) {
        population.stream(District.SCHEMA).forEach(this::district);
        population.stream(School.SCHEMA).forEach(this::school);
        EventRows.forEach(population, Enrolment.SCHEMA.unit(), this::stay);
        population.stream(Student.SCHEMA).forEach(this::student);
        population.stream(Program.SCHEMA)
                .forEach(program -> titles.put(
                        program.id().value(), program.name().orElse(program.id().value())));
        EventRows.forEach(population, Participation.SCHEMA.unit(), this::participation);
        tell(contradictions, "end", "a first day, and no last day before it");
        tell(withoutPlace, "participations.program_id", "a program, and a school on the first day");
        tell(otherRaces, "students.races", "races that the format has a column for");
        return files;
    }

    private void tell(long count, String column, String expected) {
        if (count > 0) {
            findings.add(Finding.warning(
                            Reason.UNDERSTOOD_AS, "population", 0, column, expected + "; the others were not written")
                    .withRepeats(count - 1));
        }
    }

    private OutgoingFile file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private void district(District district) {
        String id = district.id().value();
        file("orgs").add("sourcedId", id, "name", district.name().orElse(id), "type", "district");
    }

    private void school(School school) {
        schools.add(school.id().value());
        file("orgs")
                .add(
                        "sourcedId",
                        school.id().value(),
                        "name",
                        school.name().orElse(school.id().value()),
                        "type",
                        "school",
                        "parentSourcedId",
                        school.district().map(d -> d.value()).orElse(""));
    }

    private void stay(EventRows row) {
        Optional<LocalDate> start = row.day("start");
        Optional<LocalDate> end = row.day("end");
        if (start.isEmpty() || end.isPresent() && end.get().isBefore(start.get())) {
            contradictions++;
        } else {
            stays.computeIfAbsent(row.owner(), id -> new ArrayList<>())
                    .add(new Stay(
                            row.label("school_id").orElse(""),
                            row.label("grade").orElse(""),
                            start.get(),
                            end));
        }
    }

    private void student(Student student) {
        String id = student.id().value();
        List<Stay> own = stays.getOrDefault(id, List.of());
        String grade = own.isEmpty() ? "" : own.get(own.size() - 1).grade();
        file("users")
                .add(
                        "sourcedId",
                        id,
                        "enabledUser",
                        "true",
                        "username",
                        id,
                        "givenName",
                        id,
                        "familyName",
                        id,
                        "grades",
                        grade);
        int number = 0;
        for (Stay stay : own) {
            if (!schools.contains(stay.school())) {
                withoutPlace++;
                continue;
            }
            number++;
            file("roles")
                    .add(
                            "sourcedId",
                            id + "-" + number,
                            "userSourcedId",
                            id,
                            "roleType",
                            number == 1 ? "primary" : "secondary",
                            "role",
                            "student",
                            "beginDate",
                            stay.start().toString(),
                            "endDate",
                            stay.end().map(LocalDate::toString).orElse(""),
                            "orgSourcedId",
                            stay.school());
        }
        demographics(student);
    }

    private void demographics(Student student) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("sourcedId", student.id().value());
        values.put("birthDate", student.birthDate().map(LocalDate::toString).orElse(""));
        values.put("sex", student.gender().map(g -> Words.sex(g.name())).orElse(""));
        values.put(
                "hispanicOrLatinoEthnicity",
                student.hispanic().map(String::valueOf).orElse(""));
        Set<String> left = new LinkedHashSet<>(student.races());
        if (!left.isEmpty()) {
            Words.RACES.forEach((header, label) -> values.put(header, String.valueOf(left.remove(label))));
            boolean several =
                    left.remove(Words.SEVERAL_RACES) || student.races().size() > 1;
            values.put("demographicRaceTwoOrMoreRaces", String.valueOf(several));
        }
        otherRaces += left.isEmpty() ? 0 : 1;
        List<String> flat = new ArrayList<>();
        values.forEach((header, value) -> {
            flat.add(header);
            flat.add(value);
        });
        file("demographics").add(flat.toArray(new String[0]));
    }

    private void participation(EventRows part) {
        String student = part.owner();
        Optional<LocalDate> start = part.day("start");
        Optional<String> program = part.label("program_id");
        Optional<String> school = stays.getOrDefault(student, List.of()).stream()
                .filter(stay -> start.filter(stay::covers).isPresent())
                .map(Stay::school)
                .filter(schools::contains)
                .findFirst();
        if (start.isEmpty() || school.isEmpty() || program.isEmpty()) {
            withoutPlace++;
            return;
        }
        Optional<LocalDate> end = part.day("end");
        if (end.isPresent() && end.get().isBefore(start.get())) {
            contradictions++;
            return;
        }
        SchoolYear year = SchoolYear.containing(start.get());
        String schoolClass = schoolClass(program.get(), school.get(), year);
        file("enrollments")
                .add(
                        "sourcedId",
                        schoolClass + "-" + (file("enrollments").rows() + 1),
                        "classSourcedId",
                        schoolClass,
                        "schoolSourcedId",
                        school.get(),
                        "userSourcedId",
                        student,
                        "role",
                        "student",
                        "beginDate",
                        start.get().toString(),
                        "endDate",
                        // Who reads no end takes that of the class: it is said, so that everybody reads the same.
                        end.orElse(year.days().endExclusive()).toString());
    }

    /** The class of a program at a school in a year; makes it, its course and its year if they are new. */
    private String schoolClass(String program, String school, SchoolYear year) {
        String session = "year-" + year.endYear();
        String course = program + "-" + school;
        String id = course + "-" + year.endYear();
        if (years.add(session)) {
            file("academicSessions")
                    .add(
                            "sourcedId",
                            session,
                            "title",
                            year.toString(),
                            "type",
                            "schoolYear",
                            "startDate",
                            year.days().start().toString(),
                            "endDate",
                            year.days().endExclusive().toString(),
                            "schoolYear",
                            String.valueOf(year.endYear()));
        }
        String title = titles.getOrDefault(program, program);
        if (classes.add(course)) {
            file("courses").add("sourcedId", course, "title", title, "courseCode", program, "orgSourcedId", school);
        }
        if (classes.add(id)) {
            file("classes")
                    .add(
                            "sourcedId",
                            id,
                            "title",
                            title,
                            "courseSourcedId",
                            course,
                            "classType",
                            "scheduled",
                            "schoolSourcedId",
                            school,
                            "termSourcedIds",
                            session);
        }
        return id;
    }
}
