/** What is asked: indicators, cohorts and questions as data that every engine understands. Start with {@link org.waymark.core.indicator.Indicator}; a {@link org.waymark.core.indicator.Question} is what an engine receives. */
@NullMarked
package org.waymark.core.indicator;

import org.jspecify.annotations.NullMarked;
