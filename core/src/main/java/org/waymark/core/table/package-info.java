/** Results as columns and rows, for printing and for writers. Start with {@link org.waymark.core.table.Table}. */
@NullMarked
package org.waymark.core.table;

import org.jspecify.annotations.NullMarked;
