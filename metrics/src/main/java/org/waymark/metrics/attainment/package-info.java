/**
 * Attainment that no single cohort can show. {@link org.waymark.metrics.attainment.ProjectedAttainment} chains the rates of
 * three named cohorts and says so; {@link org.waymark.metrics.attainment.OutcomeByParticipation} sets what became of those who
 * took part beside what became of the others, as an association and never as an effect; {@link
 * org.waymark.metrics.attainment.Predictability} tells how well an outcome can be told from the group.
 */
@NullMarked
package org.waymark.metrics.attainment;

import org.jspecify.annotations.NullMarked;
