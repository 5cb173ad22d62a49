/** Gaps between a group and a reference, verdicts on them, and how many more students would close them. Start with {@link org.waymark.metrics.gap.Gap}. */
@NullMarked
package org.waymark.metrics.gap;

import org.jspecify.annotations.NullMarked;
