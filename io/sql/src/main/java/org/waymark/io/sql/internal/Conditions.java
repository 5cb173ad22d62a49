package org.waymark.io.sql.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unknown;

/** Turns conditions into columns of a frame: each node one column of answers, shared by all who ask for it. */
final class Conditions {
    private static final String NOT_YET = Integer.toString(Truths.unknown(Unknown.NOT_YET_OBSERVABLE));

    private final Frame frame;
    private final Asking asking;
    private final Tests tests;
    private final Axes axes;
    private final Map<Condition, Node> known = new LinkedHashMap<>();
    private final Map<EventKind, EventCounts> events = new LinkedHashMap<>();

    Conditions(Frame frame) {
        this.frame = frame;
        this.asking = frame.asking();
        this.tests = new Tests(frame);
        this.axes = new Axes(frame, this);
    }

    Axes axes() {
        return axes;
    }

    /** The node of a condition. */
    Node node(Condition condition) {
        Node node = known.get(condition);
        if (node == null) {
            node = made(condition);
            known.put(condition, node);
        }
        return node;
    }

    private Node made(Condition condition) {
        if (condition instanceof Condition.Always) {
            return new Node(Truths.YES, Optional.empty(), Frame.ROWS);
        } else if (condition instanceof Condition.In in) {
            return leaf(tests.bears(frame.labels(in.dimension()), in.labels()), Optional.empty());
        } else if (condition instanceof Condition.InGroup in) {
            return axes.inGroup(in);
        } else if (condition instanceof Condition.Passes passes) {
            return leaf(tests.passes(passes.where()), Optional.empty());
        } else if (condition instanceof Condition.Reached reached) {
            return reached(reached);
        } else if (condition instanceof Condition.Took took) {
            WindowSql window = WindowSql.of(frame, took.window());
            return ofEvents(counts(took.kind()).took(took), window, window.closed(asking));
        } else if (condition instanceof Condition.Held held) {
            WindowSql window = WindowSql.of(frame, held.window());
            Optional<String> closed = held.asOf() == AsOf.AT_ENTRY
                    ? window.first().map(first -> first + " <= " + asking.asOfDay())
                    : window.closed(asking);
            return ofEvents(counts(held.spell()).held(held), window, closed);
        } else if (condition instanceof Condition.And and) {
            return combined(and.of(), true);
        } else if (condition instanceof Condition.Or or) {
            return combined(or.of(), false);
        }
        Node inner = node(((Condition.Not) condition).of());
        int step = Math.max(inner.step(), Frame.LEAVES) + 1;
        return new Node(frame.column(step, Truths.not(inner.answer())), inner.open(), step);
    }

    private Node leaf(String answer, Optional<String> open) {
        return new Node(
                frame.column(Frame.LEAVES, answer),
                open.map(expression -> frame.column(Frame.LEAVES, expression)),
                Frame.LEAVES);
    }

    private Node reached(Condition.Reached reached) {
        DaySql day = frame.days(reached.milestone());
        WindowSql window = WindowSql.of(frame, reached.window());
        Optional<String> closed = window.closed(asking);
        return leaf(
                "CASE WHEN " + window.state() + " <> 9 THEN " + window.state() + " WHEN " + day.reason() + " > 0 THEN "
                        + day.reason() + " WHEN " + day.value() + " <= " + asking.asOfDay() + " AND "
                        + window.contains(day.value()) + " THEN 9" + otherwise(closed),
                open(window, closed));
    }

    private Node ofEvents(EventCounts.Verdict verdict, WindowSql window, Optional<String> closed) {
        return leaf(
                "CASE WHEN " + window.state() + " <> 9 THEN " + window.state() + " WHEN " + verdict.surely()
                        + " THEN 9 WHEN " + verdict.doubt() + " IS NOT NULL AND " + verdict.perhaps() + " THEN "
                        + verdict.doubt() + otherwise(closed),
                open(window, closed));
    }

    /** Nothing was seen: no, if the window is over. */
    private static String otherwise(Optional<String> closed) {
        return closed.map(over -> " WHEN " + over + " THEN 0 ELSE " + NOT_YET + " END")
                .orElse(" ELSE 0 END");
    }

    private static Optional<String> open(WindowSql window, Optional<String> closed) {
        return closed.map(over -> "CASE WHEN " + window.state() + " <> 9 OR " + over + " THEN 0 ELSE 1 END");
    }

    private Node combined(List<Condition> parts, boolean and) {
        int step = Frame.LEAVES;
        List<String> answers = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Condition part : parts) {
            Node node = node(part);
            step = Math.max(step, node.step());
            answers.add(node.answer());
            node.open().filter(column -> !open.contains(column)).ifPresent(open::add);
        }
        int next = step + 1;
        String answer = frame.column(next, and ? Truths.and(answers) : Truths.or(answers));
        Optional<String> any = open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        open.size() == 1
                                ? open.get(0)
                                : frame.column(next, "GREATEST(" + String.join(", ", open) + ")"));
        return new Node(answer, any, next);
    }

    private EventCounts counts(EventKind kind) {
        return events.computeIfAbsent(kind, k -> {
            TableShape shape = asking.tables()
                    .find(k.unit())
                    .orElseThrow(() -> new IllegalArgumentException("events: there is no table of " + k + ", there are "
                            + asking.tables().list().stream()
                                    .map(TableShape::unit)
                                    .toList()));
            if (!shape.ownerUnit().equals(Optional.of(frame.table().unit()))
                    || shape.owner().isEmpty()) {
                throw new IllegalArgumentException(
                        "events: " + k + " do not hang on " + frame.table().unit());
            }
            return new EventCounts(frame, shape);
        });
    }

    /** Writes the tables of events that the conditions read from, and joins them to the frame. */
    void writeEvents() {
        events.values().forEach(counts -> counts.writeFor(frame));
    }
}
