package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.tally.Label;

/**
 * How groups of a finer axis make up those of a coarser one, and who stands in a coarser group without standing in any finer
 * one: an unlisted residual is a group as well, and may be a small one.
 */
final class Residuals {
    private final TallySystem system;
    private final Merging merging;
    private final List<Link> links = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();

    /**
     * Finer groups within coarser ones.
     *
     * @param hierarchy which finer groups lie in which coarser ones
     * @param fine the finer block
     * @param coarse the coarser block
     * @param parts for each coarser group the finer ones
     * @param rest who is in a coarser group alone; empty if nobody is
     * @param fits whether finer groups never make more than the coarser one
     */
    record Link(
            Hierarchy hierarchy,
            TallyBlock fine,
            TallyBlock coarse,
            Map<Integer, List<Integer>> parts,
            Optional<TallyBlock> rest,
            boolean fits) {
        /** Whether every group of both blocks has its part in it, and nothing is known of them but sums. */
        boolean whole() {
            int groups = parts.values().stream().mapToInt(List::size).sum();
            return fits && groups == fine.groups() && parts.size() == coarse.groups();
        }

        /** Whether both blocks know a state. */
        boolean knows(State state) {
            return fine.placeOf(state) >= 0 && coarse.placeOf(state) >= 0;
        }
    }

    Residuals(TallySystem system, Merging merging) {
        this.system = system;
        this.merging = merging;
    }

    List<Link> links() {
        return links;
    }

    /** Larger places between which smaller ones have moved. */
    List<Moved> moved() {
        return moved;
    }

    /** Which counts of smaller and larger places cannot be of the same members. */
    List<String> conflicts() {
        return conflicts;
    }

    void find() {
        Map<List<Object>, Integer> numbers = new LinkedHashMap<>();
        for (int b = 0; b < system.blocks().size(); b++) {
            TallyBlock fine = system.blocks().get(b);
            for (Hierarchy hierarchy : hierarchies(fine)) {
                int axis = fine.axes().indexOf(hierarchy.child());
                if (axis < 0 || system.first(fine) != fine) {
                    continue;
                }
                List<Axis> axes = new ArrayList<>(fine.axes());
                axes.set(axis, hierarchy.parent());
                Optional<TallyBlock> coarse = system.block(fine.extent(), fine.indicator(), axes);
                if (coarse.isEmpty() && system.counts(fine.extent(), axes)) {
                    // Another indicator is told of the coarser groups, and their members are those of the finer ones.
                    coarse = rolledUp(fine, axis, hierarchy);
                }
                if (coarse.isPresent() && new LinkedHashSet<>(axes).size() == axes.size()) {
                    int number = numbers.computeIfAbsent(
                            List.of(fine.extent(), hierarchy),
                            key -> system.extents().another());
                    link(fine, coarse.get(), axis, hierarchy, number);
                }
            }
            misfits(fine);
        }
    }

    /** Where no year's hierarchy fits, smaller places have moved between larger ones, or the counts contradict one another. */
    private void misfits(TallyBlock fine) {
        Map<List<Object>, List<Link>> tried = new LinkedHashMap<>();
        for (Link link : links) {
            int axis = fine.axes().indexOf(link.hierarchy().child());
            if (link.fine() == fine && !fine.overlapping(axis)) {
                tried.computeIfAbsent(List.of(link.coarse()), key -> new ArrayList<>())
                        .add(link);
            }
        }
        for (List<Link> ways : tried.values()) {
            Moved places = new Moved(ways);
            if (ways.stream().noneMatch(Link::fits)) {
                if (ways.size() > 1 && places.fits()) {
                    moved.add(places);
                } else {
                    conflicts.add(fine.indicator().id() + ": groups of "
                            + ways.get(0).hierarchy().child().title() + " do not add up to those of "
                            + ways.get(0).hierarchy().parent().title()
                            + " in which they lie: give the hierarchy of the year that was counted");
                }
            }
        }
    }

    private Optional<TallyBlock> rolledUp(TallyBlock fine, int axis, Hierarchy hierarchy) {
        Optional<TallyBlock> sums = fine.rolledUp(
                axis,
                hierarchy.parent(),
                label -> parent(hierarchy, label).map(to -> merging.label(hierarchy.parent(), to)));
        sums.ifPresent(system::add);
        return sums;
    }

    /** Those of every tally that counts the same kind of members. */
    private Set<Hierarchy> hierarchies(TallyBlock block) {
        Set<Hierarchy> hierarchies =
                new LinkedHashSet<>(system.tallies().get(block.tally()).hierarchies());
        for (int t = 0; t < system.tallies().size(); t++) {
            if (system.extents().of(t) == block.extent()) {
                hierarchies.addAll(system.tallies().get(t).hierarchies());
            }
        }
        return hierarchies;
    }

    private void link(TallyBlock fine, TallyBlock coarse, int axis, Hierarchy hierarchy, int number) {
        Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
        long[] sums = new long[coarse.groups() * coarse.width()];
        boolean known = true;
        for (int group = 0; group < fine.groups(); group++) {
            List<Label> own = fine.labelsOf(group);
            Optional<Label> parent = parent(hierarchy, own.get(axis));
            if (parent.isEmpty()) {
                continue;
            }
            List<Label> labels = new ArrayList<>();
            for (Axis of : coarse.axes()) {
                labels.add(
                        of.equals(hierarchy.parent())
                                ? merging.label(of, parent.get())
                                : own.get(fine.axes().indexOf(of)));
            }
            int total = coarse.group(labels);
            if (total < 0) {
                continue;
            }
            parts.computeIfAbsent(total, t -> new ArrayList<>()).add(group);
            for (State state : fine.states()) {
                int place = coarse.placeOf(state);
                long value = fine.value(group, fine.placeOf(state));
                known &= place >= 0 || value == 0;
                if (place >= 0) {
                    int at = total * coarse.width() + place;
                    sums[at] = Math.addExact(sums[at], value);
                }
            }
            int at = total * coarse.width() + TallyBlock.KNOWN;
            sums[at] = Math.addExact(sums[at], fine.value(group, TallyBlock.KNOWN));
        }
        if (parts.isEmpty()) {
            return;
        }
        for (int total = 0; total < coarse.groups(); total++) {
            for (int place = 0; !parts.containsKey(total) && place < coarse.width(); place++) {
                sums[total * coarse.width() + place] = coarse.value(total, place);
            }
        }
        Optional<TallyBlock> rest = known ? coarse.without(sums, number) : Optional.empty();
        boolean fits = rest.isPresent();
        rest = rest.filter(Residuals::isSomebody);
        rest.ifPresent(system::add);
        links.add(new Link(hierarchy, fine, coarse, parts, rest, fits));
    }

    private static boolean isSomebody(TallyBlock block) {
        for (int group = 0; group < block.groups(); group++) {
            if (block.members(group) > 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<Label> parent(Hierarchy hierarchy, Label child) {
        String name = hierarchy.parentOf().get(child.name());
        if (name == null && child.equals(merging.both())) {
            name = hierarchy.parentOf().get(merging.one().name());
        }
        return name == null || !child.isGroup() ? Optional.empty() : Optional.of(Label.of(name));
    }
}
