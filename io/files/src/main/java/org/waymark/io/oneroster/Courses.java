package org.waymark.io.oneroster;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.id.PathwayId;
import org.waymark.core.id.ProgramId;
import org.waymark.core.pathway.CareerPathway;
import org.waymark.core.pathway.Program;
import org.waymark.core.population.Population;

/** Sessions, courses and classes, and which of the courses belong to pathways. */
final class Courses {
    private record Session(String type, Optional<LocalDate> start, Optional<LocalDate> end) {}

    private record Course(String key, String title) {}

    private record SchoolClass(String course, List<String> terms) {}

    private final Map<String, CoursePathway> table = new LinkedHashMap<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Course> courses = new LinkedHashMap<>();
    private final Map<String, SchoolClass> classes = new LinkedHashMap<>();

    Courses(List<CoursePathway> pathways) {
        pathways.forEach(row -> table.putIfAbsent(row.course(), row));
    }

    void session(DataFile.Row row) {
        sessions.put(row.id(), new Session(row.text("type"), row.day("startDate"), row.day("endDate")));
    }

    void course(DataFile.Row row) {
        String code = row.text("courseCode");
        String key = table.containsKey(code) ? code : row.id();
        courses.put(row.id(), new Course(key, row.text("title")));
    }

    void schoolClass(DataFile.Row row) {
        classes.put(row.id(), new SchoolClass(row.text("courseSourcedId"), row.list("termSourcedIds")));
    }

    /** The row of the table for the course of a class. */
    Optional<CoursePathway> pathwayOf(String classId) {
        SchoolClass found = classes.get(classId);
        Course course = found == null ? null : courses.get(found.course());
        return course == null ? Optional.empty() : Optional.ofNullable(table.get(course.key()));
    }

    /** The days of a class: from the first of its terms to the last. */
    Session daysOf(String classId) {
        SchoolClass found = classes.get(classId);
        LocalDate first = null;
        LocalDate last = null;
        for (String term : found == null ? List.<String>of() : found.terms()) {
            Session session = sessions.get(term);
            if (session != null) {
                first = earlier(first, session.start().orElse(null));
                LocalDate end = session.end().orElse(null);
                last = last == null || end != null && end.isAfter(last) ? end : last;
            }
        }
        return new Session("", Optional.ofNullable(first), Optional.ofNullable(last));
    }

    Optional<LocalDate> startOf(String classId) {
        return daysOf(classId).start();
    }

    Optional<LocalDate> endOf(String classId) {
        return daysOf(classId).end();
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** The first day of the school year in which a day lies, as the data set has it. */
    Optional<LocalDate> startOfYear(LocalDate day) {
        for (Session session : sessions.values()) {
            boolean begun = session.start().filter(start -> !start.isAfter(day)).isPresent();
            boolean over = session.end().filter(end -> !end.isAfter(day)).isPresent();
            if (session.type().equals("schoolYear") && begun && !over) {
                return session.start();
            }
        }
        return Optional.empty();
    }

    /** The pathways of the table and the courses that belong to them, as programs. */
    void addTo(Population.Builder builder) {
        Map<PathwayId, Boolean> pathways = new LinkedHashMap<>();
        table.values().forEach(row -> pathways.put(row.pathway(), true));
        pathways.keySet()
                .forEach(id -> builder.add(CareerPathway.builder().id(id).build()));
        Map<String, String> titles = new LinkedHashMap<>();
        courses.values().forEach(course -> titles.putIfAbsent(course.key(), course.title()));
        for (CoursePathway row : table.values()) {
            String title = titles.getOrDefault(row.course(), "");
            builder.add(Program.builder()
                    .id(ProgramId.of(row.course()))
                    .name(title.isEmpty() ? Optional.empty() : Optional.of(title))
                    .level(row.level())
                    .activity(row.activity())
                    .pathway(row.pathway())
                    .build());
        }
    }
}
