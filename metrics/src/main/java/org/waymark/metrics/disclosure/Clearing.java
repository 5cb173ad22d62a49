package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;

/** Looks for a safe pattern of tallies, and if there is none, for what to merge. */
final class Clearing {
    private static final int MOST_MERGES = 24;

    /** Of a system of more cells each attempt is long, and fewer merges are tried. */
    private static final int LARGE = 20_000;

    private static final int MOST_MERGES_OF_LARGE = 2;

    private static final int MOST_REASONS = 20;

    private final ReleasePolicy policy;
    private final List<Ledger.Entry> earlier;
    private final boolean correcting;
    private final List<Tally> tallies;
    private final LongConsumer progress;
    private final List<String> reasons = new ArrayList<>();
    private final List<String> merges = new ArrayList<>();
    private List<Need> unmet = List.of();

    Clearing(
            ReleasePolicy policy,
            List<Ledger.Entry> earlier,
            boolean correcting,
            List<Tally> tallies,
            LongConsumer progress) {
        this.policy = policy;
        this.earlier = earlier;
        this.correcting = correcting;
        this.tallies = tallies;
        this.progress = progress;
    }

    /** A safe pattern with all it rests on. */
    record Safe(TallySystem system, Problem problem, Pattern pattern) {}

    List<String> reasons() {
        return reasons;
    }

    List<String> merges() {
        return merges;
    }

    Optional<Safe> run() {
        for (Tally tally : tallies) {
            if (tally.question().indicators().stream()
                    .anyMatch(i -> tally.total(i).members().high() < policy.minimumSize())) {
                reasons.add(tally.question().of().name() + " has fewer than " + policy.minimumSize()
                        + " members: merge it with other years or places");
            }
        }
        if (!reasons.isEmpty()) {
            return Optional.empty();
        }
        TallySystem system = new TallySystem(tallies, coded(), Merging.NONE);
        Optional<Safe> safe = attempt(system);
        if (safe.isEmpty() && reasons.isEmpty()) {
            unmet.stream()
                    .map(need -> system.relations().name(need.cell()))
                    .distinct()
                    .limit(MOST_REASONS)
                    .forEach(name -> reasons.add(name + " cannot be kept: " + policy.level()));
            findMerges(system, List.copyOf(unmet));
        }
        return safe;
    }

    private Optional<Safe> attempt(TallySystem system) {
        TallyProblem read = new TallyProblem(system, policy, earlier, correcting);
        if (!read.conflicts().isEmpty()) {
            read.conflicts().stream().limit(MOST_REASONS).forEach(reasons::add);
            return Optional.empty();
        }
        Problem problem = read.problem();
        boolean small = Optimal.fits(problem);
        Cycles cycles = new Cycles(problem, progress);
        Cycles.Result result = small ? cycles.runInSeveralOrders() : cycles.run();
        unmet = result.unmet();
        return result.pattern().map(found -> {
            Pattern pattern = small ? new Optimal(problem, found).run() : found;
            return new Safe(system, problem, pattern);
        });
    }

    /** Tries the groups of cells that cannot be kept with each other group of one of their axes. */
    private void findMerges(TallySystem system, List<Need> cells) {
        int most = system.cells() > LARGE ? MOST_MERGES_OF_LARGE : MOST_MERGES;
        Set<Merging> tried = new LinkedHashSet<>();
        for (Need need : cells) {
            TallyBlock block = system.blockOf(need.cell());
            int group = system.groupOf(need.cell());
            for (int axis = 0; axis < block.axes().size(); axis++) {
                Label own = block.labelsOf(group).get(axis);
                for (Label other : block.labels(axis)) {
                    if (!other.equals(own) && own.isGroup() && other.isGroup() && tried.size() < most) {
                        tried.add(merging(block.axes().get(axis), own, other));
                    }
                }
            }
        }
        for (Merging merging : tried) {
            if (new Clearing(policy, List.of(), false, tallies, done -> {})
                    .attempt(new TallySystem(tallies, coded(), merging))
                    .isPresent()) {
                merges.add(merging.toString());
            }
        }
    }

    private boolean coded() {
        return policy.coding() != RateCoding.NONE;
    }

    private static Merging merging(Axis axis, Label one, Label other) {
        return one.name().compareTo(other.name()) <= 0
                ? new Merging(Optional.of(axis), one, other)
                : new Merging(Optional.of(axis), other, one);
    }
}
