/**
 * What the labour market asks for, beside what schools and colleges give. {@link org.waymark.metrics.demand.DemandShares} for
 * nested shares of jobs, {@link org.waymark.metrics.demand.SupplyDemand} for openings against completers.
 */
@NullMarked
package org.waymark.metrics.demand;

import org.jspecify.annotations.NullMarked;
