package org.waymark.io.json;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.waymark.core.result.Reason;
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
import org.waymark.io.internal.tree.Node;

/**
 * The words one can ask with, as JSON and back. Everything is written out; on reading, what is left out is what the Java
 * short forms mean: any event, one at least, at any time.
 */
final class SchemaCodec {
    private static final String NAME = "lower case words joined by underscores";
    private static final String DAY = "a date like 2005-04-30";
    private static final Dimension NO_DIMENSION = Dimension.of("none");

    private SchemaCodec() {}

    static Node.Obj write(Condition condition) {
        if (condition instanceof Condition.Always) {
            return Node.object("always");
        } else if (condition instanceof Condition.In in) {
            return Node.object("in").with("dimension", in.dimension().name()).with("labels", Node.texts(in.labels()));
        } else if (condition instanceof Condition.InGroup in) {
            return Node.object("in_group").with("axis", write(in.axis())).with("groups", Node.texts(in.groups()));
        } else if (condition instanceof Condition.Passes passes) {
            return Node.object("passes").with("where", Node.list(passes.where().tests(), SchemaCodec::write));
        } else if (condition instanceof Condition.Reached reached) {
            return Node.object("reached")
                    .with("milestone", reached.milestone().name())
                    .with("window", write(reached.window()));
        } else if (condition instanceof Condition.Took took) {
            return Node.object("took")
                    .with("kind", took.kind().name())
                    .with("where", Node.list(took.where().tests(), SchemaCodec::write))
                    .with("amount", write(took.amount()))
                    .with("window", write(took.window()));
        } else if (condition instanceof Condition.Held held) {
            return Node.object("held")
                    .with("spell", held.spell().name())
                    .with("where", Node.list(held.where().tests(), SchemaCodec::write))
                    .with("window", write(held.window()))
                    .with("asOf", Words.of(held.asOf()));
        } else if (condition instanceof Condition.And and) {
            return Node.object("and").with("of", Node.list(and.of(), SchemaCodec::write));
        } else if (condition instanceof Condition.Or or) {
            return Node.object("or").with("of", Node.list(or.of(), SchemaCodec::write));
        }
        return Node.object("not").with("of", write(((Condition.Not) condition).of()));
    }

    static Condition condition(Place at) {
        return switch (at.type("always", "in", "in_group", "passes", "reached", "took", "held", "and", "or", "not")) {
            case "in" -> {
                at.object("type", "dimension", "labels");
                yield new Condition.In(
                        dimension(at.at("dimension")), at.at("labels").texts());
            }
            case "in_group" -> {
                at.object("type", "axis", "groups");
                yield new Condition.InGroup(axis(at.at("axis")), at.at("groups").texts());
            }
            case "passes" -> {
                Where where = where(at.object("type", "where").at("where"));
                if (where.tests().isEmpty()) {
                    at.at("where").wrong(Reason.MISSING_VALUE, "one test at least");
                    yield Condition.always();
                }
                yield new Condition.Passes(where);
            }
            case "reached" -> {
                at.object("type", "milestone", "window");
                yield new Condition.Reached(milestone(at.at("milestone")), windowOrAlways(at.at("window")));
            }
            case "took" -> {
                at.object("type", "kind", "where", "amount", "window");
                Place amount = at.at("amount");
                yield new Condition.Took(
                        kind(at.at("kind")),
                        where(at.at("where")),
                        amount.isThere() ? amount(amount) : Amount.ONE,
                        windowOrAlways(at.at("window")));
            }
            case "held" -> {
                at.object("type", "spell", "where", "window", "asOf");
                yield new Condition.Held(
                        kind(at.at("spell")),
                        where(at.at("where")),
                        windowOrAlways(at.at("window")),
                        at.at("asOf").oneOf(AsOf.values()));
            }
            case "and" -> new Condition.And(several(at));
            case "or" -> new Condition.Or(several(at));
            case "not" -> new Condition.Not(condition(at.object("type", "of").at("of")));
            case "always" -> {
                at.object("type");
                yield Condition.always();
            }
            default -> Condition.always();
        };
    }

    private static List<Condition> several(Place at) {
        List<Condition> of = at.object("type", "of").at("of").list(SchemaCodec::condition);
        if (of.isEmpty()) {
            at.at("of").wrong(Reason.MISSING_VALUE, "one condition at least");
            return List.of(Condition.always());
        }
        return of;
    }

    private static Node write(Where.Test test) {
        if (test instanceof Where.In in) {
            return Node.object("in").with("dimension", in.dimension().name()).with("labels", Node.texts(in.labels()));
        }
        if (test instanceof Where.NotLess notLess) {
            return Node.object("not_less")
                    .with("quantity", notLess.quantity().name())
                    .with("than", notLess.than().name());
        }
        Where.AtLeast least = (Where.AtLeast) test;
        return Node.object("at_least")
                .with("quantity", least.quantity().name())
                .with("least", Node.number(least.least()));
    }

    private static Where where(Place at) {
        return at.isThere() ? new Where(at.list(SchemaCodec::test)) : Where.ANY;
    }

    private static Where.Test test(Place at) {
        return switch (at.type("in", "at_least", "not_less")) {
            case "in" -> {
                at.object("type", "dimension", "labels");
                yield new Where.In(
                        dimension(at.at("dimension")), at.at("labels").texts());
            }
            case "at_least" -> {
                at.object("type", "quantity", "least");
                yield new Where.AtLeast(
                        quantity(at.at("quantity")), at.at("least").decimal());
            }
            case "not_less" -> {
                at.object("type", "quantity", "than");
                yield new Where.NotLess(quantity(at.at("quantity")), quantity(at.at("than")));
            }
            default -> new Where.In(NO_DIMENSION, List.of());
        };
    }

    private static Node write(Amount amount) {
        if (amount instanceof Amount.Times times) {
            return Node.object("times").with("least", times.least());
        } else if (amount instanceof Amount.Sum sum) {
            return Node.object("sum").with("quantity", sum.quantity().name()).with("least", Node.number(sum.least()));
        } else if (amount instanceof Amount.Distinct distinct) {
            return Node.object("distinct")
                    .with("dimension", distinct.dimension().name())
                    .with("least", distinct.least());
        }
        return Node.object("school_years").with("least", ((Amount.SchoolYears) amount).least());
    }

    private static Amount amount(Place at) {
        return switch (at.type("times", "sum", "distinct", "school_years")) {
            case "sum" -> {
                at.object("type", "quantity", "least");
                yield at.at("least")
                        .make(
                                () -> new Amount.Sum(
                                        quantity(at.at("quantity")),
                                        at.at("least").decimal()),
                                "a number above 0",
                                Amount.ONE);
            }
            case "distinct" -> {
                at.object("type", "dimension", "least");
                yield new Amount.Distinct(dimension(at.at("dimension")), least(at));
            }
            case "school_years" -> {
                at.object("type", "least");
                yield new Amount.SchoolYears(least(at));
            }
            case "times" -> {
                at.object("type", "least");
                yield new Amount.Times(least(at));
            }
            default -> Amount.ONE;
        };
    }

    private static int least(Place at) {
        return (int) at.at("least").whole(1, Integer.MAX_VALUE);
    }

    static Node.Obj write(Window window) {
        return Node.object().with("from", write(window.fromInclusive())).with("until", write(window.untilExclusive()));
    }

    private static Window windowOrAlways(Place at) {
        return at.isThere() ? window(at, "from", "until") : Window.ALWAYS;
    }

    static Window window(Place at, String... names) {
        at.object(names);
        return new Window(bound(at.at("from")), bound(at.at("until")));
    }

    private static Node write(Bound bound) {
        if (bound instanceof Bound.On on) {
            return Node.object("on").with("day", on.day().toString());
        } else if (bound instanceof Bound.After after) {
            return Node.object("after")
                    .with("anchor", after.anchor().name())
                    .with("period", after.period().toString());
        } else if (bound instanceof Bound.PeriodStart start) {
            return shifted(Node.object("period_start"), start.shift());
        } else if (bound instanceof Bound.PeriodEnd end) {
            return shifted(Node.object("period_end"), end.shift());
        }
        return Node.object("open");
    }

    private static Node shifted(Node.Obj bound, Period shift) {
        return shift.isZero() ? bound : bound.with("shift", shift.toString());
    }

    private static Period shift(Place at) {
        Place shift = at.object("type", "shift").at("shift");
        return shift.isThere() ? shift.text(Period::parse, "a length of time like P4M", Period.ZERO) : Period.ZERO;
    }

    private static Bound bound(Place at) {
        if (!at.isThere()) {
            return Bound.OPEN;
        }
        return switch (at.type("open", "on", "after", "period_start", "period_end")) {
            case "on" -> Bound.on(day(at.object("type", "day").at("day")));
            case "after" -> {
                at.object("type", "anchor", "period");
                yield milestone(at.at("anchor"))
                        .plus(at.at("period").text(Period::parse, "a length of time like P26Y", Period.ZERO));
            }
            case "period_start" -> new Bound.PeriodStart(shift(at));
            case "period_end" -> new Bound.PeriodEnd(shift(at));
            case "open" -> {
                at.object("type");
                yield Bound.OPEN;
            }
            default -> Bound.OPEN;
        };
    }

    static Node.Obj write(Axis axis) {
        if (axis instanceof Dimension dimension) {
            return Node.object("dimension").with("name", dimension.name());
        } else if (axis instanceof Schemed schemed) {
            return Node.object("schemed").with("of", schemed.of().name()).with("scheme", write(schemed.scheme()));
        }
        Groups groups = (Groups) axis;
        return Node.object("groups")
                .with("title", groups.title())
                .with(
                        "members",
                        Node.list(
                                groups.members(),
                                group -> Node.object()
                                        .with("name", group.name())
                                        .with("condition", write(group.condition()))));
    }

    static Axis axis(Place at) {
        return switch (at.type("dimension", "schemed", "groups")) {
            case "schemed" -> {
                at.object("type", "of", "scheme");
                yield new Schemed(dimension(at.at("of")), scheme(at.at("scheme"), "name", "overlapping", "rules"));
            }
            case "groups" -> {
                at.object("type", "title", "members");
                List<Groups.Group> members = at.at("members").list(SchemaCodec::group);
                yield at.make(
                        () -> new Groups(at.at("title").text(), members),
                        "one group at least, with different names",
                        Groups.anyOf("none", Condition.always()));
            }
            case "dimension" -> dimension(at.object("type", "name").at("name"));
            default -> NO_DIMENSION;
        };
    }

    private static Groups.Group group(Place at) {
        at.object("name", "condition");
        return new Groups.Group(at.at("name").text(), condition(at.at("condition")));
    }

    static Node.Obj write(Scheme scheme) {
        return Node.object()
                .with("name", scheme.name())
                .with("overlapping", Node.truth(scheme.overlapping()))
                .with(
                        "rules",
                        Node.list(
                                scheme.rules(),
                                rule -> Node.object()
                                        .with("group", rule.group())
                                        .with("atLeast", rule.atLeast())
                                        .with("among", Node.texts(rule.among()))));
    }

    static Scheme scheme(Place at, String... names) {
        at.object(names);
        return new Scheme(
                at.at("name").text(),
                at.at("rules").list(SchemaCodec::rule),
                at.at("overlapping").truth());
    }

    private static Scheme.Rule rule(Place at) {
        at.object("group", "atLeast", "among");
        return new Scheme.Rule(
                at.at("group").text(),
                (int) at.at("atLeast").whole(0, Integer.MAX_VALUE),
                at.at("among").texts());
    }

    static Node.Obj write(Hierarchy hierarchy) {
        Node.Obj parents = Node.object();
        hierarchy.parentOf().forEach(parents::with);
        Node.Obj written = Node.object()
                .with("child", hierarchy.child().name())
                .with("parent", hierarchy.parent().name())
                .with("parentOf", parents);
        hierarchy.year().ifPresent(year -> written.with("year", year.toString()));
        return written;
    }

    static Hierarchy hierarchy(Place at, String... names) {
        at.object(names);
        return new Hierarchy(
                dimension(at.at("child")),
                dimension(at.at("parent")),
                at.at("parentOf").map(Place::text),
                year(at.at("year")));
    }

    static Optional<SchoolYear> year(Place at) {
        return at.isThere()
                ? Optional.of(at.text(SchoolYear::parse, "a school year like 2018-19", SchoolYear.ending(2000)))
                : Optional.empty();
    }

    static LocalDate day(Place at) {
        return at.text(SchemaCodec::isoDay, DAY, LocalDate.EPOCH);
    }

    private static LocalDate isoDay(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!day.toString().equals(text)) {
            throw new IllegalArgumentException("day: must be written in one way");
        }
        return day;
    }

    static Unit unit(Place at) {
        return at.isThere() ? at.text(Unit::of, NAME, Unit.STUDENT) : Unit.STUDENT;
    }

    static Dimension dimension(Place at) {
        return at.text(Dimension::of, NAME, NO_DIMENSION);
    }

    private static Quantity quantity(Place at) {
        return at.text(Quantity::of, NAME, Quantity.of("none"));
    }

    private static Milestone milestone(Place at) {
        return at.text(Milestone::of, NAME, Milestone.of("none"));
    }

    private static EventKind kind(Place at) {
        return at.text(EventKind::of, NAME, EventKind.of("none"));
    }
}
