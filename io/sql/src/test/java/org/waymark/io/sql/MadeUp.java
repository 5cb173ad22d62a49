package org.waymark.io.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.LabelReading;
import org.waymark.core.population.Population;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Scheme;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.time.SchoolYear;

/** Small populations in which everything can be unknown, and questions of every kind about them, by a seed. */
final class MadeUp {
    private static final List<String> RACES = List.of("WHITE", "ASIAN", "BLACK", "O'Neil; \"x\"");
    private static final List<String> CLUBS = List.of("chess", "robots", "d\u00e9bat", "a, b");
    private static final Unit STATUSES = Unit.of("statuses");
    private static final Unit AWARDS = Unit.of("credential_awards");
    private static final Unit RECORDS = Unit.of("school_year_records");
    private static final Unit ENROLMENTS = Unit.of("enrolments");

    private final Random random;
    private boolean inPeriod;

    MadeUp(long seed) {
        this.random = new Random(seed);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private LocalDate day() {
        return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(4_000));
    }

    // Populations

    Population population() {
        Population.Builder builder = Population.builder().asOf(LocalDate.of(2020, 6, 30));
        RosterBuilder districts = builder.roster(Unit.of("districts"));
        for (String id : List.of("d1", "d2")) {
            districts.ids().put(id);
            label(districts, "name", 90, List.of("North", "South"));
            districts.endRow(0);
        }
        RosterBuilder schools = builder.roster(Unit.of("schools"));
        for (String id : List.of("s1", "s2", "s3")) {
            schools.ids().put(id);
            label(schools, "district_id", 80, List.of("d1", "d2", "nowhere"));
            label(schools, "locale", 80, List.of("CITY_LARGE", "RURAL_REMOTE"));
            schools.endRow(0);
        }
        int size = 1 + random.nextInt(25);
        for (int i = 0; i < size; i++) {
            student(builder, builder.roster(Unit.STUDENT), "00" + i);
        }
        return builder.build();
    }

    private void student(Population.Builder builder, RosterBuilder students, String id) {
        students.ids().put(id);
        label(students, "gender", 80, List.of("F", "M", "X"));
        label(students, "hispanic", 60, List.of("yes", "no"));
        labels(students, "races", RACES);
        labels(students, "clubs", CLUBS);
        label(students, "class_of", 90, List.of("2012", "2013"));
        day(students, "birth_date", 85);
        day(students, "graduation_date", 60);
        day(students, "interview", 60);
        number(students, "score", 80);
        students.endRow(0);
        RosterBuilder awards = builder.roster(AWARDS);
        int least = students.size() == 1 ? 1 : 0;
        for (int i = least + random.nextInt(4); i > 0; i--) {
            awards.owners().put(id);
            label(awards, "kind", 90, List.of("ASSOCIATE", "BACHELOR"));
            day(awards, "awarded_on", 90);
            awards.endRow(0);
        }
        RosterBuilder statuses = builder.roster(STATUSES);
        RosterBuilder enrolments = builder.roster(ENROLMENTS);
        for (int i = least + random.nextInt(4); i > 0; i--) {
            statuses.owners().put(id);
            label(statuses, "kind", 90, List.of("LOW_INCOME", "HOMELESS"));
            day(statuses, "start", 90);
            day(statuses, "end", 50);
            statuses.endRow(0);
            enrolments.owners().put(id);
            label(enrolments, "school_id", 90, List.of("s1", "s2", "s3", "gone"));
            day(enrolments, "start", 90);
            enrolments.endRow(0);
        }
        RosterBuilder records = builder.roster(RECORDS);
        for (int i = least + random.nextInt(4); i > 0; i--) {
            records.owners().put(id);
            label(records, "school_id", 90, List.of("s1", "s2", "s3"));
            label(records, "grade", 90, List.of("9", "10"));
            day(records, "start", 90);
            number(records, "credits_earned", 80);
            number(records, "credits_attempted", 80);
            records.endRow(0);
        }
    }

    private void label(RosterBuilder roster, String name, int percent, List<String> labels) {
        ColumnSink sink = roster.labels(Dimension.of(name));
        if (chance(percent)) {
            sink.put(one(labels));
        } else {
            absent(sink, true);
        }
    }

    private void labels(RosterBuilder roster, String name, List<String> all) {
        LabelReading split = text -> Optional.of(Labels.of(List.of(text.split("/"))));
        ColumnSink sink = roster.labels(Dimension.of(name), split);
        List<String> own = all.stream().filter(label -> chance(35)).toList();
        if (own.isEmpty()) {
            absent(sink, true);
        } else {
            sink.put(String.join("/", own));
        }
    }

    private void day(RosterBuilder roster, String name, int percent) {
        ColumnSink sink = roster.days(Milestone.of(name));
        if (chance(percent)) {
            sink.put(day().toString());
        } else {
            absent(sink, true);
        }
    }

    private void number(RosterBuilder roster, String name, int percent) {
        ColumnSink sink = roster.numbers(Quantity.of(name));
        if (chance(percent)) {
            sink.put(BigDecimal.valueOf(random.nextInt(80_000) - 10_000, 4).toPlainString());
        } else {
            absent(sink, false);
        }
    }

    /** Nothing at all, known to be none, or unknown for a reason. */
    private void absent(ColumnSink sink, boolean canBeNone) {
        int how = random.nextInt(3);
        if (how == 1 && canBeNone) {
            sink.none();
        } else if (how == 2) {
            sink.unknown(Unknown.values()[random.nextInt(5)]);
        }
    }

    // Questions

    Question question() {
        Unit unit = chance(80) ? Unit.STUDENT : RECORDS;
        inPeriod = false;
        CohortDefinition cohort = chance(30)
                ? CohortDefinition.all(unit)
                : new CohortDefinition("some", unit, condition(unit, 2), List.of(), List.of());
        for (int i = random.nextInt(3); i > 0; i--) {
            cohort = chance(50)
                    ? cohort.joining("in " + i, condition(unit, 1))
                    : cohort.leaving("out " + i, condition(unit, 1));
        }
        inPeriod = true;
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 1 + random.nextInt(chance(20) ? 6 : 2); i > 0; i--) {
            Indicator.Builder indicator = Indicator.builder("i" + i)
                    .unit(unit)
                    .universe(chance(50) ? Condition.always() : condition(unit, 1))
                    .success(condition(unit, 3))
                    .unknowns(one(List.of(UnknownRule.values())));
            for (int x = random.nextInt(3); x > 0; x--) {
                indicator.exclude("reason " + x, condition(unit, 1));
            }
            indicators.add(indicator.build());
        }
        List<Axis> axes = new ArrayList<>();
        while (axes.size() < 3) {
            Axis axis = axis(unit, 1);
            if (!axes.contains(axis)) {
                axes.add(axis);
            }
        }
        Faces faces = chance(50)
                ? Faces.pairs(axes.toArray(Axis[]::new))
                : Faces.each(axes.get(0)).and(Faces.crossing(axes.get(2), axes.get(1), axes.get(0)));
        Question question = Question.of(cohort, indicators, faces, day()).during(SchoolYear.parse("2014-15"));
        if (chance(10)) {
            question = question.asOf(LocalDate.of(2030, 1, 1));
        }
        return chance(25) ? question.clusteredBy(axis(unit, 1)) : question;
    }

    private Axis axis(Unit unit, int depth) {
        if (unit.equals(RECORDS)) {
            return one(List.of(
                    Dimension.of("grade"),
                    Dimension.of("school"),
                    Dimension.of("gender"),
                    Dimension.of("district"),
                    Dimension.of("race_ethnicity").as(scheme()),
                    Dimension.of("locale")));
        }
        return switch (random.nextInt(8)) {
            case 0 -> Dimension.of("gender");
            case 1 -> Dimension.of("clubs");
            case 2 -> Dimension.of("race_ethnicity");
            case 3 -> Dimension.of("school");
            case 4 ->
                one(List.of(Dimension.of("district"), Dimension.of("locale"), Dimension.of("esd_name")))
                                .equals(Dimension.of("district"))
                        ? Dimension.of("district")
                        : Dimension.of("locale");
            case 5 ->
                Dimension.of(one(List.of("races", "race_ethnicity", "gender"))).as(scheme());
            case 6 -> Dimension.of("clubs").as(scheme());
            default ->
                depth == 0
                        ? Dimension.of("class_of")
                        : Groups.named("family")
                                .group("one", condition(unit, depth))
                                .group("two", condition(unit, depth))
                                .build();
        };
    }

    private Scheme scheme() {
        Scheme.Builder scheme = chance(50) ? Scheme.disjoint("d") : Scheme.overlapping("o");
        for (int i = 0; i < 3; i++) {
            switch (random.nextInt(4)) {
                case 0 -> scheme.any("g" + i, one(RACES), one(CLUBS), "F");
                case 1 -> scheme.atLeast("g" + i, 1 + random.nextInt(3));
                case 2 -> scheme.atLeast("g" + i, 1 + random.nextInt(2), "WHITE", "ASIAN", "HISPANIC", "chess", "a, b");
                default -> scheme.any("g" + random.nextInt(2), one(RACES), "HISPANIC");
            }
        }
        return chance(50) ? scheme.others("rest").build() : scheme.build();
    }

    private Condition condition(Unit unit, int depth) {
        int kind = random.nextInt(depth == 0 ? 7 : 11);
        if (unit.equals(RECORDS) && (kind == 3 || kind == 4 || kind == 5)) {
            kind = 2;
        }
        return switch (kind) {
            case 0 ->
                unit.equals(RECORDS)
                        ? Dimension.of("grade").in("9")
                        : Dimension.of("clubs").in(one(CLUBS), one(CLUBS));
            case 1 -> Dimension.of("gender").in(one(List.of("F", "M")));
            case 2 -> new Condition.Reached(milestone(unit), window(unit));
            case 3, 4 -> took();
            case 5 -> held();
            case 6 -> new Condition.Passes(new Where(List.of(test(unit))));
            case 7 -> new Condition.And(List.of(condition(unit, depth - 1), condition(unit, depth - 1)));
            case 8 ->
                new Condition.Or(List.of(condition(unit, depth - 1), condition(unit, depth - 1), condition(unit, 0)));
            case 9 -> condition(unit, depth - 1).not();
            default -> {
                Axis axis = axis(unit, 0);
                List<String> groups = axis.groups().orElse(List.of("F", "s1", "d2", "chess", "HISPANIC", "9"));
                yield axis.inGroup(one(groups), one(groups));
            }
        };
    }

    private Milestone milestone(Unit unit) {
        return Milestone.of(one(
                unit.equals(RECORDS)
                        ? List.of("start", "birth_date", "graduation_date")
                        : List.of("birth_date", "graduation_date", "interview")));
    }

    private Where.Test test(Unit unit) {
        if (unit.equals(RECORDS)) {
            return chance(50)
                    ? new Where.NotLess(Quantity.of("credits_earned"), Quantity.of("credits_attempted"))
                    : Quantity.of("credits_earned").atLeast(new BigDecimal("1.5"));
        }
        return chance(70)
                ? Quantity.of("score").atLeast(new BigDecimal("0.2500"))
                : new Where.In(Dimension.of("gender"), List.of("F", "X"));
    }

    private Condition took() {
        if (chance(50)) {
            Where where = chance(50) ? Where.ANY : Where.in(Dimension.of("kind"), "BACHELOR");
            Amount amount = chance(50)
                    ? Amount.ONE
                    : chance(50) ? Amount.times(2) : new Amount.SchoolYears(1 + random.nextInt(2));
            return new Condition.Took(EventKind.of(AWARDS.name()), where, amount, window(Unit.STUDENT));
        }
        Where where = chance(40) ? Where.ANY : new Where(List.of(test(RECORDS), test(RECORDS)));
        Amount amount = switch (random.nextInt(3)) {
            case 0 -> Amount.sum(Quantity.of("credits_earned"), 3);
            case 1 -> Amount.distinct(Dimension.of("grade"), 2);
            default -> Amount.distinct(Dimension.of(one(List.of("district", "race_ethnicity"))), 1 + random.nextInt(2));
        };
        return new Condition.Took(EventKind.of(RECORDS.name()), where, amount, window(Unit.STUDENT));
    }

    private Condition held() {
        Where where = chance(40) ? Where.ANY : Where.in(Dimension.of("kind"), "LOW_INCOME");
        AsOf rule = one(List.of(AsOf.values()));
        Window window = window(Unit.STUDENT);
        if (rule == AsOf.AT_ENTRY && window.fromInclusive() instanceof Bound.Open) {
            rule = AsOf.AT_EXIT;
        }
        return new Condition.Held(EventKind.of(STATUSES.name()), where, window, rule);
    }

    private Window window(Unit unit) {
        return new Window(bound(unit), bound(unit));
    }

    private Bound bound(Unit unit) {
        Period period = Period.of(random.nextInt(3), random.nextInt(14) - 2, random.nextInt(60) - 20);
        return switch (random.nextInt(6)) {
            case 0, 1 -> Bound.OPEN;
            case 2 -> Bound.on(day());
            case 3 -> !inPeriod ? Bound.on(day()) : chance(50) ? Bound.PERIOD_START : Bound.PERIOD_END.plus(period);
            default -> milestone(unit).plus(chance(30) ? Period.ZERO : period);
        };
    }
}
