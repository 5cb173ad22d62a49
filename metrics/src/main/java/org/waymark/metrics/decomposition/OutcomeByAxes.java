package org.waymark.metrics.decomposition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.MomentTally;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.rate.Share;

/**
 * Explains the gap in an indicator by several classifications at once, from a tally alone: success is 1 or 0, each
 * classification a {@link Factor} whose first category is left out. The tally must have the face of the groups and all
 * classifications crossed; where its question asked for clusters, standard errors know of them.
 *
 * <p>Members whose category is unknown are left out and counted; members of no group, or an unknown one, are not asked about.
 *
 * @param indicator the outcome
 * @param groups along what the groups stand; it must not overlap
 * @param first the first group
 * @param second the second group
 * @param explanations the classifications; they must not overlap
 */
public record OutcomeByAxes(Indicator indicator, Axis groups, String first, String second, List<Axis> explanations)
        implements Measure<Tally, ExplainedGap> {
    private static final String OUTCOME = "success";

    /** Copies the classifications; refuses none. */
    public OutcomeByAxes {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        explanations = List.copyOf(explanations);
        if (explanations.isEmpty()) {
            throw new IllegalArgumentException("explanations: must be one at least");
        }
    }

    /** The recipe that is run over the moments. */
    public OaxacaBlinder recipe(Tally tally) {
        List<Factor> factors = factors(tally);
        List<String> variables =
                factors.stream().flatMap(factor -> factor.variables().stream()).toList();
        OaxacaBlinder recipe = OaxacaBlinder.of(OUTCOME, first, second, variables);
        for (Factor factor : factors) {
            recipe = recipe.factor(factor);
        }
        return recipe;
    }

    @Override
    public ExplainedGap over(Tally tally) {
        return recipe(tally).over(moments(tally));
    }

    /** The categories of each classification that occur among the two groups, the first being left out. */
    private List<Factor> factors(Tally tally) {
        List<Factor> factors = new ArrayList<>();
        for (Axis axis : explanations) {
            List<String> categories = new ArrayList<>();
            for (Cell cell : tally.by(indicator, groups, axis)) {
                Label category = cell.labels().get(1);
                String name = name(axis, category);
                boolean asked = isAsked(cell.labels().get(0)) && category.kind() != Label.Kind.UNKNOWN;
                if (asked && cell.known().high() > 0 && !categories.contains(name)) {
                    categories.add(name);
                }
            }
            if (categories.size() > 1) {
                factors.add(new Factor(axis.title(), categories.get(0), categories.subList(1, categories.size())));
            }
        }
        return factors;
    }

    private boolean isAsked(Label group) {
        return group.isGroup() && (group.name().equals(first) || group.name().equals(second));
    }

    private static String name(Axis axis, Label category) {
        return axis.title() + ": " + category.name();
    }

    /**
     * The moments of success and of one variable of 0 and 1 for each category but the first.
     *
     * @throws IllegalArgumentException if an axis overlaps, or counts are masked
     */
    public MomentTally moments(Tally tally) {
        List<Axis> axes = new ArrayList<>(List.of(groups));
        axes.addAll(explanations);
        for (Axis axis : axes) {
            if (tally.overlap(axis)) {
                throw new IllegalArgumentException(
                        "axes: every member must stand in one, those of " + axis.title() + " overlap");
            }
        }
        List<String> names = new ArrayList<>(List.of(OUTCOME));
        factors(tally).forEach(factor -> names.addAll(factor.variables()));
        MomentTally.Builder moments =
                MomentTally.of(names.toArray(new String[0])).places(0);
        Axis[] along = axes.toArray(new Axis[0]);
        if (tally.question().cluster().isPresent()) {
            moments.byCluster();
            tally.byCluster(indicator, along)
                    .forEach((cluster, cells) ->
                            cells.forEach(cell -> add(moments, names, cell, Optional.of(cluster.name()))));
        } else {
            tally.by(indicator, along).forEach(cell -> add(moments, names, cell, Optional.empty()));
        }
        return moments.build();
    }

    private void add(MomentTally.Builder moments, List<String> names, Cell cell, Optional<String> cluster) {
        Label group = cell.labels().get(0);
        if (!isAsked(group)) {
            return;
        }
        Share share = Share.of(cell).orElseThrow(() -> new IllegalArgumentException("tally: counts are masked"));
        List<Label> categories = cell.labels().subList(1, cell.labels().size());
        if (categories.stream().anyMatch(category -> category.kind() == Label.Kind.UNKNOWN)) {
            moments.leaveOut(group.name(), share.n());
            return;
        }
        Map<String, Integer> ones = new LinkedHashMap<>();
        for (int i = 0; i < categories.size(); i++) {
            ones.put(name(explanations.get(i), categories.get(i)), 1);
        }
        for (int success = 0; success <= 1; success++) {
            int outcome = success;
            List<BigDecimal> row = names.stream()
                    .map(name -> BigDecimal.valueOf(name.equals(OUTCOME) ? outcome : ones.getOrDefault(name, 0)))
                    .toList();
            moments.add(group.name(), cluster, row, success == 1 ? share.yes() : share.no());
        }
    }
}
