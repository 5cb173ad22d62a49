/** What changed between two runs of the same figures, and why. Start with {@link org.waymark.metrics.comparison.Comparison}. */
@NullMarked
package org.waymark.metrics.comparison;

import org.jspecify.annotations.NullMarked;
