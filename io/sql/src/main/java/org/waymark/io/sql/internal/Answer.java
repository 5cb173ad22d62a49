package org.waymark.io.sql.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.population.TooManyLabelsException;
import org.waymark.core.result.Finding;
import org.waymark.core.result.UncleanSourceException;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.tally.Categories;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;

/** Reads the rows of an answer, in any order, and makes a tally of them. */
final class Answer {
    private static final int FIRST_STATE = 4;

    /** How many categories an axis may have: more are no groups. */
    private static final int MOST_CATEGORIES = 1 << 17;

    /** Where a number of members is counted. */
    private record At(int face, int indicator, int state, List<Category> categories) {}

    private record Counted(int face, int indicator, int state, List<Category> categories, long count) {}

    private final Question question;
    private final CohortSql cohort;
    private final List<StateSql> states;
    private final List<AxisSql> axes;
    private final List<List<Axis>> crossings;
    private final List<Places.Link> places;
    private final List<TableShape> once;
    private final List<Finding> twice = new ArrayList<>();
    private final int chunks;
    private final Map<Integer, Long> log = new TreeMap<>();
    private final List<Set<Category>> occurring = new ArrayList<>();
    private final List<Map<String, String>> parents = new ArrayList<>();
    private final List<Counted> counts = new ArrayList<>();
    private final List<Integer> joint;
    private final Map<At, Long> ofCells = new LinkedHashMap<>();

    Answer(
            Question question,
            CohortSql cohort,
            List<StateSql> states,
            List<AxisSql> axes,
            List<List<Axis>> crossings,
            List<Places.Link> places,
            List<TableShape> once,
            List<Integer> joint) {
        this.joint = joint;
        this.question = question;
        this.cohort = cohort;
        this.states = states;
        this.axes = axes;
        this.crossings = crossings;
        this.places = places;
        this.once = once;
        this.chunks = (states.size() + QuestionSql.TOGETHER - 1) / QuestionSql.TOGETHER;
        axes.forEach(axis -> occurring.add(new LinkedHashSet<>()));
        places.forEach(place -> parents.add(new TreeMap<>()));
    }

    void add(Object[] row) {
        int part = whole(row[1]);
        switch (whole(row[0])) {
            case QuestionSql.LOG -> log.merge(whole(row[2]), ((Number) row[3]).longValue(), Long::sum);
            case QuestionSql.OCCURS -> occurs(part, category(axes.get(part), row, 0));
            case QuestionSql.PLACE ->
                parents.get(part).put(key(row, 0).orElse(""), key(row, 1).orElse(""));
            case QuestionSql.TWICE -> twice.add(TableCheck.repeated(once.get(part), ((Number) row[3]).longValue()));
            case QuestionSql.CELL -> addCell(part, row);
            default -> addCounts(part, row);
        }
    }

    private void occurs(int axis, Category category) {
        occurring.get(axis).add(category);
        if (occurring.get(axis).size() > MOST_CATEGORIES) {
            throw new TooManyLabelsException(axes.get(axis).axis().title(), MOST_CATEGORIES);
        }
    }

    /** A joint cell: who is in it is counted in each face. */
    private void addCell(int chunk, Object[] row) {
        long count = ((Number) row[3]).longValue();
        Map<Axis, Category> along = new LinkedHashMap<>();
        for (int k = 0; k < joint.size(); k++) {
            AxisSql axis = axes.get(joint.get(k));
            along.put(axis.axis(), category(axis, row, k));
            occurs(joint.get(k), along.get(axis.axis()));
        }
        if (chunk == 0) {
            log.merge(whole(row[2]), count, Long::sum);
        }
        if (!cohort.stays(whole(row[2]))) {
            return;
        }
        for (int face = 0; face < crossings.size(); face++) {
            if (along.keySet().containsAll(crossings.get(face))) {
                List<Category> categories =
                        crossings.get(face).stream().map(along::get).toList();
                int from = chunk * QuestionSql.TOGETHER;
                for (int i = from; i < Math.min(states.size(), from + QuestionSql.TOGETHER); i++) {
                    ofCells.merge(new At(face, i, whole(row[FIRST_STATE + i - from]), categories), count, Long::sum);
                }
            }
        }
    }

    private void addCounts(int part, Object[] row) {
        int face = part / chunks;
        int from = part % chunks * QuestionSql.TOGETHER;
        List<Category> categories = new ArrayList<>();
        for (int k = 0; k < crossings.get(face).size(); k++) {
            categories.add(category(axis(crossings.get(face).get(k)), row, k));
        }
        long count = ((Number) row[3]).longValue();
        for (int i = from; i < Math.min(states.size(), from + QuestionSql.TOGETHER); i++) {
            counts.add(new Counted(face, i, whole(row[FIRST_STATE + i - from]), categories, count));
        }
    }

    private AxisSql axis(Axis axis) {
        return axes.stream()
                .filter(made -> made.axis().equals(axis))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> key(Object[] row, int k) {
        return Optional.ofNullable((String) row[firstKey() + 2 * k]);
    }

    private int firstKey() {
        return FIRST_STATE + Math.min(QuestionSql.TOGETHER, states.size());
    }

    private Category category(AxisSql axis, Object[] row, int k) {
        return axis.category().apply(key(row, k), whole(row[firstKey() + 2 * k + 1]));
    }

    private static int whole(Object number) {
        return ((Number) number).intValue();
    }

    Tally tally() {
        if (!twice.isEmpty()) {
            throw new UncleanSourceException(twice);
        }
        ofCells.forEach(
                (at, count) -> counts.add(new Counted(at.face(), at.indicator(), at.state(), at.categories(), count)));
        Map<Axis, Categories> categories = new LinkedHashMap<>();
        for (int a = 0; a < axes.size(); a++) {
            categories.put(axes.get(a).axis(), Categories.of(axes.get(a).axis(), occurring.get(a)));
        }
        List<Face> faces = new ArrayList<>();
        for (int f = 0; f < crossings.size(); f++) {
            List<Categories> along = new ArrayList<>();
            crossings.get(f).forEach(axis -> along.add(categories.getOrDefault(axis, Categories.of(axis, List.of()))));
            faces.add(face(f, along));
        }
        List<Hierarchy> hierarchies = new ArrayList<>();
        for (int p = 0; p < places.size(); p++) {
            hierarchies.add(
                    new Hierarchy(places.get(p).child(), places.get(p).parent(), parents.get(p), Optional.empty()));
        }
        return Tally.of(question, cohort.log(log), faces, hierarchies);
    }

    private Face face(int face, List<Categories> along) {
        int combinations = Face.combinations(along);
        List<List<State>> statesOf = new ArrayList<>();
        states.forEach(state -> statesOf.add(new ArrayList<>()));
        List<TreeSet<State>> seen = new ArrayList<>();
        states.forEach(state -> seen.add(new TreeSet<>()));
        List<Counted> own =
                counts.stream().filter(counted -> counted.face() == face).toList();
        own.forEach(counted -> seen.get(counted.indicator())
                .add(states.get(counted.indicator()).state(counted.state())));
        long[][] numbers = new long[states.size()][];
        for (int i = 0; i < states.size(); i++) {
            statesOf.get(i).addAll(seen.get(i));
            numbers[i] = new long[Math.multiplyExact(combinations, seen.get(i).size())];
        }
        for (Counted counted : own) {
            int at = 0;
            for (int k = 0; k < along.size(); k++) {
                at = at * along.get(k).size()
                        + along.get(k).indexOf(counted.categories().get(k));
            }
            List<State> states = statesOf.get(counted.indicator());
            int place = at * states.size()
                    + states.indexOf(this.states.get(counted.indicator()).state(counted.state()));
            numbers[counted.indicator()][place] = Math.addExact(numbers[counted.indicator()][place], counted.count());
        }
        return Face.exact(along, statesOf, numbers);
    }
}
