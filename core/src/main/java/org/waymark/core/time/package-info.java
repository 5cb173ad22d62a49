/** School years and ranges of days. Start with {@link org.waymark.core.time.SchoolYear}. */
@NullMarked
package org.waymark.core.time;

import org.jspecify.annotations.NullMarked;
