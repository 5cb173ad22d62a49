package org.waymark.metrics.segregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.rate.Share;

/**
 * How unequal the rates of units are, such as schools, each weighted by its members. Units whose rate is not known exactly
 * are left out.
 *
 * @param indicator whose rates
 * @param units along what the units stand
 */
public record RatesOfUnits(Indicator indicator, Axis units) implements Measure<Tally, Inequality> {
    /** Refuses null. */
    public RatesOfUnits {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(units, "units");
    }

    @Override
    public Inequality over(Tally tally) {
        List<Inequality.Value> values = new ArrayList<>();
        for (Cell cell : tally.by(indicator, units)) {
            if (cell.labels().stream().allMatch(Label::isGroup)) {
                Share.of(cell)
                        .filter(share -> share.n() > 0)
                        .ifPresent(share -> values.add(new Inequality.Value(share.value(), share.n())));
            }
        }
        return new Inequality(values);
    }
}
