package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;

/** Coarser ways to publish the same: years together, and places by the larger places in which they lie. */
final class Poolings {
    private final Map<String, List<Tally>> ways = new LinkedHashMap<>();

    private Poolings() {}

    /** All that can be made of the tallies, the finest first: two years, three years and so on, then larger places. */
    static Map<String, List<Tally>> of(List<Tally> grid) {
        Poolings poolings = new Poolings();
        for (int together = 2; together <= grid.size(); together++) {
            poolings.years(grid, together);
        }
        Set<Hierarchy> hierarchies = new LinkedHashSet<>();
        grid.forEach(tally -> hierarchies.addAll(tally.hierarchies()));
        Map<String, List<Tally>> byYears = new LinkedHashMap<>(poolings.ways);
        for (Hierarchy hierarchy : hierarchies) {
            poolings.places("", grid, hierarchy);
        }
        byYears.forEach(
                (name, tallies) -> hierarchies.forEach(hierarchy -> poolings.places(name + ", ", tallies, hierarchy)));
        return poolings.ways;
    }

    /** Tallies that answer the same question, so many of them together, one after the other. */
    private void years(List<Tally> grid, int together) {
        List<Tally> pools = new ArrayList<>();
        for (int from = 0; from + together <= grid.size(); from += together) {
            Optional<Tally> pool = pool(grid.subList(from, from + together));
            if (pool.isEmpty()) {
                return;
            }
            pools.add(pool.get());
        }
        ways.put(together + " cohorts together", pools);
    }

    private static Optional<Tally> pool(List<Tally> tallies) {
        try {
            return tallies.stream().reduce(Tally::plus);
        } catch (IllegalArgumentException otherQuestions) {
            return Optional.empty();
        }
    }

    private void places(String before, List<Tally> tallies, Hierarchy hierarchy) {
        List<Tally> coarser = new ArrayList<>();
        for (Tally tally : tallies) {
            Optional<Tally> larger = rolledUp(tally, hierarchy);
            if (larger.isEmpty()) {
                return;
            }
            coarser.add(larger.get());
        }
        ways.put(
                before + "by " + hierarchy.parent().title() + " in place of "
                        + hierarchy.child().title(),
                coarser);
    }

    /** The tally with larger places in place of smaller ones; empty if it does not tell of the smaller. */
    private static Optional<Tally> rolledUp(Tally tally, Hierarchy hierarchy) {
        Question question = tally.question();
        Map<List<Axis>, Face> faces = new LinkedHashMap<>();
        boolean any = false;
        for (Face face : tally.faces()) {
            int at = face.axes().indexOf(hierarchy.child());
            if (at < 0) {
                faces.putIfAbsent(face.axes(), face);
                continue;
            }
            List<Axis> axes = new ArrayList<>(face.axes());
            axes.set(at, hierarchy.parent());
            if (!face.isPartition() || face.axes().contains(hierarchy.parent())) {
                return Optional.empty();
            }
            any = true;
            if (!faces.containsKey(axes)) {
                faces.put(axes, rolledUp(tally, face, at, hierarchy));
            }
        }
        if (!any) {
            return Optional.empty();
        }
        List<List<Axis>> crossings =
                faces.keySet().stream().filter(axes -> !axes.isEmpty()).toList();
        return Optional.of(Tally.of(
                new Question(
                        question.of(),
                        question.indicators(),
                        new Faces(crossings),
                        question.asOf(),
                        question.period(),
                        Optional.<Axis>empty()),
                CohortLog.EMPTY,
                List.copyOf(faces.values()),
                tally.hierarchies()));
    }

    private static Face rolledUp(Tally tally, Face face, int at, Hierarchy hierarchy) {
        List<Axis> axes = new ArrayList<>(face.axes());
        axes.set(at, hierarchy.parent());
        List<Indicator> indicators = tally.question().indicators();
        Face.Builder coarser = Face.builder(axes, indicators.size());
        for (int i = 0; i < indicators.size(); i++) {
            int indicator = i;
            for (Cell cell : tally.by(indicators.get(i), face.axes().toArray(new Axis[0]))) {
                List<Category> categories = new ArrayList<>();
                for (int axis = 0; axis < axes.size(); axis++) {
                    Label label = cell.labels().get(axis);
                    categories.add(axis == at ? larger(label, hierarchy) : ProtectedTally.category(label));
                }
                cell.counts().forEach((state, count) -> coarser.add(categories, indicator, state, count));
            }
        }
        return coarser.build();
    }

    private static Category larger(Label label, Hierarchy hierarchy) {
        String parent = hierarchy.parentOf().get(label.name());
        return label.isGroup() && parent != null ? Category.of(parent) : ProtectedTally.category(label);
    }
}
