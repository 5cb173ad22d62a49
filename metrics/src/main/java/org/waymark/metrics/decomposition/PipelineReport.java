package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Undefined;

/** A pipeline in rows and in words. */
final class PipelineReport {
    private static final double CONFIDENCE = 0.95;

    private final Pipeline pipeline;

    PipelineReport(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    private Undefined why() {
        return pipeline.missing().orElse(Undefined.NO_OBSERVATIONS);
    }

    Table table() {
        List<Figure> figures = new ArrayList<>();
        figures.add(gap());
        List<Double> parts = pipeline.shapley();
        for (int i = 0; i < pipeline.stages().size(); i++) {
            PipelineStage stage = pipeline.stages().get(i);
            Figure.Builder figure = parts.isEmpty()
                    ? Figure.undefined("Part of the gap", why())
                    : Figure.of("Part of the gap", parts.get(i));
            figures.add(figure.of(stage.name())
                    .count("first_n", stage.first().n())
                    .count("first_yes", stage.first().yes())
                    .count("second_n", stage.second().n())
                    .count("second_yes", stage.second().yes())
                    .method("Shapley")
                    .inference(Inference.DESCRIPTIVE)
                    .build());
        }
        return Figure.table("Where the pipeline leaks", figures);
    }

    Table remaining() {
        Table.Builder rows = Table.builder("What is left of each group")
                .column(Column.text("group", "who"))
                .column(Column.text("stage", "how far they have come"))
                .column(Column.share("rate", "of those of the group who began"));
        for (PipelineStage stage : pipeline.stages()) {
            Pipeline so = pipeline.upTo(stage.name());
            rows.row(Datum.text(pipeline.first()), Datum.text(stage.name()), rate(so.firstRate()));
            rows.row(Datum.text(pipeline.second()), Datum.text(stage.name()), rate(so.secondRate()));
        }
        return rows.build();
    }

    private Datum rate(Optional<Double> rate) {
        return Datum.realOr(rate, why().toString());
    }

    private Figure gap() {
        PipelineStage begin = pipeline.stages().get(0);
        Figure.Builder figure =
                pipeline.gap().map(gap -> Figure.of("Gap", gap)).orElseGet(() -> Figure.undefined("Gap", why()));
        figure.of(pipeline.first() + " - " + pipeline.second())
                .count("first_n", begin.first().n())
                .count("second_n", begin.second().n())
                .method("product of the stages" + (pipeline.overlapping() ? ", groups share members" : ""));
        Optional<Double> error = pipeline.gapError().filter(value -> value > 0);
        if (error.isPresent()) {
            double reach = Quantiles.normal(CONFIDENCE) * error.get();
            double gap = pipeline.gap().orElseThrow();
            Interval limits = new Interval(gap - reach, gap + reach, CONFIDENCE, "delta method");
            figure.standardError(error.get()).interval(limits.clippedTo(-1, 1));
        } else if (pipeline.gap().isPresent() && !pipeline.overlapping()) {
            figure.withoutLimits(Undefined.ZERO_VARIANCE);
        }
        return figure.build();
    }

    String explain() {
        if (pipeline.gap().isEmpty()) {
            return "What comes through cannot be said: " + why() + ".";
        }
        String found = String.format(
                Locale.ROOT,
                "%.1f %% (%s) and %.1f %% (%s) come through all stages: a gap of %+.1f points.",
                100 * pipeline.firstRate().orElseThrow(),
                pipeline.first(),
                100 * pipeline.secondRate().orElseThrow(),
                pipeline.second(),
                100 * pipeline.gap().orElseThrow());
        String joined = pipeline.isNested() ? "" : " Not everybody who went on from a stage is counted at the next.";
        return found + split() + pipeline.largestLeak().map(this::told).orElse("") + joined + " " + Words.STAGES;
    }

    private String split() {
        List<Double> parts = pipeline.shapley();
        if (parts.isEmpty()) {
            return " It cannot be split: at a stage nobody is left.";
        }
        return IntStream.range(0, parts.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT, "%s %+.1f", pipeline.stages().get(i).name(), 100 * parts.get(i)))
                .collect(Collectors.joining(", ", " By stage: ", "."));
    }

    private String told(PipelineStage leak) {
        return String.format(
                Locale.ROOT,
                " It leaks most at \"%s\", which %.1f %% (%s) and %.1f %% (%s) of those who came to it pass.",
                leak.name(),
                100 * leak.first().value(),
                pipeline.first(),
                100 * leak.second().value(),
                pipeline.second());
    }
}
