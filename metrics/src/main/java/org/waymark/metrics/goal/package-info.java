/**
 * Published goals and how they stand. Start with {@link org.waymark.metrics.goal.Goal}; {@link
 * org.waymark.metrics.goal.GoalCheck} holds it to what was observed, {@link org.waymark.metrics.goal.Adoption} takes it to
 * another organisation, and {@link org.waymark.metrics.goal.Vintages} keeps figures that were restated.
 */
@NullMarked
package org.waymark.metrics.goal;

import org.jspecify.annotations.NullMarked;
