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
    private static final Milestone START = Milestone.of("start");
    private static final Milestone END = Milestone.of("end");
    private static final LabelReading SEVERAL = text -> Optional.of(Labels.of(List.of(text.split(";", -1))));

    private final LocalDate asOf;
    private final boolean byIdentifier;
    private final boolean classFromGrade;
    private final FindingLog findings;
    private final Places places = new Places();
    private final Courses courses;
    private final Map<String, Pupil> pupils = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Population.Builder builder;
    private final RosterBuilder participations;
    private final ColumnSink partOwner;
    private final ColumnSink partProgram;
    private final ColumnSink partLevel;
    private final ColumnSink partActivity;
    private final ColumnSink partStart;
    private final ColumnSink partEnd;
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
        this.builder = Population.builder().asOf(asOf).checked();
        this.participations = builder.roster(Participation.SCHEMA.unit());
        this.partOwner = participations.owners();
        this.partProgram = participations.labels(Dimension.of("program_id"));
        this.partLevel = participations.labels(Dimension.of("level"));
        this.partActivity = participations.labels(Dimension.of("activity"));
        this.partStart = participations.days(START);
        this.partEnd = participations.days(END);
    }

    /** Names the source of a file, for findings. */
    void source(String file, String source) {
        sources.put(file, source);
        if (file.equals("enrollments")) {
            participations.source(source);
        }
    }

    private String source(String file) {
        return sources.getOrDefault(file, file + ".csv");
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
        Optional<LocalDate> stated = row.day("endDate");
        LocalDate start =
                row.day("beginDate").or(() -> courses.startOf(schoolClass)).orElseGet(() -> startOfYear(stated));
        Optional<LocalDate> end = stated.or(() -> courses.endOf(schoolClass));
        if (end.isPresent() && end.get().isBefore(start)) {
            if (stated.isPresent()) {
                row.error(Reason.CONTRADICTION, "endDate", "a day not before the first; the enrollment was left out");
                return;
            }
            row.warning(Reason.CONTRADICTION, "beginDate", "a day before the class ends; taken as open");
            end = Optional.empty();
        }
        partOwner.put(pupil.id());
        partProgram.put(pathway.get().course());
        partLevel.put(pathway.get().level().name());
        pathway.get().activity().ifPresent(activity -> partActivity.put(activity.name()));
        partStart.put(start.toString());
        end.ifPresent(day -> partEnd.put(day.toString()));
        participations.endRow(row.line());
    }

    /** The first day of the school year of the as-of day, or of that on which something ended before. */
    private LocalDate startOfYear(Optional<LocalDate> end) {
        LocalDate day = end.filter(last -> last.isBefore(asOf)).orElse(asOf);
        return courses.startOfYear(day)
                .orElseGet(() -> SchoolYear.containing(day).days().start());
    }

    /** Makes the rosters; findings about references of one roster to another are among the result's. */
    Population.Builder build() {
        places.addTo(builder);
        courses.addTo(builder);
        StudentSinks students = new StudentSinks(builder.roster(Unit.STUDENT));
        students.roster.source(source("demographics"));
        StaySinks stays = new StaySinks(builder.roster(Enrolment.SCHEMA.unit()));
        for (Pupil pupil : pupils.values()) {
            if (pupil.isStudent()) {
                student(pupil, students);
                pupil.stays().forEach(stay -> stay(pupil, stay, stays));
            } else if (pupil.isUser()) {
                otherUsers++;
            }
        }
        tell();
        return builder;
    }

    /** The columns of students. */
    private static final class StudentSinks {
        private final RosterBuilder roster;
        private final ColumnSink id;
        private final ColumnSink birth;
        private final ColumnSink gender;
        private final ColumnSink hispanic;
        private final ColumnSink races;

        StudentSinks(RosterBuilder roster) {
            this.roster = roster;
            id = roster.ids();
            birth = roster.days(Students.BIRTH_DATE);
            hispanic = roster.labels(Dimension.of("hispanic"));
            gender = roster.labels(Students.GENDER);
            races = roster.labels(Dimension.of("races"), SEVERAL);
        }
    }

    /** The columns of times at schools. */
    private static final class StaySinks {
        private final RosterBuilder roster;
        private final ColumnSink student;
        private final ColumnSink school;
        private final ColumnSink grade;
        private final ColumnSink start;
        private final ColumnSink end;

        StaySinks(RosterBuilder roster) {
            this.roster = roster;
            student = roster.owners();
            start = roster.days(START);
            end = roster.days(END);
            school = roster.labels(Dimension.of("school_id"));
            grade = roster.labels(Dimension.of("grade"));
        }
    }

    private void student(Pupil pupil, StudentSinks students) {
        students.id.put(pupil.id());
        pupil.birthDate().ifPresent(day -> students.birth.put(day.toString()));
        put(students.gender, Words.gender(pupil.sex()));
        pupil.hispanic().ifPresent(yes -> students.hispanic.put(yes ? "yes" : "no"));
        List<String> races = new ArrayList<>();
        pupil.races().forEach(race -> races.add(Words.RACES.getOrDefault(race, race)));
        if (races.isEmpty() && pupil.isOfSeveralRaces()) {
            races.add(Words.SEVERAL_RACES);
        }
        put(students.races, String.join(";", races));
        if (classFromGrade && GRADE.matcher(pupil.grade()).matches()) {
            int grade = Integer.parseInt(pupil.grade());
            int year = SchoolYear.containing(asOf).endYear() + 12 - grade;
            students.roster.labels(Dimension.of(Students.CLASS_OF.name())).put(String.valueOf(year));
        }
        if (students.roster.endRow(pupil.demographicsLine()).isPresent()) {
            findings.add(Finding.error(
                    Reason.DUPLICATE_ID,
                    source("users"),
                    pupil.userLine(),
                    "identifier",
                    "ids that differ; a student was left out"));
        }
    }

    private void stay(Pupil pupil, Pupil.Stay stay, StaySinks stays) {
        Optional<String> school = places.schoolOf(stay.org());
        if (school.isEmpty()) {
            withoutSchool++;
            return;
        }
        withoutStart += stay.start().isEmpty() ? 1 : 0;
        LocalDate start = stay.start().orElseGet(() -> startOfYear(stay.end()));
        stays.student.put(pupil.id());
        stays.school.put(school.get());
        put(stays.grade, pupil.grade());
        stays.start.put(start.toString());
        stay.end().ifPresent(end -> stays.end.put(end.toString()));
        stays.roster.endRow(0);
    }

    private static void put(ColumnSink sink, String value) {
        if (!value.isEmpty()) {
            sink.put(value);
        }
    }

    private void tell() {
        note("users", otherUsers, "users who are no students were passed over");
        note("orgs", withoutSchool, "times of students at organisations that lie in no school were left out");
        note("users", withoutStart, "times at a school without a first day begin with the school year");
        if (hasPathways) {
            note("enrollments", otherCourses, "enrollments in courses that the table of pathways does not name");
        } else if (otherCourses > 0) {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS,
                    source("enrollments"),
                    0,
                    "",
                    "no table of pathways was given, so no course counts as part of one"));
        }
    }

    private void note(String file, long count, String words) {
        if (count > 0) {
            findings.add(Finding.note(Reason.UNDERSTOOD_AS, source(file), 0, "", count + " " + words));
        }
    }
}
