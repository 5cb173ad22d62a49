package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * Reads a pipeline off a tally: one indicator per stage, of which each asks those who succeeded at the one before.
 *
 * @param stages the indicators in their order
 * @param groups along what the groups stand
 * @param first the first group
 * @param second the second group
 */
public record PipelineGap(List<Indicator> stages, Axis groups, String first, String second)
        implements Measure<Tally, Pipeline> {
    private static final Share NOBODY = new Share(0, 0);

    /** Copies the stages; refuses none. */
    public PipelineGap {
        stages = List.copyOf(stages);
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages: must be one at least");
        }
    }

    @Override
    public Pipeline over(Tally tally) {
        List<PipelineStage> read = new ArrayList<>();
        boolean exact = true;
        for (Indicator stage : stages) {
            Optional<Share> one = Share.of(cell(tally, stage, first));
            Optional<Share> two = Share.of(cell(tally, stage, second));
            exact &= one.isPresent() && two.isPresent();
            read.add(new PipelineStage(stage.name(), one.orElse(NOBODY), two.orElse(NOBODY)));
        }
        return new Pipeline(first, second, read, exact ? Optional.empty() : Optional.of(Undefined.MASKED));
    }

    private Cell cell(Tally tally, Indicator stage, String group) {
        return tally.group(stage, groups, group)
                .orElseThrow(() ->
                        new IllegalArgumentException("group: must be one of " + groups.title() + ", was " + group));
    }
}
