package org.waymark.core.population;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.id.SchoolId;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Participation;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Gender;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.StatusSpell;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;

/** Made-up students with histories, and random questions about them; all from a seed. */
final class Histories {
    static final LocalDate AS_OF = LocalDate.of(2022, 6, 30);
    static final EventKind AWARD = EventKind.of("credential_awards");
    static final EventKind PART = EventKind.of("participations");
    static final Dimension KIND = Dimension.of("kind");
    static final Dimension LEVEL = Dimension.of("level");
    static final Quantity HOURS = Quantity.of("hours");
    static final Quantity CREDITS = Quantity.of("credits");

    private Histories() {}

    static List<Object> students(Random random, int count) {
        return students(random, 1, count);
    }

    static List<Object> students(Random random, int firstId, int count) {
        List<Object> all = new ArrayList<>();
        for (int id = firstId; id < firstId + count; id++) {
            add(all, random, StudentId.of(Integer.toString(id)));
        }
        return all;
    }

    private static void add(List<Object> all, Random random, StudentId id) {
        Student.Builder student = Student.builder().id(id).classOf(2018 + random.nextInt(4));
        if (random.nextInt(10) > 0) {
            student.birthDate(LocalDate.of(1999, 1, 1).plusMonths(random.nextInt(40)));
        }
        if (random.nextInt(10) > 0) {
            student.gender(Gender.values()[random.nextInt(3)]);
        }
        if (random.nextInt(4) > 0) {
            student.graduationDate(LocalDate.of(2018, 6, 1).plusMonths(random.nextInt(55)));
        }
        if (random.nextInt(5) > 0) {
            student.hispanic(random.nextBoolean());
        }
        for (String race : List.of("ASIAN", "BLACK", "WHITE", "MENA")) {
            if (random.nextInt(3) == 0) {
                student.addRaces(race);
            }
        }
        all.add(student.build());
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate start = day(random);
            Enrolment.Builder enrolment = Enrolment.builder()
                    .student(id)
                    .school(SchoolId.of("0" + random.nextInt(4)))
                    .start(start);
            if (random.nextBoolean()) {
                enrolment.end(start.plusMonths(random.nextInt(30)));
            }
            all.add(enrolment.build());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(CredentialAward.builder()
                    .student(id)
                    .kind(CredentialKind.values()[random.nextInt(CredentialKind.values().length)])
                    .awardedOn(day(random))
                    .build());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Participation.Builder part = Participation.builder()
                    .student(id)
                    .level(Level.values()[random.nextInt(3)])
                    .start(day(random));
            if (random.nextInt(3) > 0) {
                part.hours(BigDecimal.valueOf(random.nextInt(80), 1));
            }
            if (random.nextInt(4) > 0) {
                part.credits(BigDecimal.valueOf(random.nextInt(8)));
            }
            all.add(part.build());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate start = day(random);
            StatusSpell.Builder spell = StatusSpell.builder()
                    .student(id)
                    .kind(StatusKind.values()[random.nextInt(3)])
                    .start(start);
            if (random.nextBoolean()) {
                spell.end(start.plusMonths(random.nextInt(20)));
            }
            all.add(spell.build());
        }
    }

    private static LocalDate day(Random random) {
        // First days of months, so that events often fall just on the end of a window.
        return LocalDate.of(2017, 1, 1).plusMonths(random.nextInt(75));
    }

    static Population population(List<Object> entities) {
        Population.Builder builder = Population.builder().asOf(AS_OF);
        // Every roster is there, be it empty: a question may name any.
        List.of(Student.SCHEMA, Enrolment.SCHEMA, StatusSpell.SCHEMA, Participation.SCHEMA, CredentialAward.SCHEMA)
                .forEach(schema -> declare(builder.roster(schema.unit()), schema.fields()));
        return builder.addAll(entities).build();
    }

    private static void declare(RosterBuilder roster, List<? extends org.waymark.core.schema.Field<?, ?>> fields) {
        fields.forEach(roster::sink);
    }

    static Condition condition(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 6);
        return switch (kind) {
            case 0 ->
                random.nextBoolean()
                        ? Students.GENDER.in("F", "X")
                        : new Condition.Passes(Where.in(Students.GENDER, "F", "X"));
            case 1 ->
                new Condition.InGroup(
                        Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION), List.of("Asian", "Hispanic"));
            case 2 -> Students.GRADUATION_DATE.within(window(random));
            case 3 -> new Condition.Took(AWARD, where(random), Amount.times(1 + random.nextInt(2)), window(random));
            case 4 -> new Condition.Took(PART, partWhere(random), amount(random), window(random));
            case 5 ->
                Students.held(
                        StatusKind.values()[random.nextInt(3)],
                        Window.between(Bound.on(LocalDate.of(2018, 1, 1)), Bound.on(LocalDate.of(2022, 1, 1))),
                        AsOf.values()[random.nextInt(3)]);
            case 6 -> condition(random, depth - 1).not();
            case 7 -> condition(random, depth - 1).or(condition(random, depth - 1));
            default -> condition(random, depth - 1).and(condition(random, depth - 1));
        };
    }

    private static Amount amount(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Amount.times(1 + random.nextInt(3));
            case 1 -> Amount.sum(HOURS, 1 + random.nextInt(8));
            case 2 -> Amount.distinct(LEVEL, 1 + random.nextInt(3));
            default -> new Amount.SchoolYears(1 + random.nextInt(3));
        };
    }

    private static Where where(Random random) {
        return random.nextBoolean() ? Where.ANY : Where.in(KIND, "ASSOCIATE", "BACHELOR", "MASTER", "BADGE", "LICENSE");
    }

    private static Where partWhere(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Where.ANY;
            case 1 -> Where.in(LEVEL, "PREP");
            case 2 -> Where.all(new Where.NotLess(HOURS, CREDITS));
            default -> Where.all(HOURS.atLeast(3));
        };
    }

    private static Window window(Random random) {
        return switch (random.nextInt(8)) {
            case 6 -> Window.PREVIOUS_PERIOD;
            case 7 -> Window.between(Bound.PERIOD_START, Bound.PERIOD_END.plus(Period.ofMonths(4)));
            case 0 -> Window.ALWAYS;
            case 1 -> Window.before(Students.BIRTH_DATE.plus(Period.ofYears(20 + random.nextInt(4))));
            case 2 -> Window.within(Period.ofYears(1), Students.GRADUATION_DATE);
            case 3 -> Window.PERIOD;
            case 4 -> Window.from(Bound.on(LocalDate.of(2019, 1, 1)));
            default -> Window.between(Bound.on(LocalDate.of(2019, 1, 1)), Bound.on(LocalDate.of(2023, 1, 1)));
        };
    }

    static Indicator indicator(Random random, String id) {
        Indicator.Builder indicator =
                Indicator.builder(id).success(condition(random, 2)).unknowns(UnknownRule.values()[random.nextInt(3)]);
        if (random.nextBoolean()) {
            indicator.universe(condition(random, 1));
        }
        if (random.nextBoolean()) {
            indicator.exclude("first", condition(random, 0)).exclude("second", condition(random, 0));
        }
        return indicator.build();
    }

    static List<Axis> axes() {
        return List.of(
                Students.GENDER,
                Students.RACE.as(RaceSchemes.FEDERAL_7),
                Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION),
                Students.SCHOOL,
                Groups.named("watched")
                        .group("women", Students.GENDER.in("F"))
                        .group("low income", Students.ever(StatusKind.LOW_INCOME))
                        .build());
    }
}
