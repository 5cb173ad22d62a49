package org.waymark.metrics.attainment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * The share of a class that will earn a credential if today's rates hold: the chain of graduation, enrolment and completion.
 *
 * <p><b>Formula:</b> the product of the links' rates; the variance of its logarithm is Σ (1 - p)/(n p), and limits are
 * exponentials of the logarithm's. <b>Unit:</b> a share in [0, 1]. <b>How to read it:</b> as a projection. It assumes that
 * today's ninth graders will graduate like the last class, enrol like the graduates before them and complete like an older
 * class still, and that those who enrol later or earn something without enrolling are as many as they were. <b>When it
 * applies:</b> where the class itself is too young; each link is of a cohort of its own, which is named, and each later link
 * has the former's successes as its base. <b>Edge cases:</b> a link of nobody, or masked, gives no projection; a link in
 * which nobody succeeded gives 0 without limits. <b>Source:</b> Career Connect Southwest and Partnership for Learning,
 * students projected to earn a credential; delta method for a product of independent proportions.
 *
 * @param links the chain, first link first
 * @param confidence the level of the limits
 */
public record ProjectedAttainment(List<Link> links, double confidence) implements Tabular {
    /**
     * One rate of the chain.
     *
     * @param step what it is the rate of
     * @param cohort of whom, as of when
     * @param share the rate; empty if the source keeps counts back
     */
    public record Link(String step, String cohort, Optional<Share> share) {
        /** A link from a tally, of everybody in it. */
        public static Link of(Indicator indicator, Tally tally) {
            return of(indicator, tally, tally.total(indicator));
        }

        /** A link from one cell of a tally: the same group must be taken in every link. */
        public static Link of(Indicator indicator, Tally tally, Cell cell) {
            String cohort = tally.question().of().name()
                    + tally.question().period().map(year -> ", " + year).orElse("") + ", as of "
                    + tally.question().asOf();
            Optional<Share> share = cell.yes().isExact() && cell.no().isExact()
                    ? Optional.of(new Share(cell.yes().exact(), cell.known().exact()))
                    : Optional.empty();
            return new Link(indicator.name(), cohort, share);
        }
    }

    /** Copies the links; refuses none and levels outside (0, 1). */
    public ProjectedAttainment {
        links = List.copyOf(links);
        if (links.isEmpty()) {
            throw new IllegalArgumentException("links: must hold one at least");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /** The chain of graduation, enrolment of graduates and completion of those enrolled, with limits at 95 %. */
    public static ProjectedAttainment of(Link graduation, Link enrolment, Link completion) {
        return new ProjectedAttainment(List.of(graduation, enrolment, completion), 0.95);
    }

    /** Why there is no projection; empty if there is one. */
    public Optional<Undefined> undefined() {
        for (Link link : links) {
            if (link.share().isEmpty()) {
                return Optional.of(Undefined.MASKED);
            } else if (link.share().get().n() == 0) {
                return Optional.of(Undefined.NO_OBSERVATIONS);
            }
        }
        return Optional.empty();
    }

    /** The projected share. */
    public Optional<Double> value() {
        return undefined().isPresent()
                ? Optional.empty()
                : Optional.of(links.stream()
                        .mapToDouble(link -> link.share().orElseThrow().value())
                        .reduce(1, (a, b) -> a * b));
    }

    /** The limits, in [0, 1]: of the chance in the links, not of the assumption that they hold together. */
    public Optional<Interval> interval() {
        Optional<Double> value = value();
        if (value.isEmpty() || value.get() == 0) {
            return Optional.empty();
        }
        double variance = 0;
        for (Link link : links) {
            Share share = link.share().orElseThrow();
            variance += (1 - share.value()) / (share.n() * share.value());
        }
        if (variance == 0) {
            return Optional.empty();
        }
        double reach = Quantiles.normal(confidence) * Math.sqrt(variance);
        return Optional.of(new Interval(
                        value.get() * Math.exp(-reach), value.get() * Math.exp(reach), confidence, "delta, logarithm")
                .clippedTo(0, 1));
    }

    /** The chain in words, with what it assumes. */
    public String explain() {
        List<String> lines = new ArrayList<>();
        lines.add("PROJECTED, not observed: no class has lived through all of it yet.");
        for (Link link : links) {
            lines.add(link.step() + " (" + link.cohort() + "): "
                    + link.share().map(Share::toString).orElse(Undefined.MASKED.toString()));
        }
        lines.add(value().map(value -> String.format(Locale.ROOT, "Together %.1f %% of a class.", 100 * value))
                .orElseGet(() -> "There is no projection: " + undefined().orElseThrow() + "."));
        lines.add("It assumes that each link will hold for a class that has not come to it, and that nobody earns a"
                + " credential outside the chain.");
        return String.join("\n", lines);
    }

    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        for (Link link : links) {
            Figure.Builder figure = link.share()
                    .filter(share -> share.n() > 0)
                    .map(share -> Figure.of(link.step(), share.value())
                            .count("yes", share.yes())
                            .count("n", share.n()))
                    .orElseGet(() -> Figure.undefined(
                            link.step(), link.share().isEmpty() ? Undefined.MASKED : Undefined.NO_OBSERVATIONS));
            figures.add(figure.of(link.cohort()).build());
        }
        Figure.Builder all = value().map(value -> Figure.of("Projected attainment", value))
                .orElseGet(() ->
                        Figure.undefined("Projected attainment", undefined().orElseThrow()));
        interval().ifPresent(all::interval);
        if (value().isPresent() && interval().isEmpty()) {
            all.withoutLimits(Undefined.ZERO_VARIANCE);
        }
        figures.add(all.verdict("PROJECTED").build());
        return Figure.table("Projected attainment", figures);
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
