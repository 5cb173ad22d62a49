package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.core.indicator.State;
import org.waymark.core.population.Model;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Unit;

/**
 * Tallies that contradict one another, and those of which it is known that one is made up of others, though their groups are not: a place was renamed, split, merged or
 * coded anew in between, or nobody said which places lie in which. Who knows it can subtract what no relation tells.
 */
final class Recoded {
    private final TallySystem system;

    Recoded(TallySystem system) {
        this.system = system;
    }

    void find(List<String> conflicts) {
        Set<String> found = new LinkedHashSet<>();
        for (Extents.Cover cover : system.extents().covers()) {
            wholes(cover.whole()).forEach(whole -> pool(whole, cover.parts()).ifPresent(found::add));
        }
        for (Extents.Difference difference : system.extents().differences()) {
            wholes(difference.whole())
                    .forEach(whole -> part(whole, difference.part()).ifPresent(found::add));
        }
        system.blocks().forEach(block -> same(block, system.first(block)).ifPresent(found::add));
        places(found);
        conflicts.addAll(found);
    }

    /** Two tallies that answer the same question of the same members on the same day, and differ. */
    private static Optional<String> same(TallyBlock one, TallyBlock other) {
        return one == other || sums(List.of(one)).equals(sums(List.of(other)))
                ? Optional.empty()
                : Optional.of(one.indicator().id() + ": two tallies count the same members along " + along(one)
                        + " and differ");
    }

    private static String along(TallyBlock block) {
        return block.axes().isEmpty()
                ? "no axis"
                : block.axes().stream().map(Axis::title).collect(Collectors.joining(" x "));
    }

    private List<TallyBlock> wholes(int extent) {
        return system.blocks().stream()
                .filter(block -> block.extent() == extent && system.first(block) == block)
                .toList();
    }

    /** The cohorts of a pool add up to it, but their groups do not. */
    private Optional<String> pool(TallyBlock whole, List<Integer> extents) {
        List<TallyBlock> parts = blocks(extents, whole, whole.axes());
        List<TallyBlock> everybody = blocks(extents, whole, List.of());
        Optional<TallyBlock> all = system.block(whole.extent(), whole.indicator(), List.of());
        boolean complete = parts.size() == extents.size() && everybody.size() == extents.size();
        return complete
                        && all.isPresent()
                        && sums(everybody).equals(sums(List.of(all.get())))
                        && !sums(parts).equals(sums(List.of(whole)))
                ? Optional.of(differ(whole))
                : Optional.empty();
    }

    /** A part has more of a group than the whole. */
    private Optional<String> part(TallyBlock whole, int extent) {
        return blocks(List.of(extent), whole, whole.axes()).stream()
                .filter(part -> {
                    Map<String, Long> more = sums(List.of(whole));
                    return sums(List.of(part)).entrySet().stream()
                            .anyMatch(own -> own.getValue() > more.getOrDefault(own.getKey(), 0L));
                })
                .map(part -> differ(whole))
                .findFirst();
    }

    private List<TallyBlock> blocks(List<Integer> extents, TallyBlock like, List<Axis> axes) {
        List<TallyBlock> blocks = new ArrayList<>();
        extents.forEach(extent -> system.block(extent, like.indicator(), axes).ifPresent(blocks::add));
        return blocks;
    }

    private static String differ(TallyBlock whole) {
        return whole.indicator().id() + ": a cohort and those that it holds have other groups"
                + (whole.axes().isEmpty() ? "" : " of " + along(whole))
                + ": count them by the same names and codes";
    }

    /** How many of each group are in each state, those of nobody left aside. */
    private static Map<String, Long> sums(List<TallyBlock> blocks) {
        Map<String, Long> sums = new TreeMap<>();
        for (TallyBlock block : blocks) {
            for (int group = 0; group < block.groups(); group++) {
                List<String> labels = new ArrayList<>();
                for (int axis = 0; axis < block.axes().size(); axis++) {
                    labels.add(block.axes().get(axis).title() + "="
                            + block.labelsOf(group).get(axis));
                }
                labels.sort(null);
                for (State state : block.states()) {
                    long value = block.value(group, block.placeOf(state));
                    if (value > 0) {
                        sums.merge(labels + "|" + state, value, Math::addExact);
                    }
                }
            }
        }
        return sums;
    }

    /** Schools lie in districts: that is known to everybody, and must be said by a tally that tells of both, or of either. */
    private void places(Set<String> found) {
        for (TallyBlock fine : system.blocks()) {
            for (TallyBlock coarse : system.blocks()) {
                if (fine.extent() == coarse.extent() && fine.asked() && coarse.asked()) {
                    fine.axes()
                            .forEach(child -> coarse.axes().stream()
                                    .filter(parent -> lies(child, parent) && !said(fine.extent(), child, parent))
                                    .forEach(parent -> found.add("which " + child.title() + " lies in which "
                                            + parent.title() + " is not said: ask for both in one question,"
                                            + " of a population that has its places")));
                }
            }
        }
    }

    private boolean said(int extent, Axis child, Axis parent) {
        for (int t = 0; t < system.tallies().size(); t++) {
            for (Hierarchy one : system.tallies().get(t).hierarchies()) {
                if (system.extents().of(t) == extent
                        && one.child().equals(child)
                        && one.parent().equals(parent)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean lies(Axis child, Axis parent) {
        return child instanceof Dimension fine
                && parent instanceof Dimension coarse
                && Model.schema(unit(fine)).stream()
                        .flatMap(schema -> schema.fields().stream())
                        .anyMatch(field -> field.kind() == Field.Kind.LINK
                                && field.target().equals(Optional.of(unit(coarse))));
    }

    /** {@code school} and {@code school_id} name schools. */
    private static Unit unit(Dimension dimension) {
        return Unit.ofOne(dimension.name().replaceFirst("_id$", ""));
    }
}
