/** What every measure is: a recipe that is run over counts and gives a result which says what it is. Start with {@link org.waymark.metrics.measure.Measure}. */
@NullMarked
package org.waymark.metrics.measure;

import org.jspecify.annotations.NullMarked;
