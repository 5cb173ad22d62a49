/** Rates and their intervals. Start with {@link org.waymark.metrics.rate.Rate}. */
@NullMarked
package org.waymark.metrics.rate;

import org.jspecify.annotations.NullMarked;
