package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * Reads a pipeline off a tally: one indicator per stage, of which each asks those who succeeded at the one before. Ask the
 * cohort for {@link #stages} along the groups, and hand the tally to {@link #over}.
 *
 * @param stages the indicators in their order
 * @param groups along what the groups stand
 * @param first the first group
 * @param second the second group
 */
public record PipelineGap(List<Indicator> stages, Axis groups, String first, String second)
        implements Measure<Tally, Pipeline> {
    private static final Share NOBODY = new Share(0, 0);

    /** Copies the stages. */
    public PipelineGap {
        stages = List.copyOf(stages);
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }

    /** A pipeline of no stage yet, between two groups. */
    public static PipelineGap of(Axis groups, String first, String second) {
        return new PipelineGap(List.of(), groups, first, second);
    }

    /** The same with one more stage, of which those are asked who came through all before. */
    public PipelineGap stage(String name, Condition passed) {
        Condition universe = stages.isEmpty() ? Condition.always() : through(stages.get(stages.size() - 1));
        return stage(Indicator.builder("stage-" + (stages.size() + 1))
                .name(name)
                .universe(universe)
                .success(passed)
                .build());
    }

    private static Condition through(Indicator stage) {
        return stage.universe() instanceof Condition.Always
                ? stage.success()
                : stage.universe().and(stage.success());
    }

    /** The same with an indicator as one more stage; it must itself ask those who came through the one before. */
    public PipelineGap stage(Indicator stage) {
        List<Indicator> more = new ArrayList<>(stages);
        more.add(stage);
        return new PipelineGap(more, groups, first, second);
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
        boolean overlapping = tally.overlap(groups) || !tally.overlapIsKnown(groups);
        Optional<Undefined> missing = exact ? Optional.empty() : Optional.of(Undefined.MASKED);
        return new Pipeline(first, second, read, overlapping, missing);
    }

    private Cell cell(Tally tally, Indicator stage, String group) {
        return tally.group(stage, groups, group)
                .orElseThrow(() ->
                        new IllegalArgumentException("group: must be one of " + groups.title() + ", was " + group));
    }
}
