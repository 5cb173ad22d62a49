package org.waymark.metrics.partner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.id.ProfessionalId;
import org.waymark.core.id.StudentId;
import org.waymark.core.partner.Engagement;
import org.waymark.core.partner.Professional;
import org.waymark.core.population.Population;
import org.waymark.core.student.Student;
import org.waymark.core.table.Table;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * Whether students meet professionals who share a group with which both identify.
 *
 * <p><b>Formula:</b> a contact is a student and a professional in one engagement; it matches if their groups have one in
 * common. Matched contacts / contacts where the groups of both are known. Under random assignment: the mean, over the same
 * contacts' students, of the share of the same contacts' professionals who would match. <b>Unit:</b> shares in [0, 1].
 * <b>How to read it:</b> above what random assignment gives, students and professionals are brought together by group;
 * below, kept apart. <b>When it applies:</b> to engagements whose students are known one by one; race and ethnicity are
 * self-reported, Hispanic among them. <b>Edge cases:</b> contacts where one side is unknown are left out and counted; without
 * a known contact there is no share. <b>Source:</b> Career Connect Southwest, professionals that reflect students' identity.
 *
 * @param year which school year
 * @param matched contacts that share a group
 * @param known contacts where the groups of both are known
 * @param unknown the other contacts
 * @param studentsMatched different students with a match at least
 * @param studentsKnown different students with a known contact at least
 * @param atRandom what random assignment would give; empty without a known contact
 */
public record IdentityMatch(
        SchoolYear year,
        long matched,
        long known,
        long unknown,
        long studentsMatched,
        long studentsKnown,
        Optional<Double> atRandom)
        implements Tabular {

    /** The contacts of engagements that began in the year and by the population's as-of day. */
    public static IdentityMatch of(Population population, SchoolYear year) {
        Map<StudentId, Set<String>> students = new LinkedHashMap<>();
        population.stream(Student.SCHEMA).forEach(student -> students.put(student.id(), groups(student)));
        Map<ProfessionalId, Set<String>> people = new LinkedHashMap<>();
        population.stream(Professional.SCHEMA).forEach(person -> people.put(person.id(), person.identities()));
        Contacts contacts = new Contacts();
        population.stream(Engagement.SCHEMA)
                .filter(engagement -> year.contains(engagement.start()))
                .filter(engagement -> !engagement.start().isAfter(population.asOf()))
                .forEach(engagement -> {
                    for (StudentId student : engagement.students()) {
                        for (ProfessionalId person : engagement.professionals()) {
                            contacts.add(
                                    student,
                                    students.getOrDefault(student, Collections.emptySet()),
                                    people.getOrDefault(person, Collections.emptySet()));
                        }
                    }
                });
        return contacts.result(year);
    }

    /** Races, and Hispanic where the student said so: the labels with which professionals identify as well. */
    private static Set<String> groups(Student student) {
        Set<String> groups = new LinkedHashSet<>(student.races());
        if (student.hispanic().orElse(false)) {
            groups.add("HISPANIC");
        }
        return groups;
    }

    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        figures.add(share("Contacts that match", matched, known));
        figures.add(atRandom.map(value -> Figure.of("Contacts that would match at random", value))
                .orElseGet(() -> Figure.undefined("Contacts that would match at random", Undefined.NO_OBSERVATIONS))
                .inference(Inference.DESCRIPTIVE)
                .build());
        figures.add(share("Students with a match at least", studentsMatched, studentsKnown));
        figures.add(share("Contacts of unknown groups", unknown, known + unknown));
        return Figure.table("Identity match in " + year, figures);
    }

    private static Figure share(String name, long of, long all) {
        Figure.Builder figure =
                all == 0 ? Figure.undefined(name, Undefined.NO_OBSERVATIONS) : Figure.of(name, (double) of / all);
        return figure.count("yes", of)
                .count("n", all)
                .inference(Inference.DESCRIPTIVE)
                .build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }

    /** Counts contacts; groups that occur again and again are counted once and weighted. */
    private static final class Contacts {
        private final Map<Set<String>, Long> ofStudents = new LinkedHashMap<>();
        private final Map<Set<String>, Long> ofProfessionals = new LinkedHashMap<>();
        private final Set<StudentId> seen = new LinkedHashSet<>();
        private final Set<StudentId> withMatch = new LinkedHashSet<>();
        private long matched;
        private long known;
        private long unknown;

        void add(StudentId student, Set<String> groups, Set<String> identities) {
            if (groups.isEmpty() || identities.isEmpty()) {
                unknown++;
                return;
            }
            known++;
            seen.add(student);
            ofStudents.merge(groups, 1L, Long::sum);
            ofProfessionals.merge(identities, 1L, Long::sum);
            if (!Collections.disjoint(groups, identities)) {
                matched++;
                withMatch.add(student);
            }
        }

        IdentityMatch result(SchoolYear year) {
            return new IdentityMatch(year, matched, known, unknown, withMatch.size(), seen.size(), atRandom());
        }

        private Optional<Double> atRandom() {
            if (known == 0) {
                return Optional.empty();
            }
            double sum = 0;
            for (Map.Entry<Set<String>, Long> student : ofStudents.entrySet()) {
                for (Map.Entry<Set<String>, Long> person : ofProfessionals.entrySet()) {
                    if (!Collections.disjoint(student.getKey(), person.getKey())) {
                        sum += (double) student.getValue() * person.getValue();
                    }
                }
            }
            return Optional.of(sum / ((double) known * known));
        }
    }
}
