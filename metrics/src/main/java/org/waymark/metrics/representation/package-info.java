/**
 * Do participants look like the region they come from? Start with
 * {@link org.waymark.metrics.representation.Benchmark}: what the region is known to be like, and how well.
 */
@NullMarked
package org.waymark.metrics.representation;

import org.jspecify.annotations.NullMarked;
