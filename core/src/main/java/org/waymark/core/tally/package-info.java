/** Whole-number counts per cell and state: what engines give and measures take. Start with {@link org.waymark.core.tally.Tally}; how long things take is counted in a {@link org.waymark.core.tally.TimeTally}. */
@NullMarked
package org.waymark.core.tally;

import org.jspecify.annotations.NullMarked;
