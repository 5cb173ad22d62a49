/**
 * What may be shown to everyone, and what is said beside it. Start with {@link org.waymark.core.publication.PublicTable};
 * only a release can issue one.
 */
@NullMarked
package org.waymark.core.publication;

import org.jspecify.annotations.NullMarked;
