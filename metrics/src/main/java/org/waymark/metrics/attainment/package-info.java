/**
 * Attainment that no single cohort can show. {@link org.waymark.metrics.attainment.ProjectedAttainment} chains the rates of
 * three named cohorts and says so; {@link org.waymark.metrics.attainment.OutcomeByParticipation} sets what became of those who
 * took part beside what became of the others, as an association and never as an effect. How well an outcome can be told from the
 * group is asked by {@link org.waymark.metrics.inequality.Predictability}, whether a gap closes by {@link
 * org.waymark.metrics.gap.GapChanges}.
 */
@NullMarked
package org.waymark.metrics.attainment;

import org.jspecify.annotations.NullMarked;
