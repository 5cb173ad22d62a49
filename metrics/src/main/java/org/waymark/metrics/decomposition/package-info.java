/**
 * Where a gap comes from: from different rates or a different mix, from this stage of a pipeline or that, from what people
 * bring or what it is worth to them. Start with {@link org.waymark.metrics.decomposition.StratifiedComparison} for strata
 * of a tally, and {@link org.waymark.metrics.decomposition.Pipeline} for stages. Neither says what is justified.
 */
@NullMarked
package org.waymark.metrics.decomposition;

import org.jspecify.annotations.NullMarked;
