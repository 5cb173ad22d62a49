/** What is asked: indicators, cohorts and questions as data that every engine understands. Start with {@link org.waymark.core.indicator.Indicator}; a {@link org.waymark.core.indicator.Question} is what an engine receives. How long something takes is a {@link org.waymark.core.indicator.TimeToEvent}, asked by a {@link org.waymark.core.indicator.TimeQuestion}. */
@NullMarked
package org.waymark.core.indicator;

import org.jspecify.annotations.NullMarked;
