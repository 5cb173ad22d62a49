package org.waymark.metrics.smallgroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.rate.Share;

/**
 * The counts of one indicator unit by unit: of everybody, or of one group. Units whose counts are masked are
 * left out and numbered.
 *
 * @param indicator what is asked
 * @param units along what the units stand, such as the school
 * @param within along what the group stands; empty for everybody
 * @param group which group; empty for everybody
 */
public record RatesAcrossUnits(Indicator indicator, Axis units, Optional<Axis> within, String group)
        implements Measure<Tally, Units> {
    /** Refuses null. */
    public RatesAcrossUnits {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(units, "units");
        Objects.requireNonNull(group, "group");
    }

    /** Of everybody. */
    public static RatesAcrossUnits of(Indicator indicator, Axis units) {
        return new RatesAcrossUnits(indicator, units, Optional.empty(), "");
    }

    /** Of one group; the tally must hold the crossing of both axes, and the group. */
    public RatesAcrossUnits within(Axis axis, String name) {
        return new RatesAcrossUnits(indicator, units, Optional.of(axis), name);
    }

    @Override
    public Units over(Tally tally) {
        List<Cell> cells =
                within.map(axis -> tally.by(indicator, axis, units)).orElseGet(() -> tally.by(indicator, units));
        List<Units.Unit> found = new ArrayList<>();
        int masked = 0;
        Set<String> groups = new TreeSet<>();
        for (Cell cell : cells) {
            List<Label> labels = cell.labels();
            groups.add(labels.get(0).toString());
            boolean ours = within.isEmpty() || labels.get(0).toString().equals(group);
            if (ours && labels.stream().allMatch(Label::isGroup)) {
                String unit = labels.get(labels.size() - 1).toString();
                Optional<Share> share = Share.of(cell);
                share.ifPresent(counts -> found.add(new Units.Unit(unit, counts)));
                masked += share.isPresent() ? 0 : 1;
            }
        }
        if (within.isPresent() && !groups.contains(group)) {
            throw new IllegalArgumentException("group: must be one of " + groups + ", was " + group);
        }
        String of = indicator.name() + ", " + tally.question().of().name() + (group.isEmpty() ? "" : ", " + group);
        return new Units(of, found, masked);
    }
}
