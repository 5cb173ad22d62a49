package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Unknown;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;

/** Hides small cells, and with a single one the next smallest. */
final class SmallCells {
    private final ReleasePolicy policy;

    SmallCells(ReleasePolicy policy) {
        this.policy = policy;
    }

    /** The tally with hidden cells as intervals. Faces by cluster are left out: they are never printed. */
    Tally hide(Tally tally) {
        List<Indicator> indicators = tally.question().indicators();
        List<Face> faces = new ArrayList<>();
        for (Face face : tally.faces()) {
            if (tally.question().cluster().filter(face.axes()::contains).isPresent()
                    && !tally.question().faces().crossings().contains(face.axes())) {
                continue;
            }
            Face.Builder builder = Face.builder(face.axes(), indicators.size());
            if (face.axes().stream().anyMatch(tally::overlap)) {
                builder.overlappingGroups();
            }
            for (int i = 0; i < indicators.size(); i++) {
                add(builder, i, tally.by(indicators.get(i), face.axes().toArray(new Axis[0])));
            }
            faces.add(builder.build());
        }
        return Tally.of(withoutClusters(tally.question()), tally.log(), faces, tally.hierarchies());
    }

    private static Question withoutClusters(Question asked) {
        return new Question(
                asked.of(), asked.indicators(), asked.faces(), asked.asOf(), asked.period(), Optional.empty());
    }

    private void add(Face.Builder builder, int indicator, List<Cell> cells) {
        List<Cell> hidden = hidden(cells);
        for (Cell cell : cells) {
            boolean hide = hidden.contains(cell);
            List<Category> categories =
                    cell.labels().stream().map(SmallCells::category).toList();
            cell.counts()
                    .forEach((state, count) -> builder.add(categories, indicator, state, shown(cell, state, hide)));
            if (hide) {
                // Also what is nowhere counted is hidden: that a state does not occur tells as much.
                for (State state : List.of(State.YES, State.NO)) {
                    if (!cell.counts().containsKey(state)) {
                        builder.add(categories, indicator, state, shown(cell, state, true));
                    }
                }
            }
        }
    }

    private Count shown(Cell cell, State state, boolean hide) {
        Count count = cell.count(state);
        boolean small = count.high() > 0 && count.high() < policy.minimumSize();
        boolean outcome = state.kind() == State.Kind.YES || state.kind() == State.Kind.NO;
        // A hidden cell's outcome is bounded by nothing that is not printed elsewhere.
        return hide || (small && !outcome) ? Count.between(0, Integer.MAX_VALUE) : count;
    }

    private List<Cell> hidden(List<Cell> cells) {
        List<Cell> occupied =
                cells.stream().filter(cell -> cell.members().high() > 0).toList();
        List<Cell> hidden =
                new ArrayList<>(occupied.stream().filter(this::isSmall).toList());
        if (hidden.size() == 1 && occupied.size() > 1) {
            occupied.stream()
                    .filter(cell -> !hidden.contains(cell))
                    .min(Comparator.comparingLong(cell -> cell.known().high()))
                    .ifPresent(hidden::add);
        }
        return hidden;
    }

    private boolean isSmall(Cell cell) {
        long known = cell.known().high();
        return cell.members().high() < policy.minimumSize() || (known > 0 && known < policy.minimumSize());
    }

    private static Category category(Label label) {
        return switch (label.kind()) {
            case GROUP -> Category.of(label.name());
            case NONE -> Category.NONE;
            case UNKNOWN -> Category.unknown(Unknown.NOT_REPORTED);
        };
    }
}
