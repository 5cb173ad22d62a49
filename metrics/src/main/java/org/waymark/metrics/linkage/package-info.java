/**
 * How many different people stand in several lists. Start with {@link org.waymark.metrics.linkage.Linkage}, which links rows on
 * declared keys; where only the lengths of lists are known, {@link org.waymark.metrics.linkage.Linkage#headcounts} gives the
 * interval in which the number lies.
 */
@NullMarked
package org.waymark.metrics.linkage;

import org.jspecify.annotations.NullMarked;
