/**
 * Do participants look like the region they come from? Start with {@link org.waymark.metrics.representation.Representation},
 * where the region was counted, or {@link org.waymark.metrics.representation.EstimatedParity}, where a
 * {@link org.waymark.metrics.representation.Benchmark} says what it is known to be like, and how well.
 */
@NullMarked
package org.waymark.metrics.representation;

import org.jspecify.annotations.NullMarked;
