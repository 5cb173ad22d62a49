/**
 * Where a gap comes from: from different rates or a different mix, from this stage of a pipeline or that, from what people
 * bring or what it is worth to them. Start with {@link org.waymark.metrics.decomposition.StratifiedComparison} for strata
 * of a tally, {@link org.waymark.metrics.decomposition.Pipeline} for stages, and {@link
 * org.waymark.metrics.decomposition.OaxacaBlinder} for several variables at once. None says what is justified.
 */
@NullMarked
package org.waymark.metrics.decomposition;

import org.jspecify.annotations.NullMarked;
