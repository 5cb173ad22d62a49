package org.waymark.metrics.measure;

import java.util.function.Function;

/**
 * A recipe that is run over counts: the only shape of a measure.
 *
 * @param <I> what it is run over: a tally, or another kind of additive counts
 * @param <R> its result
 */
@FunctionalInterface
public interface Measure<I, R> {
    /** Runs the recipe. */
    R over(I counted);

    /** The same recipe with something done to its result. */
    default <S> Measure<I, S> then(Function<? super R, ? extends S> change) {
        return counted -> change.apply(over(counted));
    }
}
