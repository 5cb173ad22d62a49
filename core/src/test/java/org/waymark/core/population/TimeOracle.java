package org.waymark.core.population;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.pathway.Participation;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Schemed;
import org.waymark.core.schema.Where;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;

/** What one student adds to a tally of times, told plainly over objects, with dates. It shares no code with the kernel. */
final class TimeOracle {
    private static final LocalDate LONG_AGO = LocalDate.of(1, 1, 1);

    private final Student student;
    private final List<Object> entities;
    private final LocalDate asOf;

    TimeOracle(Student student, List<Object> entities, LocalDate asOf) {
        this.student = student;
        this.entities = entities;
        this.asOf = asOf;
    }

    List<String> lines(TimeToEvent time) {
        if (isUnknown(time.origin())) {
            return List.of("unknown: not reported");
        }
        Optional<LocalDate> origin = day(time.origin()).filter(day -> !day.isAfter(asOf));
        Optional<LocalDate> entry =
                time.entry().isEmpty() ? origin : day(time.entry().get()).filter(day -> !day.isAfter(asOf));
        if (origin.isEmpty() || entry.isEmpty()) {
            return List.of("outside");
        }
        LocalDate from = entry.get().isAfter(origin.get()) ? entry.get() : origin.get();
        boolean late = from.isAfter(origin.get());
        LocalDate seenUntil = time.leaving()
                .flatMap(this::day)
                .filter(day -> day.isBefore(asOf))
                .orElse(asOf);
        Optional<LocalDate> end = time.horizon().map(origin.get()::plus);
        boolean toTheEnd = end.isPresent() && !end.get().isAfter(seenUntil.plusDays(1));
        LocalDate last = toTheEnd ? end.get().minusDays(1) : seenUntil;

        TreeMap<LocalDate, String> sure = new TreeMap<>();
        LocalDate doubtful = LocalDate.MAX;
        for (Map.Entry<LocalDate, Optional<String>> event : events(time.outcome(), last)) {
            if (event.getValue().isEmpty()) {
                doubtful = event.getKey().isBefore(doubtful) ? event.getKey() : doubtful;
            } else {
                // The kinds of these tests stand in the order of their letters along their axes.
                sure.merge(event.getKey(), event.getValue().get(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        }
        if (doubtful.isBefore(sure.isEmpty() ? LocalDate.MAX : sure.firstKey())) {
            return List.of("unknown: not reported");
        }
        if (!sure.isEmpty() && sure.firstKey().isBefore(origin.get())) {
            return List.of("excluded: reached before the beginning");
        }
        if (!sure.isEmpty() && late && !sure.firstKey().isAfter(from)) {
            return List.of("excluded: reached before coming under observation");
        }
        if (last.isBefore(origin.get()) || late && !last.isAfter(from)) {
            return List.of("excluded: never under observation");
        }
        long horizon = time.horizon()
                .map(length -> ChronoUnit.DAYS.between(
                        LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 1).plus(length)))
                .orElse(1_000_000L);
        long day = ChronoUnit.DAYS.between(origin.get(), sure.isEmpty() ? last : sure.firstKey());
        long shown = toTheEnd && sure.isEmpty() ? horizon : Math.min(day, horizon - 1);
        String exit =
                shown + " " + (sure.isEmpty() ? "censored" : sure.firstEntry().getValue());
        long entered = Math.min(ChronoUnit.DAYS.between(origin.get(), from), horizon - 2);
        return entered > 0 ? List.of(entered + " entered", exit) : List.of(exit);
    }

    private boolean isUnknown(Milestone milestone) {
        return milestone.equals(Students.BIRTH_DATE) && student.birthDate().isEmpty();
    }

    private Optional<LocalDate> day(Milestone milestone) {
        return milestone.equals(Students.BIRTH_DATE) ? student.birthDate() : student.graduationDate();
    }

    /** Day and kind of everything that counts; no kind where it is unknown whether it counts. */
    private List<Map.Entry<LocalDate, Optional<String>>> events(TimeToEvent.Outcome outcome, LocalDate last) {
        if (outcome instanceof TimeToEvent.Reached reached) {
            return day(reached.milestone()).filter(day -> !day.isAfter(last)).stream()
                    .map(day -> Map.entry(day, Optional.of(reached.milestone().toString())))
                    .toList();
        }
        TimeToEvent.FirstOf first = (TimeToEvent.FirstOf) outcome;
        return entities.stream()
                .filter(entity -> day(entity, first.events().name()).isAfter(LONG_AGO))
                .filter(entity -> !day(entity, first.events().name()).isAfter(last))
                .filter(entity -> counts(entity, first.where()).orElse(true))
                .map(entity -> Map.entry(
                        day(entity, first.events().name()),
                        counts(entity, first.where()).map(yes -> kind(entity, first))))
                .toList();
    }

    private LocalDate day(Object entity, String events) {
        if (entity instanceof CredentialAward award && events.equals("credential_awards")) {
            return award.student().equals(student.id()) ? award.awardedOn() : LONG_AGO;
        }
        if (entity instanceof Participation part && events.equals("participations")) {
            return part.student().equals(student.id()) ? part.start() : LONG_AGO;
        }
        return LONG_AGO;
    }

    private static Optional<Boolean> counts(Object entity, Where where) {
        if (where.equals(Where.ANY)) {
            return Optional.of(true);
        }
        if (entity instanceof Participation part) {
            return part.hours().map(hours -> hours.intValue() >= 3);
        }
        List<String> wanted = ((Where.In) where.tests().get(0)).labels();
        return Optional.of(wanted.contains(((CredentialAward) entity).kind().name()));
    }

    private static String kind(Object entity, TimeToEvent.FirstOf first) {
        Optional<Axis> kinds = first.kinds();
        if (kinds.isEmpty()) {
            return first.events().toString();
        }
        String label = entity instanceof CredentialAward award
                ? award.kind().name()
                : ((Participation) entity).level().name();
        if (kinds.get() instanceof Schemed schemed) {
            return schemed.scheme().groupsOf(List.of(label)).get(0);
        }
        return label;
    }
}
