package org.waymark.core.population;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.indicator.Exclusion;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.pathway.Participation;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unknown;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.StatusSpell;
import org.waymark.core.student.Student;
import org.waymark.core.time.SchoolYear;

/**
 * The meaning of conditions told a second time, plainly: one student at a time, over objects, with dates. It shares no code
 * with the kernel.
 */
final class Oracle {
    /** An answer: yes, no or a reason; and whether a window is still open. */
    record Answer(Optional<Boolean> known, Optional<Unknown> reason, boolean open) {
        static Answer of(boolean yes) {
            return new Answer(Optional.of(yes), Optional.empty(), false);
        }

        static Answer unknown(Unknown reason) {
            return new Answer(Optional.empty(), Optional.of(reason), false);
        }

        Answer withOpen(boolean isOpen) {
            return new Answer(known, reason, isOpen);
        }

        boolean isYes() {
            return known.orElse(false);
        }

        boolean isNo() {
            return known.isPresent() && !known.get();
        }
    }

    private record Days(Optional<LocalDate> from, Optional<LocalDate> until) {
        boolean contain(LocalDate day) {
            return (from.isEmpty() || !day.isBefore(from.get())) && (until.isEmpty() || day.isBefore(until.get()));
        }
    }

    private final Student student;
    private final List<Object> entities;
    private final LocalDate asOf;
    private final SchoolYear period;

    Oracle(Student student, List<Object> entities, LocalDate asOf, SchoolYear period) {
        this.student = student;
        this.entities = entities;
        this.asOf = asOf;
        this.period = period;
    }

    State state(Indicator indicator) {
        Answer universe = ask(indicator.universe());
        if (universe.isNo()) {
            return State.OUTSIDE;
        }
        for (Exclusion exclusion : indicator.exclusions()) {
            if (ask(exclusion.condition()).isYes()) {
                return State.excluded(exclusion.reason());
            }
        }
        if (!universe.isYes()) {
            return State.unknown(universe.reason().orElseThrow());
        }
        Answer success = ask(indicator.success());
        if (success.open()) {
            return success.isYes() ? State.REACHED_EARLY : State.unknown(Unknown.NOT_YET_OBSERVABLE);
        }
        if (success.known().isPresent()) {
            return success.isYes() ? State.YES : State.NO;
        }
        return indicator.unknowns() == UnknownRule.AS_NO
                ? State.NO
                : State.unknown(success.reason().orElseThrow());
    }

    Answer ask(Condition condition) {
        if (condition instanceof Condition.Always) {
            return Answer.of(true);
        } else if (condition instanceof Condition.In in) {
            return student.gender()
                    .map(gender -> Answer.of(in.labels().contains(gender.name())))
                    .orElse(Answer.unknown(Unknown.NOT_REPORTED));
        } else if (condition instanceof Condition.Passes passes) {
            return ask(new Condition.And(passes.where().tests().stream()
                    .map(test ->
                            (Condition) new Condition.In(((Where.In) test).dimension(), ((Where.In) test).labels()))
                    .toList()));
        } else if (condition instanceof Condition.InGroup in) {
            List<String> labels = new ArrayList<>(student.races());
            if (student.hispanic().orElse(false)) {
                labels.add("HISPANIC");
            }
            return labels.isEmpty()
                    ? Answer.unknown(Unknown.NOT_REPORTED)
                    : Answer.of(RaceSchemes.ALONE_OR_IN_COMBINATION.groupsOf(labels).stream()
                            .anyMatch(in.groups()::contains));
        } else if (condition instanceof Condition.Not not) {
            Answer inner = ask(not.of());
            return new Answer(inner.known().map(yes -> !yes), inner.reason(), inner.open());
        } else if (condition instanceof Condition.And and) {
            return both(and.of(), false);
        } else if (condition instanceof Condition.Or or) {
            return both(or.of(), true);
        } else if (condition instanceof Condition.Reached reached) {
            return reached(reached);
        } else if (condition instanceof Condition.Took took) {
            return took(took);
        }
        return held((Condition.Held) condition);
    }

    private Answer both(List<Condition> parts, boolean decides) {
        List<Answer> answers = parts.stream().map(this::ask).toList();
        boolean open = answers.stream().anyMatch(Answer::open);
        if (answers.stream().anyMatch(a -> a.known().equals(Optional.of(decides)))) {
            return Answer.of(decides).withOpen(open);
        }
        Optional<Unknown> reason =
                answers.stream().flatMap(a -> a.reason().stream()).min(Enum::compareTo);
        return reason.map(r -> Answer.unknown(r).withOpen(open))
                .orElse(Answer.of(!decides).withOpen(open));
    }

    private Answer reached(Condition.Reached reached) {
        Map<String, LocalDate> milestones = milestones();
        Object window = days(reached.window());
        if (window instanceof Answer answer) {
            return answer;
        }
        LocalDate day = milestones.get(reached.milestone().name());
        boolean seen = day != null && !day.isAfter(asOf) && ((Days) window).contain(day);
        return seen((Days) window, seen);
    }

    private Answer seen(Days window, boolean seen) {
        boolean open = isOpen(window);
        if (seen) {
            return Answer.of(true).withOpen(open);
        }
        return open ? Answer.unknown(Unknown.NOT_YET_OBSERVABLE).withOpen(true) : Answer.of(false);
    }

    private boolean isOpen(Days window) {
        if (window.until().isEmpty()) {
            return false;
        }
        boolean empty = window.from().isPresent()
                && !window.from().get().isBefore(window.until().get());
        return !empty && window.until().get().isAfter(asOf.plusDays(1));
    }

    private Map<String, LocalDate> milestones() {
        Map<String, LocalDate> milestones = new LinkedHashMap<>();
        student.birthDate().ifPresent(day -> milestones.put("birth_date", day));
        student.graduationDate().ifPresent(day -> milestones.put("graduation_date", day));
        return milestones;
    }

    /** The days of a window; or no, if it is empty for want of an anchor; or why it is unknown. */
    private Object days(Window window) {
        List<Optional<LocalDate>> ends = new ArrayList<>();
        boolean never = false;
        for (Bound bound : List.of(window.fromInclusive(), window.untilExclusive())) {
            if (bound instanceof Bound.Open) {
                ends.add(Optional.empty());
            } else if (bound instanceof Bound.On on) {
                ends.add(Optional.of(on.day()));
            } else if (bound instanceof Bound.PeriodStart start) {
                ends.add(Optional.of(period.start().plus(start.shift())));
            } else if (bound instanceof Bound.PeriodEnd end) {
                ends.add(Optional.of(period.endExclusive().plus(end.shift())));
            } else {
                Bound.After after = (Bound.After) bound;
                LocalDate anchor = milestones().get(after.anchor().name());
                if (anchor == null && after.anchor().name().equals("birth_date")) {
                    return Answer.unknown(Unknown.NOT_REPORTED);
                }
                if (anchor == null || anchor.isAfter(asOf)) {
                    never = true;
                    continue;
                }
                ends.add(Optional.of(anchor.plus(after.period())));
            }
        }
        return never ? Answer.of(false) : new Days(ends.get(0), ends.get(1));
    }

    private Answer took(Condition.Took took) {
        Object window = days(took.window());
        if (window instanceof Answer answer) {
            return answer;
        }
        int seen = 0;
        int perhaps = 0;
        BigDecimal sum = BigDecimal.ZERO;
        Set<Object> different = new HashSet<>();
        boolean doubt = false;
        for (Object entity : entities) {
            Optional<LocalDate> start = start(entity, took.kind().name());
            if (start.isEmpty() || start.get().isAfter(asOf) || !((Days) window).contain(start.get())) {
                continue;
            }
            Optional<Boolean> counts = counts(entity, took.where());
            if (counts.isEmpty()) {
                doubt = true;
                perhaps++;
                continue;
            }
            if (!counts.get()) {
                continue;
            }
            seen++;
            if (took.amount() instanceof Amount.Sum) {
                Optional<BigDecimal> hours = ((Participation) entity).hours();
                doubt |= hours.isEmpty();
                sum = sum.add(hours.orElse(BigDecimal.ZERO));
            } else if (took.amount() instanceof Amount.Distinct) {
                different.add(((Participation) entity).level());
            } else if (took.amount() instanceof Amount.SchoolYears) {
                different.add(SchoolYear.containing(start.get()));
            }
        }
        boolean reached;
        boolean mayBe;
        if (took.amount() instanceof Amount.Times times) {
            reached = seen >= times.least();
            mayBe = seen + perhaps >= times.least();
        } else if (took.amount() instanceof Amount.Sum least) {
            reached = sum.compareTo(least.least()) >= 0;
            mayBe = true;
        } else {
            int least = took.amount() instanceof Amount.Distinct d
                    ? d.least()
                    : ((Amount.SchoolYears) took.amount()).least();
            reached = different.size() >= least;
            mayBe = different.size() + perhaps >= least;
        }
        if (!reached && doubt && mayBe) {
            return Answer.unknown(Unknown.NOT_REPORTED).withOpen(isOpen((Days) window));
        }
        return seen((Days) window, reached);
    }

    private Optional<LocalDate> start(Object entity, String kind) {
        if (entity instanceof CredentialAward award && kind.equals("credential_awards")) {
            return award.student().equals(student.id()) ? Optional.of(award.awardedOn()) : Optional.empty();
        }
        if (entity instanceof Participation part && kind.equals("participations")) {
            return part.student().equals(student.id()) ? Optional.of(part.start()) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Boolean> counts(Object entity, Where where) {
        for (Where.Test test : where.tests()) {
            if (test instanceof Where.In in) {
                String label = entity instanceof CredentialAward award
                        ? award.kind().name()
                        : ((Participation) entity).level().name();
                if (!in.labels().contains(label)) {
                    return Optional.of(false);
                }
            } else {
                Optional<BigDecimal> hours = ((Participation) entity).hours();
                Optional<BigDecimal> least = test instanceof Where.AtLeast atLeast
                        ? Optional.of(atLeast.least())
                        : ((Participation) entity).credits();
                if (hours.isEmpty() || least.isEmpty()) {
                    return Optional.empty();
                }
                if (hours.get().compareTo(least.get()) < 0) {
                    return Optional.of(false);
                }
            }
        }
        return Optional.of(true);
    }

    private Answer held(Condition.Held held) {
        Days window = (Days) days(held.window());
        LocalDate lastDay = window.until().orElseThrow().minusDays(1);
        LocalDate seenUntil = lastDay.isAfter(asOf) ? asOf : lastDay;
        List<LocalDate> looked = switch (held.asOf()) {
            case ANY_TIME_IN_WINDOW ->
                window.from().orElseThrow().datesUntil(seenUntil.plusDays(1)).toList();
            case AT_ENTRY -> List.of(window.from().orElseThrow());
            case AT_EXIT -> List.of(seenUntil);
        };
        String wanted = ((Where.In) held.where().tests().get(0)).labels().get(0);
        boolean found = false;
        for (Object entity : entities) {
            if (entity instanceof StatusSpell spell
                    && spell.student().equals(student.id())
                    && spell.kind().name().equals(wanted)
                    && !spell.start().isAfter(asOf)) {
                found |= looked.stream()
                        .anyMatch(day -> !day.isBefore(spell.start())
                                && (spell.end().isEmpty()
                                        || day.isBefore(spell.end().get())));
            }
        }
        boolean open = held.asOf() != AsOf.AT_ENTRY && isOpen(window);
        if (found) {
            return Answer.of(true).withOpen(open);
        }
        return open ? Answer.unknown(Unknown.NOT_YET_OBSERVABLE).withOpen(true) : Answer.of(false);
    }
}
