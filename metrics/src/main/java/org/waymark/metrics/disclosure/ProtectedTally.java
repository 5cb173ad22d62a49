package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Unknown;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;

/** A tally as measures for everyone see it: what is hidden may be anything. */
final class ProtectedTally {
    /** What is hidden is bounded by nothing that is not printed elsewhere. */
    static final Count ANYTHING = Count.between(0, Integer.MAX_VALUE);

    private ProtectedTally() {}

    /** Which groups a measure may see at all. */
    @FunctionalInterface
    interface Seen {
        /** Whether it may see a group of a block. */
        boolean sees(TallyBlock block, int group);
    }

    /**
     * The tally with hidden cells as intervals, and sizes only where the policy prints them or a measure tells them in
     * classes. Faces by cluster are left out, for they are never printed, and so is how the
     * cohort came to its size, for those who left are few.
     */
    static Tally of(Clearing.Safe safe, int tally, ReleasePolicy policy, Seen seen) {
        TallySystem system = safe.system();
        Tally from = system.tallies().get(tally);
        List<Face> faces = new ArrayList<>();
        for (Face face : from.faces()) {
            if (TallySystem.byCluster(from, face)) {
                continue;
            }
            Face.Builder builder =
                    Face.builder(face.axes(), from.question().indicators().size());
            boolean overlapping = false;
            for (TallyBlock block : system.blocks()) {
                if (block.tally() == tally && block.asked() && block.axes().equals(face.axes())) {
                    add(
                            builder,
                            from.question().indicators().indexOf(block.indicator()),
                            block,
                            safe.pattern(),
                            policy,
                            seen);
                    overlapping = block.overlapping();
                }
            }
            faces.add(overlapping ? builder.overlappingGroups().build() : builder.build());
        }
        Question question = from.question();
        return Tally.of(
                new Question(
                        question.of(),
                        question.indicators(),
                        question.faces(),
                        question.asOf(),
                        question.period(),
                        Optional.<Axis>empty()),
                CohortLog.EMPTY,
                faces,
                from.hierarchies());
    }

    private static void add(
            Face.Builder builder, int indicator, TallyBlock block, Pattern pattern, ReleasePolicy policy, Seen seen) {
        for (int group = 0; group < block.groups(); group++) {
            List<Category> categories =
                    block.labelsOf(group).stream().map(ProtectedTally::category).toList();
            for (State state : block.states()) {
                int place = block.placeOf(state);
                Count count = Count.of(block.value(group, place));
                boolean outcome = place == TallyBlock.YES || place == TallyBlock.NO;
                boolean unsized = outcome && policy.sizes() != SizeCoding.PRINTED;
                if (unsized || !seen.sees(block, group)) {
                    count = ANYTHING;
                } else if (pattern.hidden(block.unit(group, place))) {
                    boolean sized = !pattern.hidden(block.unit(group, TallyBlock.KNOWN));
                    count = outcome && sized ? within(block, group, place, policy.coding()) : ANYTHING;
                }
                builder.add(categories, indicator, state, count);
            }
        }
    }

    /** A numerator, or its complement, of which the denominator is printed and the rate at most by its band. */
    private static Count within(TallyBlock block, int group, int place, RateCoding coding) {
        long size = block.value(group, TallyBlock.KNOWN);
        Count yes = coding.band(block.value(group, TallyBlock.YES), size)
                .filter(band -> band.spread() > 1)
                .map(band -> Count.between(band.low(), band.high()))
                .orElse(Count.between(0, size));
        return place == TallyBlock.YES ? yes : Count.between(size - yes.high(), size - yes.low());
    }

    static Category category(Label label) {
        return switch (label.kind()) {
            case GROUP -> Category.of(label.name());
            case NONE -> Category.NONE;
            case UNKNOWN -> Category.unknown(Unknown.NOT_REPORTED);
        };
    }
}
