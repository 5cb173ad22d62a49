package org.waymark.io.oneroster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.core.pathway.Participation;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.LabelReading;
import org.waymark.core.population.Population;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Students;
import org.waymark.core.time.SchoolYear;

/** Puts together what the files say, and makes the rosters of it. */
final class RosterReading {
    private static final Pattern GRADE = Pattern.compile("0?[1-9]|1[0-2]");
    private static final LabelReading SEVERAL = text -> Optional.of(Labels.of(List.of(text.split(";", -1))));

    private final LocalDate asOf;
    private final boolean byIdentifier;
    private final boolean classFromGrade;
    private final FindingLog findings;
    private final Places places = new Places();
    private final Courses courses;
    private final Map<String, Pupil> pupils = new LinkedHashMap<>();
    private final Population.Builder builder;
    private final RosterBuilder participations;
    private final boolean hasPathways;
    private long otherUsers;
    private long otherCourses;
    private long withoutSchool;
    private long withoutStart;

    RosterReading(
            LocalDate asOf,
            List<CoursePathway> pathways,
            boolean byIdentifier,
            boolean classFromGrade,
            FindingLog findings) {
        this.asOf = asOf;
        this.byIdentifier = byIdentifier;
        this.classFromGrade = classFromGrade;
        this.findings = findings;
        this.courses = new Courses(pathways);
        this.hasPathways = !pathways.isEmpty();
        this.builder = Population.builder().asOf(asOf);
        this.participations = builder.roster(Participation.SCHEMA.unit());
    }

    void row(String file, DataFile.Row row) {
        switch (file) {
            case "orgs" -> places.add(row);
            case "academicSessions" -> courses.session(row);
            case "courses" -> courses.course(row);
            case "classes" -> courses.schoolClass(row);
            case "users" -> pupil(row.id()).user(row, byIdentifier);
            case "roles" -> pupil(row.text("userSourcedId")).role(row);
            case "demographics" -> pupil(row.id()).demographics(row);
            case "enrollments" -> enrollment(row);
            default -> {
                // Nothing of the other files belongs to the model.
            }
        }
    }

    private Pupil pupil(String user) {
        return pupils.computeIfAbsent(user, Pupil::new);
    }

    /** A student's place in a class: a part in the program that its course is, if the table has it. */
    private void enrollment(DataFile.Row row) {
        Pupil pupil = pupils.get(row.text("userSourcedId"));
        if (!row.text("role").equals("student") || pupil == null || !pupil.isStudent()) {
            return;
        }
        String schoolClass = row.text("classSourcedId");
        Optional<CoursePathway> pathway = courses.pathwayOf(schoolClass);
        if (pathway.isEmpty()) {
            otherCourses++;
            return;
        }
        participations.owners().put(pupil.id());
        label(participations, "program_id", pathway.get().course());
        label(participations, "level", pathway.get().level().name());
        pathway.get().activity().ifPresent(activity -> label(participations, "activity", activity.name()));
        LocalDate start =
                row.day("beginDate").or(() -> courses.startOf(schoolClass)).orElseGet(this::startOfYear);
        participations.days(Milestone.of("start")).put(start.toString());
        row.day("endDate")
                .or(() -> courses.endOf(schoolClass))
                .filter(end -> !end.isBefore(start))
                .ifPresent(end -> participations.days(Milestone.of("end")).put(end.toString()));
        participations.endRow(0);
    }

    private static void label(RosterBuilder roster, String name, String value) {
        roster.labels(Dimension.of(name)).put(value);
    }

    private LocalDate startOfYear() {
        return courses.startOfYear(asOf)
                .orElseGet(() -> SchoolYear.containing(asOf).days().start());
    }

    /** Makes the rosters; findings about references of one roster to another are among the result's. */
    Population.Builder build() {
        places.addTo(builder);
        courses.addTo(builder);
        RosterBuilder students = builder.roster(Unit.STUDENT);
        RosterBuilder enrolments = builder.roster(Enrolment.SCHEMA.unit());
        students.ids();
        students.days(Students.BIRTH_DATE);
        students.labels(Dimension.of("hispanic"));
        enrolments.owners();
        enrolments.days(Milestone.of("start"));
        enrolments.days(Milestone.of("end"));
        participations.owners();
        participations.days(Milestone.of("start"));
        participations.days(Milestone.of("end"));
        for (Pupil pupil : pupils.values()) {
            if (pupil.isStudent()) {
                student(pupil, students);
                pupil.stays().forEach(stay -> stay(pupil, stay, enrolments));
            } else if (pupil.isUser()) {
                otherUsers++;
            }
        }
        tell();
        return builder;
    }

    private void student(Pupil pupil, RosterBuilder students) {
        students.ids().put(pupil.id());
        pupil.birthDate().ifPresent(day -> students.days(Students.BIRTH_DATE).put(day.toString()));
        put(students.labels(Students.GENDER), Words.gender(pupil.sex()));
        pupil.hispanic().ifPresent(yes -> label(students, "hispanic", yes ? "yes" : "no"));
        List<String> races = new ArrayList<>(pupil.races().stream()
                .map(race -> Words.RACES.getOrDefault(race, race))
                .toList());
        if (races.isEmpty() && pupil.isOfSeveralRaces()) {
            races.add(Words.SEVERAL_RACES);
        }
        put(students.labels(Dimension.of("races"), SEVERAL), String.join(";", races));
        if (classFromGrade && GRADE.matcher(pupil.grade()).matches()) {
            int grade = Integer.parseInt(pupil.grade());
            int year = SchoolYear.containing(asOf).endYear() + 12 - grade;
            label(students, Students.CLASS_OF.name(), String.valueOf(year));
        }
        if (students.endRow(0).isPresent()) {
            findings.add(Finding.error(
                    Reason.DUPLICATE_ID, "users.csv", 0, "identifier", "ids that differ; a student was left out"));
        }
    }

    private void stay(Pupil pupil, Pupil.Stay stay, RosterBuilder enrolments) {
        Optional<String> school = places.schoolOf(stay.org());
        if (school.isEmpty()) {
            withoutSchool++;
            return;
        }
        withoutStart += stay.start().isEmpty() ? 1 : 0;
        LocalDate start = stay.start().orElseGet(this::startOfYear);
        enrolments.owners().put(pupil.id());
        label(enrolments, "school_id", school.get());
        put(enrolments.labels(Dimension.of("grade")), pupil.grade());
        enrolments.days(Milestone.of("start")).put(start.toString());
        stay.end()
                .filter(end -> !end.isBefore(start))
                .ifPresent(end -> enrolments.days(Milestone.of("end")).put(end.toString()));
        enrolments.endRow(0);
    }

    private static void put(ColumnSink sink, String value) {
        if (!value.isEmpty()) {
            sink.put(value);
        }
    }

    private void tell() {
        note("users.csv", otherUsers, "users who are no students were passed over");
        note("orgs.csv", withoutSchool, "times of students at organisations that lie in no school were left out");
        note("users.csv", withoutStart, "times at a school without a first day begin with the school year");
        if (hasPathways) {
            note("enrollments.csv", otherCourses, "enrollments in courses that the table of pathways does not name");
        } else if (otherCourses > 0) {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS,
                    "enrollments.csv",
                    0,
                    "",
                    "no table of pathways was given, so no course counts as part of one"));
        }
    }

    private void note(String source, long count, String words) {
        if (count > 0) {
            findings.add(Finding.note(Reason.UNDERSTOOD_AS, source, 0, "", count + " " + words));
        }
    }
}
