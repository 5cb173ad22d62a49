/**
 * Rates of many small units, such as the schools of one group: how much of the differences is real, what each is worth, and
 * which stand out. Start with {@link org.waymark.metrics.smallgroup.ShrunkenRates}; for single units beside limits of chance,
 * {@link org.waymark.metrics.smallgroup.FunnelPlot}.
 *
 * <p>All of it is within one group, across its units: rates of different groups must not borrow from each other, or a gap would
 * shrink by the method. A shrunken rate is a type of its own, which no goal and no gap accepts.
 */
@NullMarked
package org.waymark.metrics.smallgroup;

import org.jspecify.annotations.NullMarked;
