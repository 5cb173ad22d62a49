package org.waymark.metrics.decomposition;

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
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * Reads the strata of a comparison off a tally: groups along one axis, strata along another. The tally must have the face
 * of both axes.
 *
 * <p>Members of no stratum and of an unknown one are strata of their own, so that the groups keep their rates; members of
 * no group or an unknown one are left out. Counts that are masked leave no figures, with the reason.
 *
 * @param indicator which
 * @param groups along what the groups stand
 * @param strata along what the strata stand; it must not overlap
 */
public record StratifiedComparison(Indicator indicator, Axis groups, Axis strata) implements Measure<Tally, Strata> {
    /** Refuses null. */
    public StratifiedComparison {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(strata, "strata");
    }

    /** Compares groups of one axis within strata of another. */
    public static StratifiedComparison of(Indicator indicator, Axis groups, Axis strata) {
        return new StratifiedComparison(indicator, groups, strata);
    }

    /** The gap of two groups by rates and mix. */
    public Measure<Tally, Kitagawa> kitagawa(String first, String second) {
        return then(counted -> new Kitagawa(counted.between(first, second)));
    }

    /** Whether the gap of two groups points the other way within strata. */
    public Measure<Tally, Simpson> simpson(String first, String second) {
        return then(counted -> new Simpson(counted.between(first, second)));
    }

    /** The rates of all groups with the same mix of strata. */
    public Measure<Tally, DirectStandardisation> standardised(Standard standard) {
        return then(counted -> DirectStandardisation.of(counted).to(standard));
    }

    /** Observed and expected successes of all groups. */
    public Measure<Tally, IndirectStandardisation> expected() {
        return then(IndirectStandardisation::new);
    }

    @Override
    public Strata over(Tally tally) {
        if (tally.overlap(strata)) {
            throw new IllegalArgumentException(
                    "strata: every member must stand in one, those of " + strata.title() + " overlap");
        }
        List<Cell> cells = tally.by(indicator, groups, strata);
        Map<Label, Map<String, Share>> byStratum = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        boolean exact = true;
        for (Cell cell : cells) {
            Label group = cell.labels().get(0);
            if (group.isGroup()) {
                Optional<Share> share = Share.of(cell);
                exact &= share.isPresent();
                byStratum
                        .computeIfAbsent(cell.labels().get(1), stratum -> new LinkedHashMap<>())
                        .put(group.name(), share.orElse(new Share(0, 0)));
                if (!names.contains(group.name())) {
                    names.add(group.name());
                }
            }
        }
        List<Stratum> all = new ArrayList<>();
        byStratum.forEach((label, shares) -> {
            Stratum stratum = new Stratum(
                    label.name(),
                    names.stream()
                            .map(name -> shares.getOrDefault(name, new Share(0, 0)))
                            .toList());
            if (label.isGroup() || stratum.all().n() > 0) {
                all.add(stratum);
            }
        });
        Optional<Undefined> missing = exact ? Optional.empty() : Optional.of(Undefined.MASKED);
        return new Strata(names, all, tally.overlap(groups) || !tally.overlapIsKnown(groups), missing);
    }
}
