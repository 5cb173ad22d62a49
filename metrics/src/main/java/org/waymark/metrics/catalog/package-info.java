/** Named, versioned and cited indicators. Start with {@link org.waymark.metrics.catalog.Catalog}. */
@NullMarked
package org.waymark.metrics.catalog;

import org.jspecify.annotations.NullMarked;
