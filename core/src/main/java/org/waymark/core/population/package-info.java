/**
 * Rosters of students and of what hangs on them, held column by column, and the counting of questions over them. Start
 * with {@link org.waymark.core.population.Population}; a {@link org.waymark.core.population.Cohort} of it answers
 * questions.
 */
@NullMarked
package org.waymark.core.population;

import org.jspecify.annotations.NullMarked;
