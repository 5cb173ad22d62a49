/**
 * The one door through which a release issues a {@link org.waymark.core.publication.PublicTable}. It is open to the
 * measures' module only.
 */
@NullMarked
package org.waymark.core.publication.door;

import org.jspecify.annotations.NullMarked;
