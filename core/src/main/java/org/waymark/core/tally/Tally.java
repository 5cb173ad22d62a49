package org.waymark.core.tally;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Hierarchy;

/**
 * The answer of an engine to a {@link Question}: a set of faces of whole-number counts. It is all that a measure needs,
 * and it does not matter where it came from.
 *
 * <p>Tallies of parts add up to the tally of the whole: {@link #plus} is associative and commutative.
 */
public final class Tally {
    private final Question question;
    private final CohortLog log;
    private final List<Face> faces;
    private final List<Hierarchy> hierarchies;

    private Tally(Question question, CohortLog log, List<Face> faces, List<Hierarchy> hierarchies) {
        this.question = question;
        this.log = log;
        this.faces = List.copyOf(faces);
        this.hierarchies = List.copyOf(hierarchies);
    }

    /**
     * A tally of these faces.
     *
     * @throws IllegalArgumentException if two faces have the same axes, or one counts another number of indicators
     */
    public static Tally of(Question question, CohortLog log, List<Face> faces, List<Hierarchy> hierarchies) {
        Objects.requireNonNull(question, "question");
        Set<List<Axis>> axes = new LinkedHashSet<>();
        faces.forEach(face -> axes.add(face.axes()));
        if (axes.size() != faces.size()) {
            throw new IllegalArgumentException("faces: axes must differ");
        }
        for (Face face : faces) {
            if (face.states().size() != question.indicators().size()) {
                throw new IllegalArgumentException(
                        "faces: must count " + question.indicators().size() + " indicators, " + face + " counts "
                                + face.states().size());
            }
        }
        return new Tally(question, log, faces, hierarchies);
    }

    /** What was asked. */
    public Question question() {
        return question;
    }

    /** How the cohort came to its size. */
    public CohortLog log() {
        return log;
    }

    /** The faces, with those by cluster. */
    public List<Face> faces() {
        return faces;
    }

    /** Which groups lie in which. */
    public List<Hierarchy> hierarchies() {
        return hierarchies;
    }

    /** Everybody, counted by state. */
    public Cell total(Indicator indicator) {
        return face(List.of()).cells(indexOf(indicator), List.of()).get(0);
    }

    /**
     * The cells along the axes, in the order of their groups with the last axis fastest; after the groups the members of
     * none, then those whose group is unknown, where there are any.
     *
     * <p>A face of just these axes is preferred; else the smallest that has them is added up.
     *
     * @throws IllegalArgumentException if the indicator was not asked, or no face has these axes
     */
    public List<Cell> by(Indicator indicator, Axis... axes) {
        List<Axis> wanted = List.of(axes);
        return face(wanted).cells(indexOf(indicator), wanted);
    }

    /** The cell of one group along one axis; empty if the axis has no such group. */
    public Optional<Cell> group(Indicator indicator, Axis axis, String group) {
        return by(indicator, axis).stream()
                .filter(cell -> cell.labels().get(0).equals(Label.of(group)))
                .findFirst();
    }

    /** Whether the groups of an axis overlap in these counts. */
    public boolean overlap(Axis axis) {
        return categories(face(List.of(axis)), axis).overlap();
    }

    /**
     * Whether it is known who stands in two groups of an axis: in counts of records it is, in published tables of groups
     * that overlap it is not.
     */
    public boolean overlapIsKnown(Axis axis) {
        return face(List.of(axis)).isPartition();
    }

    /**
     * The members who stand in both groups of one axis.
     *
     * @throws IllegalArgumentException if it is not known who stands in two groups, as in published tables
     */
    public Cell shared(Indicator indicator, Axis axis, String one, String other) {
        Face face = face(List.of(axis));
        if (!face.isPartition()) {
            throw new IllegalArgumentException("axis: it is not known who stands in two groups of " + axis.title());
        }
        int at = indexOf(indicator);
        Cell both = new Cell(List.of(Label.of(one + " and " + other)), new LinkedHashMap<>());
        // The face may have further axes; its categories are read one by one.
        List<Axis> axes = face.axes();
        int position = axes.indexOf(axis);
        int inner = 1;
        for (int i = position + 1; i < axes.size(); i++) {
            inner *= face.categories().get(i).size();
        }
        List<Category> list = face.categories().get(position).list();
        int combinations = Face.combinations(face.categories());
        for (int combination = 0; combination < combinations; combination++) {
            List<String> groups = list.get(combination / inner % list.size()).groups();
            if (groups.contains(one) && groups.contains(other)) {
                both = both.plus(cell(face, at, combination));
            }
        }
        return both;
    }

    private static Cell cell(Face face, int indicator, int combination) {
        Map<State, Count> counts = new LinkedHashMap<>();
        for (int s = 0; s < face.states().get(indicator).size(); s++) {
            counts.put(face.states().get(indicator).get(s), face.count(combination, indicator, s));
        }
        return new Cell(List.of(), counts);
    }

    /**
     * The cells of {@link #by} once for each cluster, if the question asked for clusters; empty if not. Members whose
     * cluster is unknown form one cluster of their own.
     */
    public Map<Label, List<Cell>> byCluster(Indicator indicator, Axis... axes) {
        Map<Label, List<Cell>> clusters = new LinkedHashMap<>();
        if (question.cluster().isEmpty()) {
            return clusters;
        }
        Axis cluster = question.cluster().get();
        List<Axis> wanted = new ArrayList<>();
        wanted.add(cluster);
        for (Axis axis : axes) {
            if (!axis.equals(cluster)) {
                wanted.add(axis);
            }
        }
        for (Cell cell : face(wanted).cells(indexOf(indicator), wanted)) {
            List<Label> labels = new ArrayList<>();
            for (Axis axis : axes) {
                labels.add(cell.labels().get(wanted.indexOf(axis)));
            }
            clusters.computeIfAbsent(cell.labels().get(0), label -> new ArrayList<>())
                    .add(cell.labelled(labels));
        }
        return clusters;
    }

    /**
     * The members of one group of an axis alone, along the axes that were crossed with it: the class of one year, a
     * college.
     *
     * @throws IllegalArgumentException if the question did not ask for the axis
     */
    public Tally within(Axis axis, Label group) {
        return Slices.of(this, axis, group);
    }

    /**
     * The counts of both together.
     *
     * @throws IllegalArgumentException if the other answers another question than about another cohort
     */
    public Tally plus(Tally other) {
        return combined(other, 1, question.of().pooledWith(other.question.of()), log.plus(other.log));
    }

    /**
     * The counts without those of a part.
     *
     * @throws IllegalArgumentException if the part answers another question than about another cohort
     */
    public Tally minus(Tally part) {
        return combined(part, -1, question.of(), log.minus(part.log));
    }

    private Tally combined(Tally other, int sign, CohortDefinition of, CohortLog combinedLog) {
        if (!question.equals(other.question.about(question.of()))) {
            throw new IllegalArgumentException("other: must answer the same question about a cohort;\nthis: " + question
                    + "\nother: " + other.question);
        }
        List<Face> combined = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            combined.add(faces.get(i).plus(other.like(faces.get(i), i), sign));
        }
        List<Hierarchy> all = new ArrayList<>(hierarchies);
        other.hierarchies.stream().filter(h -> !all.contains(h)).forEach(all::add);
        return new Tally(question.about(of), combinedLog, combined, all);
    }

    /** The face of the same axes, which mostly stands in the same place. */
    private Face like(Face face, int place) {
        if (place < faces.size() && faces.get(place).axes().equals(face.axes())) {
            return faces.get(place);
        }
        for (Face own : faces) {
            if (own.axes().equals(face.axes())) {
                return own;
            }
        }
        throw new IllegalArgumentException("other: lacks the face " + face.axes());
    }

    private int indexOf(Indicator indicator) {
        int at = question.indicators().indexOf(indicator);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "indicator: must be one of " + question.indicators() + ", was " + indicator);
        }
        return at;
    }

    private Face face(List<Axis> wanted) {
        Face best = null;
        for (Face face : faces) {
            boolean exactly = face.axes().size() == wanted.size();
            if (face.axes().containsAll(wanted)
                    && (exactly || face.isPartition())
                    && (best == null || Face.combinations(face.categories()) < Face.combinations(best.categories()))) {
                best = face;
            }
            if (exactly && face.axes().containsAll(wanted)) {
                return face;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("axes: the question did not ask for "
                    + wanted.stream().map(Axis::title).toList() + ", it asked for "
                    + faces.stream()
                            .map(f -> f.axes().stream().map(Axis::title).toList())
                            .toList());
        }
        return best;
    }

    private static Categories categories(Face face, Axis axis) {
        return face.categories().get(face.axes().indexOf(axis));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that
                && question.equals(that.question)
                && log.equals(that.log)
                && faces.equals(that.faces)
                && hierarchies.equals(that.hierarchies);
    }

    @Override
    public int hashCode() {
        return question.hashCode();
    }

    /** The counts per group of every indicator, as a table. */
    @Override
    public String toString() {
        return TallyText.of(this).toString();
    }
}
