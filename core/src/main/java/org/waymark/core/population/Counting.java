package org.waymark.core.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.indicator.TimeQuestion;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.tally.Categories;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.core.tally.TimeTally;
import org.waymark.core.time.SchoolYear;

/**
 * Counts the members of a cohort: what each is for each indicator is worked out once and kept, then one pass over the
 * members fills a joint cube of all axes that fit, and every face is read off the cube. Faces with an axis that does not
 * fit, such as the school, are counted in cubes of their own.
 */
final class Counting {
    /** How many numbers the joint cube may have, so that it stays in the cache of one core. */
    private static final long CUBE = 131_072;

    /** How many numbers a cube of crossings may have that do not fit into the joint one: as many as a larger cache holds. */
    private static final long WIDE_CUBE = 2 * CUBE;

    /** Indicators are counted together in groups of this many; more would make too many joint outcomes. */
    private static final int TOGETHER = 4;

    private static final int KEPT = 64;

    /** Of so many sets of axes the keys are kept, of four bytes a row at most. */
    private static final int KEPT_KEYS = 2;

    private record StatesKey(Indicator indicator, Optional<SchoolYear> period, LocalDate asOf) {}

    private record AxisKey(Axis axis, Optional<SchoolYear> period, LocalDate asOf) {}

    private final Population population;
    private final Roster roster;
    private final byte[] members;
    private final CohortLog log;
    private final Map<StatesKey, States> states = lastUsed(KEPT);
    private final Map<AxisKey, AxisColumn> axes = lastUsed(KEPT);
    private final Map<List<States>, Outcomes> outcomes = lastUsed(KEPT);
    private final Map<List<AxisColumn>, Optional<Codes>> keys = lastUsed(KEPT_KEYS);

    Counting(Population population, Roster roster, byte[] members, CohortLog log) {
        this.population = population;
        this.roster = roster;
        this.members = members;
        this.log = log;
    }

    Tally answer(Question question) {
        Scope scope = new Scope(population, roster, question.asOf(), question.period());
        Map<Axis, AxisColumn> columns = new LinkedHashMap<>();
        List<List<Axis>> crossings = crossings(question);
        for (List<Axis> crossing : crossings) {
            for (Axis axis : crossing) {
                columns.computeIfAbsent(axis, a -> axis(scope, new AxisKey(a, question.period(), question.asOf())));
            }
        }
        List<States> all = new ArrayList<>();
        for (Indicator indicator : question.indicators()) {
            all.add(states(scope, question, indicator));
        }
        List<List<List<State>>> statesOf = new ArrayList<>();
        List<List<long[]>> countsOf = new ArrayList<>();
        for (int f = 0; f < crossings.size(); f++) {
            statesOf.add(new ArrayList<>());
            countsOf.add(new ArrayList<>());
        }
        for (int from = 0; from < all.size(); from += TOGETHER) {
            int until = Math.min(all.size(), from + TOGETHER);
            Outcomes joint = outcomes(all.subList(from, until));
            count(crossings, columns, joint, statesOf, countsOf);
        }
        List<Face> faces = new ArrayList<>();
        for (int f = 0; f < crossings.size(); f++) {
            List<Categories> categories = new ArrayList<>();
            for (Axis axis : crossings.get(f)) {
                categories.add(column(columns, axis).categories());
            }
            faces.add(Face.exact(categories, statesOf.get(f), countsOf.get(f).toArray(new long[0][])));
        }
        return Tally.of(question, log, faces, hierarchies(crossings));
    }

    TimeTally times(TimeQuestion question) {
        Scope scope = new Scope(population, roster, question.asOf(), Optional.empty());
        List<AxisColumn> columns = question.axes().stream()
                .map(axis -> axis(scope, new AxisKey(axis, Optional.empty(), question.asOf())))
                .toList();
        return new TimeCounting(scope, question, members, columns).count(log);
    }

    /** The total, what was asked, and all of it once more by cluster. */
    private static List<List<Axis>> crossings(Question question) {
        List<List<Axis>> crossings = new ArrayList<>();
        crossings.add(List.of());
        crossings.addAll(question.faces().crossings());
        question.cluster().ifPresent(cluster -> {
            for (List<Axis> crossing : List.copyOf(crossings)) {
                if (!crossing.contains(cluster)) {
                    List<Axis> longer = new ArrayList<>(crossing);
                    longer.add(cluster);
                    if (!crossings.contains(longer)) {
                        crossings.add(longer);
                    }
                }
            }
        });
        return crossings;
    }

    private void count(
            List<List<Axis>> crossings,
            Map<Axis, AxisColumn> columns,
            Outcomes outcomes,
            List<List<List<State>>> statesOf,
            List<List<long[]>> countsOf) {
        List<Axis> joint = joint(columns, outcomes.size());
        boolean[] done = new boolean[crossings.size()];
        for (List<Axis> counted : together(joint, crossings, columns, outcomes.size())) {
            List<AxisColumn> of = columns(columns, counted);
            Cube cube = Cube.count(of, outcomes, members, counted.equals(joint) ? keys(of) : null);
            for (int f = 0; f < done.length; f++) {
                List<Axis> crossing = crossings.get(f);
                if (!done[f] && counted.containsAll(crossing)) {
                    done[f] = true;
                    int[] positions =
                            crossing.stream().mapToInt(counted::indexOf).toArray();
                    outcomes.addFace(cube, positions, statesOf.get(f), countsOf.get(f));
                }
            }
        }
    }

    /**
     * Which axes are counted together, so that every crossing is among some of them: those of the joint cube; then those of
     * crossings that do not fit into it, as many of these as fit into a cube of their own, since a pass over all members
     * costs more than to read a face off a cube.
     */
    private static List<List<Axis>> together(
            List<Axis> joint, List<List<Axis>> crossings, Map<Axis, AxisColumn> columns, int outcomes) {
        List<List<Axis>> together = new ArrayList<>();
        boolean only = crossings.stream().allMatch(List::isEmpty);
        if (only || crossings.stream().anyMatch(crossing -> !crossing.isEmpty() && joint.containsAll(crossing))) {
            together.add(joint);
        }
        for (List<Axis> crossing : crossings) {
            boolean own = !joint.containsAll(crossing);
            for (int i = 0; i < together.size() && own; i++) {
                List<Axis> wider = new ArrayList<>(together.get(i));
                crossing.stream().filter(axis -> !wider.contains(axis)).forEach(wider::add);
                boolean among = wider.size() == together.get(i).size();
                if (among || wider.size() <= Cube.MOST_AXES && size(columns, wider, outcomes) <= WIDE_CUBE) {
                    together.set(i, wider);
                    own = false;
                }
            }
            if (own) {
                together.add(crossing);
            }
        }
        return together;
    }

    /** How many numbers a cube of these axes has; the greatest number if they are more than can be counted. */
    private static long size(Map<Axis, AxisColumn> columns, List<Axis> axes, int outcomes) {
        double size = Math.max(1, outcomes);
        for (Axis axis : axes) {
            size *= column(columns, axis).categories().size();
        }
        return (long) size;
    }

    /** The keys of axes that were asked for together before: kept from the second time on, since they take memory. */
    private @Nullable Codes keys(List<AxisColumn> together) {
        synchronized (keys) {
            Optional<Codes> kept = keys.get(together);
            if (kept == null) {
                keys.put(together, Optional.empty());
                return null;
            }
            if (kept.isEmpty()) {
                kept = Optional.of(Cube.keys(together, members.length));
                keys.put(together, kept);
            }
            return kept.get();
        }
    }

    private static List<AxisColumn> columns(Map<Axis, AxisColumn> columns, List<Axis> axes) {
        List<AxisColumn> of = new ArrayList<>();
        for (Axis axis : axes) {
            of.add(column(columns, axis));
        }
        return of;
    }

    private static AxisColumn column(Map<Axis, AxisColumn> columns, Axis axis) {
        AxisColumn column = columns.get(axis);
        if (column == null) {
            throw new IllegalStateException("axis: " + axis.title() + " was not made ready");
        }
        return column;
    }

    /** As many axes as fit into the joint cube, the small ones first. */
    private static List<Axis> joint(Map<Axis, AxisColumn> columns, int outcomes) {
        List<Axis> bySize = new ArrayList<>(columns.keySet());
        bySize.sort((a, b) -> Integer.compare(
                column(columns, a).categories().size(),
                column(columns, b).categories().size()));
        List<Axis> joint = new ArrayList<>();
        long size = Math.max(1, outcomes);
        for (Axis axis : bySize) {
            long larger = size * column(columns, axis).categories().size();
            if (larger <= CUBE && joint.size() < Cube.MOST_AXES) {
                joint.add(axis);
                size = larger;
            }
        }
        return joint;
    }

    private List<Hierarchy> hierarchies(List<List<Axis>> crossings) {
        List<Dimension> asked = crossings.stream()
                .flatMap(List::stream)
                .filter(Dimension.class::isInstance)
                .map(Dimension.class::cast)
                .distinct()
                .toList();
        return new Places(population).hierarchies(asked);
    }

    private States states(Scope scope, Question question, Indicator indicator) {
        StatesKey key = new StatesKey(indicator, question.period(), question.asOf());
        synchronized (states) {
            return states.computeIfAbsent(key, k -> States.of(scope, indicator));
        }
    }

    private Outcomes outcomes(List<States> together) {
        synchronized (outcomes) {
            // States are kept one by one and the same for as long as they are, so their own identity will do.
            return outcomes.computeIfAbsent(List.copyOf(together), all -> Outcomes.of(all, members));
        }
    }

    private AxisColumn axis(Scope scope, AxisKey key) {
        synchronized (axes) {
            return axes.computeIfAbsent(key, k -> new Axes(scope).column(k.axis()));
        }
    }

    /** Keeps the last few used; used under its own lock. */
    private static <K, V> Map<K, V> lastUsed(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
