/** Published goals and how they stand. Start with {@link org.waymark.metrics.goal.Goal}. */
@NullMarked
package org.waymark.metrics.goal;

import org.jspecify.annotations.NullMarked;
