package org.waymark.core.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Axis;

/** Cuts the members of one group out of a tally: every face that has the group's axis, without it. */
final class Slices {
    private final Axis axis;
    private final Label label;

    private Slices(Axis axis, Label label) {
        this.axis = axis;
        this.label = label;
    }

    static Tally of(Tally tally, Axis axis, Label label) {
        Question asked = tally.question();
        Slices slices = new Slices(axis, label);
        Map<List<Axis>, Face> faces = new LinkedHashMap<>();
        for (Face face : tally.faces()) {
            if (face.axes().contains(axis)) {
                Face slice = slices.slice(face);
                faces.putIfAbsent(slice.axes(), slice);
            }
        }
        if (faces.isEmpty()) {
            throw new IllegalArgumentException("axis: the question did not ask for " + axis.title());
        }
        return Tally.of(
                slices.question(asked),
                new CohortLog(size(faces), new LinkedHashMap<>(), new LinkedHashMap<>(), 0),
                new ArrayList<>(faces.values()),
                tally.hierarchies());
    }

    /** The members of the smallest face, each counted once. */
    private static long size(Map<List<Axis>, Face> faces) {
        Face smallest = faces.values().iterator().next();
        for (Face face : faces.values()) {
            smallest = face.axes().size() < smallest.axes().size() ? face : smallest;
        }
        return smallest.cells(0, List.of()).stream()
                .mapToLong(cell -> cell.members().high())
                .sum();
    }

    private Question question(Question asked) {
        List<List<Axis>> crossings = new ArrayList<>();
        for (List<Axis> crossing : asked.faces().crossings()) {
            if (crossing.contains(axis)) {
                crossings.add(crossing.stream().filter(a -> !a.equals(axis)).toList());
            }
        }
        CohortDefinition of = asked.of();
        CohortDefinition those = new CohortDefinition(
                of.name() + ", " + axis.title() + " " + label,
                of.unit(),
                label.isGroup() ? of.members().and(axis.inGroup(label.name())) : of.members(),
                of.joined(),
                of.left());
        Optional<Axis> cluster = asked.cluster().filter(c -> !c.equals(axis));
        return new Question(those, asked.indicators(), new Faces(crossings), asked.asOf(), asked.period(), cluster);
    }

    private Face slice(Face face) {
        int without = face.axes().indexOf(axis);
        List<boolean[]> kept = new ArrayList<>();
        for (Categories own : face.categories()) {
            boolean sliced = own.axis().equals(axis);
            boolean[] keep = new boolean[own.size()];
            for (int c = 0; c < keep.length; c++) {
                keep[c] = !sliced || own.list().get(c).labels().contains(label);
            }
            kept.add(keep);
        }
        List<Categories> left = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (i != without) {
                left.add(remaining(face.categories().get(i), kept.get(i)));
            }
        }
        return summed(face, without, kept, List.copyOf(left));
    }

    private static Categories remaining(Categories own, boolean[] keep) {
        List<Category> remaining = new ArrayList<>();
        for (int c = 0; c < keep.length; c++) {
            if (keep[c]) {
                remaining.add(own.list().get(c));
            }
        }
        return remaining.size() == own.size() ? own : Categories.of(own.axis(), remaining);
    }

    private static Face summed(Face face, int without, List<boolean[]> kept, List<Categories> left) {
        int indicators = face.states().size();
        int combinations = Face.combinations(left);
        long[][] lows = new long[indicators][];
        long[][] highs = new long[indicators][];
        for (int i = 0; i < indicators; i++) {
            lows[i] = new long[combinations * face.states().get(i).size()];
            highs[i] = new long[lows[i].length];
        }
        forEachKept(face, kept, (at, combination) -> {
            int target = 0;
            for (int i = 0, axis = 0; i < at.length; i++) {
                if (i != without) {
                    Categories own = left.get(axis++);
                    target = target * own.size()
                            + own.indexOf(face.categories().get(i).list().get(at[i]));
                }
            }
            for (int i = 0; i < indicators; i++) {
                int width = face.states().get(i).size();
                for (int s = 0; s < width; s++) {
                    Count count = face.count(combination, i, s);
                    lows[i][target * width + s] = Math.addExact(lows[i][target * width + s], count.low());
                    highs[i][target * width + s] = Math.addExact(highs[i][target * width + s], count.high());
                }
            }
        });
        boolean exact = Arrays.deepEquals(lows, highs);
        return new Face(left, face.isPartition(), face.states(), lows, exact ? lows : highs);
    }

    private static void forEachKept(Face face, List<boolean[]> kept, ObjIntConsumer<int[]> visit) {
        int[] at = new int[kept.size()];
        int combinations = Face.combinations(face.categories());
        for (int combination = 0; combination < combinations; combination++) {
            face.unpack(combination, at);
            boolean all = true;
            for (int i = 0; i < at.length; i++) {
                all &= kept.get(i)[at[i]];
            }
            if (all) {
                visit.accept(at, combination);
            }
        }
    }
}
