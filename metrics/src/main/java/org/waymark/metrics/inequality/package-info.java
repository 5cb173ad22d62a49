/**
 * How unequal an outcome is over many groups, in one number: the twenty-one summary measures that the World Health
 * Organization uses, each with its uncertainty. Start with {@link org.waymark.metrics.inequality.GroupInequality} over a tally,
 * or with {@link org.waymark.metrics.inequality.Subgroups} where others have estimated the groups; one figure is
 * {@link org.waymark.metrics.inequality.InequalityMeasure}. For single groups against a reference see
 * {@link org.waymark.metrics.gap.Gap}, for schools and other units see {@link org.waymark.metrics.segregation.Inequality}.
 */
@NullMarked
package org.waymark.metrics.inequality;

import org.jspecify.annotations.NullMarked;
