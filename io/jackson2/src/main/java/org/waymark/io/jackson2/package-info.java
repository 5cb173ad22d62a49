/**
 * For programs that are on Jackson 2: {@link org.waymark.io.jackson2.WaymarkJackson2Module} does what {@link
 * org.waymark.io.jackson.WaymarkModule} does for Jackson 3.
 */
@NullMarked
package org.waymark.io.jackson2;

import org.jspecify.annotations.NullMarked;
