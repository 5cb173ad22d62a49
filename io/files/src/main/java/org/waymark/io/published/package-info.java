/**
 * Tables that others have published: counts, rates and masked cells read into tallies by a profile that is data. Start with
 * {@link org.waymark.io.published.Published}.
 */
@NullMarked
package org.waymark.io.published;

import org.jspecify.annotations.NullMarked;
