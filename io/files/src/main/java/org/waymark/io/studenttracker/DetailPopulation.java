package org.waymark.io.studenttracker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.credential.PostsecondaryEnrolment;
import org.waymark.core.place.Institution;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.io.internal.RosterTexts;

/** Makes rosters of what the detail file says. */
final class DetailPopulation {
    private static final String VERIFIED_BY = "National Student Clearinghouse";

    private final String source;
    private final DegreeTitles titles;
    private final NotFound notFound;
    private final String state;
    private final int gap;
    private final FindingLog findings;
    private boolean certificates;

    DetailPopulation(
            String source, DegreeTitles titles, NotFound notFound, String state, int gap, FindingLog findings) {
        this.source = source;
        this.titles = titles;
        this.notFound = notFound;
        this.state = state;
        this.gap = gap;
        this.findings = findings;
    }

    void addTo(Population.Builder builder, @Nullable Population students, DetailRows rows) {
        RosterTexts texts = new RosterTexts(builder, source, findings);
        Map<String, DetailRows.Person> people = rows.people();
        Set<String> notLookedFor = new LinkedHashSet<>();
        String header = RosterTexts.labelHeader(StudentTracker.RECORD.name());
        if (students == null) {
            RosterTexts.Target own = texts.into(Unit.STUDENT, List.of("student_id", "graduation_date", header));
            people.forEach((id, person) -> own.add(
                    0,
                    List.of(
                            RosterTexts.label(id),
                            person.highSchool().map(LocalDate::toString).orElse(""),
                            record(person))));
        } else {
            texts.copy(students, header, id -> {
                DetailRows.Person person = people.get(id);
                if (person == null) {
                    notLookedFor.add(id);
                }
                return person == null ? "" : record(person);
            });
        }
        institutions(texts, students, rows);
        enrolments(texts, people, notLookedFor);
        awards(texts, people, notLookedFor);
        tell(people, notLookedFor);
    }

    private static String record(DetailRows.Person person) {
        return person.isFound() ? StudentTracker.FOUND : StudentTracker.NOT_FOUND;
    }

    private void institutions(RosterTexts texts, @Nullable Population students, DetailRows rows) {
        Set<String> there = new LinkedHashSet<>();
        Optional<Roster> known = students == null ? Optional.empty() : students.find(Institution.SCHEMA.unit());
        known.ifPresent(roster -> {
            for (int row = 0; row < roster.size(); row++) {
                there.add(roster.id(row));
            }
        });
        RosterTexts.Target target =
                texts.into(Institution.SCHEMA.unit(), List.of("institution_id", "name", "sector", "in_state"));
        for (DetailRows.College college : rows.colleges().values()) {
            if (there.add(college.code())) {
                boolean knows = !state.isEmpty() && !college.state().isEmpty();
                target.add(
                        0,
                        List.of(
                                RosterTexts.label(college.code()),
                                RosterTexts.label(college.name()),
                                sector(college),
                                knows ? college.state().equalsIgnoreCase(state) ? "yes" : "no" : ""));
            }
        }
    }

    private static String sector(DetailRows.College college) {
        String control = college.control().toUpperCase(Locale.ROOT);
        String length = college.length().toUpperCase(Locale.ROOT);
        boolean open = control.isEmpty() || length.isEmpty();
        return open
                ? ""
                : (control.startsWith("PU") ? "PUBLIC" : "PRIVATE") + (length.startsWith("4") ? "_4_YEAR" : "_2_YEAR");
    }

    /** Of whom nothing is known there is one enrolment, of which nobody knows when it was, or whether. */
    private void enrolments(RosterTexts texts, Map<String, DetailRows.Person> people, Set<String> notLookedFor) {
        RosterTexts.Target target = texts.into(
                PostsecondaryEnrolment.SCHEMA.unit(),
                List.of("student_id", "institution_id", "start", "end", "intensity", "program"));
        people.forEach((id, person) -> {
            if (!person.isFound()) {
                unknown(target, id, Unknown.NOT_FOUND);
            }
            person.terms()
                    .forEach((college, terms) -> joined(terms)
                            .forEach(term -> target.add(
                                    term.line(),
                                    List.of(
                                            RosterTexts.label(id),
                                            RosterTexts.label(college),
                                            term.begin().toString(),
                                            term.end().map(LocalDate::toString).orElse(""),
                                            intensity(term),
                                            RosterTexts.label(term.program())))));
        });
        notLookedFor.forEach(id -> unknown(target, id, Unknown.NOT_REPORTED));
    }

    private void unknown(RosterTexts.Target target, String id, Unknown reason) {
        if (notFound == NotFound.UNKNOWN) {
            target.add(0, List.of(RosterTexts.label(id), "", RosterTexts.unknown(reason), "", "", ""));
        }
    }

    private String intensity(DetailRows.Term term) {
        if (term.status().isEmpty()) {
            return "";
        }
        String word = StudentTracker.INTENSITIES.get(term.status().toUpperCase(Locale.ROOT));
        if (word == null) {
            findings.add(Finding.warning(
                    Reason.UNKNOWN_LABEL,
                    source,
                    term.line(),
                    "Enrollment Status",
                    "one of " + StudentTracker.INTENSITIES.keySet()));
        }
        return word == null ? RosterTexts.unknown(Unknown.UNREADABLE) : word;
    }

    /** Terms that follow each other closely as one; the last day of a term still belongs to it. */
    private List<DetailRows.Term> joined(List<DetailRows.Term> terms) {
        List<DetailRows.Term> sorted = new ArrayList<>(terms);
        sorted.sort(Comparator.comparing(DetailRows.Term::begin));
        List<DetailRows.Term> joined = new ArrayList<>();
        for (DetailRows.Term next : sorted) {
            Optional<LocalDate> over = next.end().map(day -> day.plusDays(1));
            DetailRows.Term last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            boolean follows = gap > 0
                    && last != null
                    && last.end()
                            .filter(end -> end.plusDays(gap).isBefore(next.begin()))
                            .isEmpty();
            if (follows && last != null) {
                Optional<LocalDate> end = last.end().isEmpty() || over.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                over.get().isAfter(last.end().get())
                                        ? over.get()
                                        : last.end().get());
                joined.set(
                        joined.size() - 1,
                        new DetailRows.Term(last.begin(), end, last.status(), last.program(), last.line()));
            } else {
                joined.add(new DetailRows.Term(next.begin(), over, next.status(), next.program(), next.line()));
            }
        }
        return joined;
    }

    private void awards(RosterTexts texts, Map<String, DetailRows.Person> people, Set<String> notLookedFor) {
        RosterTexts.Target target = texts.into(
                CredentialAward.SCHEMA.unit(),
                List.of("student_id", "kind", "awarded_on", "institution_id", "verified_by"));
        people.forEach((id, person) -> {
            if (!person.isFound() && notFound == NotFound.UNKNOWN) {
                String reason = RosterTexts.unknown(Unknown.NOT_FOUND);
                target.add(0, List.of(RosterTexts.label(id), reason, reason, "", ""));
            }
            for (DetailRows.Degree degree : person.degrees()) {
                target.add(
                        degree.line(),
                        List.of(
                                RosterTexts.label(id),
                                kind(degree),
                                degree.day().map(LocalDate::toString).orElse(RosterTexts.unknown(Unknown.NOT_REPORTED)),
                                RosterTexts.label(degree.college()),
                                VERIFIED_BY));
            }
        });
        if (notFound == NotFound.UNKNOWN) {
            String reason = RosterTexts.unknown(Unknown.NOT_REPORTED);
            notLookedFor.forEach(id -> target.add(0, List.of(RosterTexts.label(id), reason, reason, "", "")));
        }
    }

    private String kind(DetailRows.Degree degree) {
        if (degree.title().isEmpty()) {
            return RosterTexts.unknown(Unknown.NOT_REPORTED);
        }
        Optional<CredentialKind> kind = titles.kindOf(degree.title());
        certificates |= kind.isPresent() && kind.get().name().startsWith("CERTIFICATE");
        if (kind.isEmpty()) {
            findings.add(Finding.warning(
                    Reason.UNKNOWN_LABEL,
                    source,
                    degree.line(),
                    "Degree Title",
                    "a title whose kind is known; give it one with degreeTitles"));
        }
        return kind.map(Enum::name).orElse(RosterTexts.unknown(Unknown.UNREADABLE));
    }

    private void tell(Map<String, DetailRows.Person> people, Set<String> notLookedFor) {
        long lacking = people.values().stream().filter(p -> !p.isFound()).count();
        String practice = notFound == NotFound.UNKNOWN ? "unknown whether they enrolled" : "counted as not enrolled";
        note(lacking, "Record Found Y/N", "students were not found: " + practice);
        note(notLookedFor.size(), "", "students are not in the file: " + practice);
        note(certificates ? 1 : 0, "Degree Title", "length for certificates was chosen: the file does not tell it");
    }

    private void note(long count, String column, String words) {
        if (count > 0) {
            findings.add(Finding.note(Reason.UNDERSTOOD_AS, source, 0, column, count + " " + words));
        }
    }
}
