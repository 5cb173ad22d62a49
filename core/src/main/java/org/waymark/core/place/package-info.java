/** Schools, districts, regions, networks and postsecondary institutions. Start with {@link org.waymark.core.place.School}. */
@NullMarked
@WaymarkStyle
package org.waymark.core.place;

import org.jspecify.annotations.NullMarked;
import org.waymark.core.internal.WaymarkStyle;
