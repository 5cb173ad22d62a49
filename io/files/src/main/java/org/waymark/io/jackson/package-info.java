/**
 * Public tables and definitions in the JSON of somebody else's program: {@link org.waymark.io.jackson.WaymarkModule} is
 * registered with its Jackson 3 mapper. Files of our own are {@code org.waymark.io.json}'s.
 */
@NullMarked
package org.waymark.io.jackson;

import org.jspecify.annotations.NullMarked;
