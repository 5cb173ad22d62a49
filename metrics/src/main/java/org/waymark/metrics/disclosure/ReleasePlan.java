package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;

/**
 * A release that is only tried: of each group which share of its students would vanish behind marks, and which way of pooling would
 * print most of them. Small groups are not to be erased unsaid.
 *
 * <p><b>Formula:</b> of every crossing of axes and every group of one of them, the members of hidden cells over the members of all cells, of
 * those whose outcome is known. <b>Unit:</b> a share in [0, 1]. <b>How to read it:</b> 1 is a group of whom nothing would be
 * printed by these axes. <b>Edge cases:</b> a release that would be refused prints nothing: its shares are 1. It is for
 * analysts: it is worked out of true counts.
 *
 * @param policy under which rules
 * @param options what was tried, as it was asked for first, then each pooling
 */
public record ReleasePlan(ReleasePolicy policy, List<Option> options) {
    /** Copies the options. */
    public ReleasePlan {
        options = List.copyOf(options);
    }

    /**
     * What of one group would vanish.
     *
     * @param axes along what the group was crossed
     * @param axis of which axis it is a group
     * @param group its name
     */
    public record Group(String axes, String axis, String group) {}

    /**
     * One way to publish.
     *
     * @param name what it is called
     * @param cleared whether it would be cleared at all
     * @param vanishing for each group the share of its students in hidden cells
     */
    public record Option(String name, boolean cleared, Map<Group, Double> vanishing) {
        /** Copies the shares in their order. */
        public Option {
            vanishing = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(vanishing));
        }

        /** The least share that vanishes of a group along any crossing of so few axes; empty if it does not tell of the group. */
        Optional<Double> of(Group group) {
            return vanishing.entrySet().stream()
                    .filter(entry -> entry.getKey().axis().equals(group.axis())
                            && entry.getKey().group().equals(group.group())
                            && entry.getKey().axes().contains(" x ")
                                    == group.axes().contains(" x "))
                    .map(Map.Entry::getValue)
                    .min(Double::compare);
        }
    }

    static ReleasePlan of(ReleasePolicy policy, String name, List<Tally> tallies) {
        List<Option> options = new ArrayList<>();
        options.add(option(policy, name, tallies));
        return new ReleasePlan(policy, options);
    }

    /** The same with another way to publish beside it: pooled years, larger places, groups alone or in combination. */
    public ReleasePlan or(String name, List<Tally> tallies) {
        List<Option> more = new ArrayList<>(options);
        more.add(option(policy, name, tallies));
        return new ReleasePlan(policy, more);
    }

    private static Option option(ReleasePolicy policy, String name, List<Tally> tallies) {
        Clearing clearing = new Clearing(policy, Ledger.none().entries(), false, List.copyOf(tallies), done -> {});
        Optional<Clearing.Safe> safe = clearing.run();
        TallySystem system = safe.map(Clearing.Safe::system)
                .orElseGet(() -> new TallySystem(tallies, policy.coding() != RateCoding.NONE, Merging.NONE));
        Map<Group, long[]> members = new LinkedHashMap<>();
        for (TallyBlock block : system.blocks()) {
            for (int group = 0; block.asked() && group < block.groups(); group++) {
                boolean hidden = safe.isEmpty() || safe.get().pattern().hidden(block.unit(group, TallyBlock.KNOWN));
                add(members, block, group, hidden);
            }
        }
        Map<Group, Double> shares = new LinkedHashMap<>();
        members.forEach((group, count) -> {
            if (count[1] > 0) {
                shares.put(group, (double) count[0] / count[1]);
            }
        });
        smaller(tallies, shares);
        return new Option(name, safe.isPresent(), shares);
    }

    /** Who stands in a smaller place is told of with the larger one, where that alone is told of. */
    private static void smaller(List<Tally> tallies, Map<Group, Double> shares) {
        for (Tally tally : tallies) {
            for (Hierarchy hierarchy : tally.hierarchies()) {
                String child = hierarchy.child().title();
                String parent = hierarchy.parent().title();
                boolean told =
                        shares.keySet().stream().anyMatch(group -> group.axis().equals(child));
                for (Map.Entry<Group, Double> share : List.copyOf(shares.entrySet())) {
                    if (!told && share.getKey().axis().equals(parent)) {
                        hierarchy.parentOf().forEach((place, larger) -> {
                            if (larger.equals(share.getKey().group())) {
                                shares.put(new Group(share.getKey().axes(), child, place), share.getValue());
                            }
                        });
                    }
                }
            }
        }
    }

    private static void add(Map<Group, long[]> members, TallyBlock block, int group, boolean hidden) {
        List<Label> labels = block.labelsOf(group);
        String axes = String.join(" x ", block.axes().stream().map(Axis::title).toList());
        for (int i = 0; i < labels.size(); i++) {
            Group key =
                    new Group(axes, block.axes().get(i).title(), labels.get(i).name());
            long[] count = members.computeIfAbsent(key, k -> new long[2]);
            long known = block.value(group, TallyBlock.KNOWN);
            count[0] = Math.addExact(count[0], hidden ? known : 0);
            count[1] = Math.addExact(count[1], known);
        }
    }

    /**
     * The way that prints most of a group, the first of them if several do, so the finest that prints all of it; empty if none prints
     * more than the first way does. Ways are
     * compared along crossings with other axes, or alone, as the group stands.
     */
    public Optional<Option> better(Group group) {
        Optional<Option> best = Optional.empty();
        double least = options.get(0).of(group).orElse(1.0);
        for (Option option : options) {
            double vanishing = option.of(group).orElse(1.0);
            if (option.cleared() && vanishing < least) {
                best = Optional.of(option);
                least = vanishing;
            }
        }
        return best;
    }

    /** Each group with what of it would vanish, and what would print more of it; for analysts. */
    public Table toTable() {
        Table.Builder table = Table.builder("What a release would hide (for analysts)")
                .column(Column.text("along", "along what groups stand"))
                .column(Column.text("axis", "of which axis the group is"))
                .column(Column.text("group", "who"))
                .column(Column.share("vanishing", "share of its students in hidden cells"))
                .column(Column.text("better", "what would print most of it"))
                .column(Column.share("still_vanishing", "share that would be hidden then"));
        Option first = options.get(0);
        first.vanishing().forEach((group, share) -> {
            Optional<Option> better = share > 0 ? better(group) : Optional.empty();
            table.row(
                    Datum.text(group.axes()),
                    Datum.text(group.axis()),
                    Datum.text(group.group()),
                    Datum.real(share),
                    Datum.text(better.map(Option::name).orElse("")),
                    Datum.realOr(better.flatMap(option -> option.of(group)), ""));
        });
        table.note("As asked: " + first.name() + (first.cleared() ? "" : ", which would be refused") + ".");
        return table.build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
