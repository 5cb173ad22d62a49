/**
 * Disproportionate impact: the percentage point gap, the proportionality index and the 80 % index, as colleges have to report
 * them, with the uncertainty and the verdict beside each flag. Start with
 * {@link org.waymark.metrics.impact.DisproportionateImpact}; a single statistic on counts is
 * {@link org.waymark.metrics.impact.PercentagePointGap}.
 */
@NullMarked
package org.waymark.metrics.impact;

import org.jspecify.annotations.NullMarked;
