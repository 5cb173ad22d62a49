package org.waymark.io.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Unknown;
import org.waymark.core.tally.Categories;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.io.internal.tree.JsonTree;
import org.waymark.io.internal.tree.Node;

/**
 * Tallies as JSON and back.
 *
 * <p>Axes are written once and named by their number. A face lists the categories along each of its axes, and for each
 * indicator the states that are counted and their counts: combination by combination with the last axis fastest, state by
 * state within each. {@code high} stands beside {@code low} only where counts are known as bounds.
 */
final class TallyCodec {
    /** No count is larger: so many of them still add up to a long. */
    static final long MOST = 1_000_000_000_000L;

    private static final String[] NAMES = {"question", "log", "hierarchies", "axes", "faces"};

    static final Envelope<Tally> ENVELOPE = new Envelope<>("tally", 1, TallyCodec::write, TallyCodec::tally);

    private TallyCodec() {}

    private static Node.Obj write(Tally tally) {
        List<Axis> axes = tally.faces().stream()
                .flatMap(f -> f.axes().stream())
                .distinct()
                .toList();
        return Node.object()
                .with("question", QuestionCodec.write(tally.question()))
                .with("log", write(tally.log()))
                .with("hierarchies", Node.list(tally.hierarchies(), SchemaCodec::write))
                .with("axes", Node.list(axes, SchemaCodec::write))
                .with("faces", Node.list(tally.faces(), face -> write(face, axes)));
    }

    private static Node write(CohortLog log) {
        return Node.object()
                .with("initial", Node.number(checked(log.initial())))
                .with("joined", write(log.joined()))
                .with("left", write(log.left()))
                .with("undetermined", Node.number(checked(log.undetermined())));
    }

    private static Node write(Map<String, Long> reasons) {
        Node.Obj written = Node.object();
        reasons.forEach((reason, count) -> written.with(reason, Node.number(checked(count))));
        return written;
    }

    private static long checked(long count) {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("tally: counts must lie in 0 to " + MOST + " to be kept in a file");
        }
        return count;
    }

    private static Node write(Face face, List<Axis> axes) {
        int combinations = Face.combinations(face.categories());
        int indicators = face.states().size();
        List<Node> low = new ArrayList<>();
        List<Node> high = new ArrayList<>();
        boolean exact = true;
        for (int i = 0; i < indicators; i++) {
            int width = face.states().get(i).size();
            long size = (long) combinations * width;
            if (size > JsonTree.MOST_NUMBERS) {
                throw new IllegalArgumentException(
                        "tally: a face must have at most " + JsonTree.MOST_NUMBERS + " counts to be kept in a file");
            }
            long[] lows = new long[(int) size];
            long[] highs = new long[(int) size];
            for (int at = 0; at < lows.length; at++) {
                Count count = face.count(at / width, i, at % width);
                lows[at] = checked(count.low());
                highs[at] = checked(count.high());
                exact &= count.isExact();
            }
            low.add(Node.numbers(lows));
            high.add(Node.numbers(highs));
        }
        Node.Obj written = Node.object()
                .with("axes", Node.list(face.axes(), axis -> Node.number(axes.indexOf(axis))))
                .with("partition", Node.truth(face.isPartition()))
                .with("categories", Node.list(face.categories(), one -> Node.list(one.list(), TallyCodec::write)))
                .with("states", Node.list(face.states(), own -> Node.list(own, TallyCodec::write)))
                .with("low", Node.list(low, counts -> counts));
        return exact ? written : written.with("high", Node.list(high, counts -> counts));
    }

    private static Node write(Category category) {
        return category.unknown().isPresent()
                ? Node.object().with("unknown", Words.of(category.unknown().get()))
                : Node.texts(category.groups());
    }

    private static Node write(State state) {
        Node.Obj written = Node.object(Words.of(state.kind()));
        return state.reason().isEmpty() ? written : written.with("reason", state.reason());
    }

    private static Tally tally(Place at) {
        at.object(Envelope.and(NAMES));
        Question question = QuestionCodec.question(at.at("question"), QuestionCodec.QUESTION);
        CohortLog log = log(at.at("log"));
        List<Hierarchy> hierarchies =
                at.at("hierarchies").list(one -> SchemaCodec.hierarchy(one, "child", "parent", "parentOf", "year"));
        List<Axis> axes = at.at("axes").list(SchemaCodec::axis);
        int indicators = question.indicators().size();
        List<Face> faces = at.at("faces").list(one -> face(one, axes, indicators));
        return at.at("faces")
                .make(
                        () -> Tally.of(question, log, faces, hierarchies),
                        "faces with different axes",
                        Tally.of(question, log, List.of(), List.of()));
    }

    private static CohortLog log(Place at) {
        at.object("initial", "joined", "left", "undetermined");
        return new CohortLog(
                at.at("initial").whole(0, MOST),
                at.at("joined").map(reason -> reason.whole(0, MOST)),
                at.at("left").map(reason -> reason.whole(0, MOST)),
                at.at("undetermined").whole(0, MOST));
    }

    private static Face face(Place at, List<Axis> all, int indicators) {
        at.object("axes", "partition", "categories", "states", "low", "high");
        Face standIn = Face.builder(List.of(), indicators).build();
        List<Axis> axes = at.at("axes").list(number -> (int) number.whole(0, Math.max(0, all.size() - 1))).stream()
                .filter(number -> number < all.size())
                .map(all::get)
                .toList();
        if (axes.stream().distinct().count() != axes.size()) {
            at.at("axes").wrong(Reason.CONTRADICTION, "each axis once");
            return standIn;
        }
        List<List<Category>> listed =
                at.at("categories").list(one -> one.list(JsonTree.MOST_NODES, TallyCodec::category));
        List<List<State>> states = at.at("states").list(one -> one.list(TallyCodec::state));
        if (listed.size() != axes.size()) {
            at.at("categories").wrong(Reason.CONTRADICTION, "a list for each of the " + axes.size() + " axes");
            return standIn;
        }
        if (states.size() != indicators) {
            at.at("states").wrong(Reason.CONTRADICTION, "a list for each of the " + indicators + " indicators");
            return standIn;
        }
        List<Categories> categories = new ArrayList<>();
        long combinations = 1;
        for (int i = 0; i < axes.size(); i++) {
            categories.add(Categories.of(axes.get(i), listed.get(i)));
            if (!categories.get(i).list().equals(listed.get(i))) {
                at.at("categories")
                        .wrong(Reason.CONTRADICTION, "each category once, in the order of the axis or of the alphabet");
                return standIn;
            }
            combinations *= listed.get(i).size();
            if (combinations > JsonTree.MOST_NUMBERS) {
                at.wrong(Reason.OVER_LIMIT, "at most " + JsonTree.MOST_NUMBERS + " counts");
                return standIn;
            }
        }
        for (List<State> own : states) {
            if (own.stream().distinct().count() != own.size()) {
                at.at("states").wrong(Reason.CONTRADICTION, "each state once");
                return standIn;
            }
        }
        return counted(at, categories, states, (int) combinations, standIn);
    }

    private static Face counted(
            Place at, List<Categories> categories, List<List<State>> states, int combinations, Face standIn) {
        List<long[]> low = counts(at.at("low"), states, combinations);
        boolean exact = !at.at("high").isThere();
        List<long[]> high = exact ? low : counts(at.at("high"), states, combinations);
        boolean partition = at.at("partition").truth();
        if (low.isEmpty() && !states.isEmpty() || high.size() != low.size()) {
            return standIn;
        }
        if (exact && partition) {
            return Face.exact(categories, states, low.toArray(new long[0][]));
        }
        Face.Builder builder =
                Face.builder(categories.stream().map(Categories::axis).toList(), states.size());
        if (!partition) {
            builder.overlappingGroups();
        }
        for (int combination = 0; combination < combinations; combination++) {
            List<Category> of = unpacked(categories, combination);
            for (int i = 0; i < states.size(); i++) {
                List<State> own = states.get(i);
                for (int s = 0; s < own.size(); s++) {
                    int place = combination * own.size() + s;
                    if (high.get(i)[place] < low.get(i)[place]) {
                        at.at("high").wrong(Reason.CONTRADICTION, "numbers no less than those of low");
                        return standIn;
                    }
                    builder.add(of, i, own.get(s), new Count(low.get(i)[place], high.get(i)[place]));
                }
            }
        }
        return builder.build();
    }

    private static List<Category> unpacked(List<Categories> categories, int combination) {
        Category[] of = new Category[categories.size()];
        int rest = combination;
        for (int i = of.length - 1; i >= 0; i--) {
            List<Category> list = categories.get(i).list();
            of[i] = list.get(rest % list.size());
            rest /= list.size();
        }
        return List.of(of);
    }

    /** The counts of every indicator; empty after a finding. */
    private static List<long[]> counts(Place at, List<List<State>> states, int combinations) {
        List<long[]> counts = new ArrayList<>();
        int[] number = {0};
        at.list(one -> {
            int indicator = number[0]++;
            long size = indicator < states.size()
                    ? (long) combinations * states.get(indicator).size()
                    : 0;
            long[] values = size > JsonTree.MOST_NUMBERS ? new long[0] : one.wholes((int) size, 0, MOST);
            if (values.length == size) {
                counts.add(values);
            }
            return indicator;
        });
        if (counts.size() != states.size() || number[0] != states.size()) {
            at.wrong(Reason.CONTRADICTION, "one list of counts for each of the " + states.size() + " indicators");
            return List.of();
        }
        return counts;
    }

    private static Category category(Place at) {
        if (at.isObject()) {
            return Category.unknown(at.object("unknown").at("unknown").oneOf(Unknown.values()));
        }
        return Category.of(at.texts());
    }

    private static State state(Place at) {
        at.object("type", "reason");
        Map<String, State.Kind> kinds = new LinkedHashMap<>();
        for (State.Kind kind : State.Kind.values()) {
            kinds.put(Words.of(kind), kind);
        }
        State.Kind kind = kinds.getOrDefault(at.type(kinds.keySet().toArray(new String[0])), State.Kind.NO);
        Place reason = at.at("reason");
        return new State(kind, reason.isThere() ? reason.text() : "");
    }
}
