package org.waymark.metrics.decomposition;

import java.util.Optional;
import org.waymark.metrics.rate.Share;

/**
 * A stage of a pipeline: of those of each group who came to it, so many went on.
 *
 * @param name which
 * @param first the first group
 * @param second the second group
 */
public record PipelineStage(String name, Share first, Share second) {
    /** What part of the first group went on; empty if nobody came. */
    public Optional<Double> firstRate() {
        return rate(first);
    }

    /** What part of the second group went on; empty if nobody came. */
    public Optional<Double> secondRate() {
        return rate(second);
    }

    /** The logarithm of the ratio of the two; empty if there is none. */
    public Optional<Double> logRatio() {
        return first.yes() == 0 || second.yes() == 0
                ? Optional.empty()
                : Optional.of(Math.log(first.value() / second.value()));
    }

    private static Optional<Double> rate(Share share) {
        return share.n() == 0 ? Optional.empty() : Optional.of(share.value());
    }
}
