/**
 * How many reach something by a horizon, and how long it takes, when not everybody could be followed to the end. Start with
 * {@link org.waymark.metrics.survival.AttainmentRate} over a tally of times; with one's own rows, with
 * {@link org.waymark.metrics.survival.RiskTable}, off which every curve and test here is read.
 */
@NullMarked
package org.waymark.metrics.survival;

import org.jspecify.annotations.NullMarked;
