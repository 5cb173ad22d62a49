package org.waymark.io.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Exclusion;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Scheme;
import org.waymark.core.schema.Schemed;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.internal.tree.JsonTree;

/** Any definition there can be. */
final class Definitions {
    private Definitions() {}

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "F",
                        "White",
                        "Two or More Races",
                        "",
                        "'",
                        "=1+1",
                        "a\"b\\c",
                        "l\n\t\u0000\u2028",
                        "\uD83D\uDE00",
                        "null"),
                Arbitraries.strings().ofMaxLength(12).filter(JsonTree::isWhole));
    }

    static Arbitrary<List<String>> labels() {
        return texts().list().ofMaxSize(4);
    }

    static Arbitrary<String> names() {
        return Arbitraries.of("gender", "race_ethnicity", "kind", "a", "birth_date", "z9_");
    }

    static Arbitrary<Dimension> dimensions() {
        return names().map(Dimension::of);
    }

    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-40_000, 60_000).map(LocalDate::ofEpochDay);
    }

    static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), new BigDecimal("1E12"))
                .ofScale(4);
    }

    static Arbitrary<Bound> bounds() {
        Arbitrary<Integer> part = Arbitraries.integers().between(-30, 30);
        return Arbitraries.oneOf(
                Arbitraries.of(
                        Bound.OPEN, Bound.PERIOD_START, Bound.PERIOD_END, Bound.PERIOD_END.plus(Period.ofMonths(-4))),
                part.map(months -> Bound.PERIOD_START.plus(Period.ofMonths(months))),
                days().map(Bound::on),
                Combinators.combine(names(), part, part, part)
                        .as((name, y, m, d) -> Milestone.of(name).plus(Period.of(y, m, d))));
    }

    static Arbitrary<Window> windows() {
        return Combinators.combine(bounds(), bounds()).as(Window::new);
    }

    static Arbitrary<Where> wheres() {
        Arbitrary<Where.Test> in = Combinators.combine(dimensions(), labels()).as(Where.In::new);
        Arbitrary<Where.Test> least =
                Combinators.combine(names().map(Quantity::of), numbers()).as(Where.AtLeast::new);
        Arbitrary<Where.Test> notLess = Combinators.combine(names(), names())
                .as((one, other) -> new Where.NotLess(Quantity.of(one), Quantity.of(other)));
        return Arbitraries.oneOf(in, least, notLess).list().ofMaxSize(3).map(Where::new);
    }

    static Arbitrary<Amount> amounts() {
        Arbitrary<Integer> least = Arbitraries.integers().between(1, 50);
        return Arbitraries.oneOf(
                least.map(Amount.Times::new),
                least.map(Amount.SchoolYears::new),
                Combinators.combine(dimensions(), least).as(Amount.Distinct::new),
                Combinators.combine(names().map(Quantity::of), numbers()).as(Amount.Sum::new));
    }

    static Arbitrary<Scheme> schemes() {
        Arbitrary<Scheme.Rule> rules = Combinators.combine(
                        texts(), Arbitraries.integers().between(0, 3), labels())
                .as(Scheme.Rule::new);
        return Combinators.combine(texts(), rules.list().ofMaxSize(4), Arbitraries.of(true, false))
                .as(Scheme::new);
    }

    static Arbitrary<Axis> axes() {
        return axes(2);
    }

    static Arbitrary<Axis> axes(int depth) {
        Arbitrary<Axis> plain = dimensions().map(d -> d);
        Arbitrary<Axis> schemed = Combinators.combine(dimensions(), schemes()).as(Schemed::new);
        if (depth == 0) {
            return Arbitraries.oneOf(plain, schemed);
        }
        Arbitrary<Axis> groups = Combinators.combine(
                        texts(),
                        texts().list().uniqueElements().ofMinSize(1).ofMaxSize(3),
                        conditions(depth - 1).list().ofSize(3))
                .as((title, names, conditions) -> {
                    Groups.Builder builder = Groups.named(title);
                    for (int i = 0; i < names.size(); i++) {
                        builder.group(names.get(i), conditions.get(i));
                    }
                    return builder.build();
                });
        return Arbitraries.oneOf(plain, schemed, groups);
    }

    static Arbitrary<Condition> conditions() {
        return conditions(3);
    }

    static Arbitrary<Condition> conditions(int depth) {
        Arbitrary<Condition> in = Combinators.combine(dimensions(), labels()).as(Condition.In::new);
        Arbitrary<Condition> reached =
                Combinators.combine(names().map(Milestone::of), windows()).as(Condition.Reached::new);
        Arbitrary<Condition> took = Combinators.combine(names().map(EventKind::of), wheres(), amounts(), windows())
                .as(Condition.Took::new);
        Arbitrary<Condition> held = Combinators.combine(
                        names().map(EventKind::of), wheres(), windows(), Arbitraries.of(AsOf.values()))
                .as(Condition.Held::new);
        Arbitrary<Condition> passes =
                wheres().filter(where -> !where.tests().isEmpty()).map(Condition.Passes::new);
        Arbitrary<Condition> simple =
                Arbitraries.oneOf(Arbitraries.just(Condition.always()), in, passes, reached, took, held);
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Condition> inner = Arbitraries.lazy(() -> conditions(depth - 1));
        Arbitrary<List<Condition>> several = inner.list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Condition> inGroup = Combinators.combine(Arbitraries.lazy(() -> axes(depth - 1)), labels())
                .as(Condition.InGroup::new);
        return Arbitraries.oneOf(
                simple,
                inGroup,
                several.map(Condition.And::new),
                several.map(Condition.Or::new),
                inner.map(Condition.Not::new));
    }

    private static Arbitrary<List<Exclusion>> exclusions() {
        return Combinators.combine(
                        texts().filter(t -> !t.isBlank())
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        conditions(1).list().ofSize(3))
                .as((reasons, conditions) -> java.util.stream.IntStream.range(0, reasons.size())
                        .mapToObj(i -> new Exclusion(reasons.get(i), conditions.get(i)))
                        .toList());
    }

    static Arbitrary<Indicator> indicators() {
        return indicators(Arbitraries.of("A1", "7b.x_y-z", "Q"), names().map(Unit::of));
    }

    private static Arbitrary<Indicator> indicators(Arbitrary<String> ids, Arbitrary<Unit> units) {
        return Combinators.combine(
                        Combinators.combine(ids, Arbitraries.integers().between(1, 9), texts(), units)
                                .as((id, version, name, unit) -> Indicator.builder(id)
                                        .version(version)
                                        .name(name)
                                        .unit(unit)
                                        .build()),
                        conditions(2),
                        exclusions(),
                        conditions(2),
                        Arbitraries.of(UnknownRule.values()),
                        Arbitraries.of(Indicator.Direction.values()),
                        texts())
                .as((start, universe, exclusions, success, unknowns, direction, citation) -> new Indicator(
                        start.id(),
                        start.version(),
                        start.name(),
                        start.unit(),
                        universe,
                        exclusions,
                        success,
                        unknowns,
                        direction,
                        citation));
    }

    static Arbitrary<CohortDefinition> cohorts() {
        return Combinators.combine(texts(), names().map(Unit::of), conditions(2), exclusions(), exclusions())
                .as(CohortDefinition::new);
    }

    static Arbitrary<Faces> faces() {
        return axes(1).list().uniqueElements().ofMaxSize(2).list().ofMaxSize(3).map(Faces::new);
    }

    static Arbitrary<Question> questions() {
        return cohorts()
                .flatMap(cohort -> Combinators.combine(
                                Arbitraries.just(cohort),
                                Arbitraries.integers()
                                        .between(1, 3)
                                        .flatMap(count -> Combinators.combine(java.util.stream.IntStream.range(0, count)
                                                        .mapToObj(i -> indicators(
                                                                Arbitraries.just("I" + i),
                                                                Arbitraries.just(cohort.unit())))
                                                        .toList())
                                                .as(list -> list)),
                                faces(),
                                days(),
                                Arbitraries.integers()
                                        .between(1901, 2199)
                                        .map(SchoolYear::ending)
                                        .optional(),
                                axes(1).optional())
                        .as(Question::new));
    }

    static Arbitrary<Hierarchy> hierarchies() {
        return Combinators.combine(
                        dimensions(),
                        dimensions(),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(5).map(LinkedHashMap::new),
                        Arbitraries.integers()
                                .between(1901, 2199)
                                .map(SchoolYear::ending)
                                .optional())
                .as(Hierarchy::new);
    }
}
