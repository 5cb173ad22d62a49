package org.waymark.io.published;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;

/** Makes a tally of the cells of one slice: a face for each set of axes that occurs. */
final class Tallies {
    private final Profile profile;
    private final LocalDate asOf;
    private final Indicator indicator;
    private final List<String> disjoint;
    private final boolean absentIsZero;

    Tallies(Profile profile, LocalDate asOf) {
        this.profile = profile;
        this.asOf = asOf;
        this.disjoint =
                profile.all("disjoint").stream().map(Profile.Entry::means).toList();
        this.absentIsZero = profile.means("absent").filter("zero"::equals).isPresent();
        Profile.Entry given = profile.first("indicator").orElse(new Profile.Entry("indicator", "", "published", ""));
        this.indicator = Indicator.builder(given.value())
                .name(given.means().isEmpty() ? profile.name() : given.means())
                .success(Dimension.of(Indents.slug(given.value())).in("yes"))
                .unknowns(UnknownRule.LEFT_OUT)
                .citation(profile.means("citation").orElse(profile.name()))
                .build();
    }

    /** The tally of cells that stand in different places, none of which can have more than {@code most} members. */
    Tally of(String slice, List<PublishedCell> cells, Map<Map<String, String>, Long> mostAt, long most) {
        Map<List<String>, List<PublishedCell>> byAxes = new LinkedHashMap<>();
        for (PublishedCell cell : cells) {
            byAxes.computeIfAbsent(List.copyOf(cell.labels().keySet()), axes -> new ArrayList<>())
                    .add(cell);
        }
        List<Face> faces = new ArrayList<>();
        List<List<Axis>> crossings = new ArrayList<>();
        byAxes.forEach((names, own) -> {
            List<Axis> axes = names.stream().<Axis>map(Dimension::of).toList();
            crossings.add(axes);
            faces.add(face(axes, names, own, mostAt, most));
        });
        String name = slice.isEmpty() ? profile.name() : profile.name() + ", " + slice;
        CohortDefinition cohort = CohortDefinition.of(name, Condition.always());
        Question question = Question.of(cohort, List.of(indicator), new Faces(crossings), asOf);
        return Tally.of(question, CohortLog.EMPTY, faces, List.of());
    }

    private Face face(
            List<Axis> axes,
            List<String> names,
            List<PublishedCell> cells,
            Map<Map<String, String>, Long> mostAt,
            long most) {
        Face.Builder face = Face.builder(axes, 1);
        boolean groupsAlone = names.stream().allMatch(name -> disjoint.contains(name) || isPlace(name));
        if (!groupsAlone) {
            face.overlappingGroups();
        }
        Set<List<String>> there = new LinkedHashSet<>();
        for (PublishedCell cell : cells) {
            List<String> labels = List.copyOf(cell.labels().values());
            there.add(labels);
            add(face, labels, cell.yes(), cell.no());
        }
        if (!absentIsZero && names.size() > 1) {
            absent(face, names, there, mostAt, most);
        }
        return face.build();
    }

    private boolean isPlace(String name) {
        return profile.all("place").stream().anyMatch(place -> place.means().equals(name));
    }

    private static void add(Face.Builder face, List<String> labels, Count yes, Count no) {
        List<Category> categories = labels.stream().map(Category::of).toList();
        face.add(categories, 0, State.YES, yes);
        face.add(categories, 0, State.NO, no);
    }

    /** A group that is not in the file at a place that is: nobody says that it is empty. */
    private static void absent(
            Face.Builder face,
            List<String> names,
            Set<List<String>> there,
            Map<Map<String, String>, Long> mostAt,
            long most) {
        Set<String> places = new LinkedHashSet<>();
        Set<List<String>> groups = new LinkedHashSet<>();
        for (List<String> labels : there) {
            places.add(labels.get(0));
            groups.add(labels.subList(1, labels.size()));
        }
        for (String place : places) {
            Map<String, String> at = new LinkedHashMap<>();
            at.put(names.get(0), place);
            Count hidden = Count.between(0, mostAt.getOrDefault(at, most));
            for (List<String> group : groups) {
                List<String> labels = new ArrayList<>();
                labels.add(place);
                labels.addAll(group);
                if (!there.contains(labels)) {
                    add(face, labels, hidden, hidden);
                }
            }
        }
    }
}
