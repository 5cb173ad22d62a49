/**
 * Rosters in the CSV form of OneRoster 1.1 and 1.2, as student information systems export them. Start with {@link
 * org.waymark.io.oneroster.OneRoster}.
 */
@NullMarked
package org.waymark.io.oneroster;

import org.jspecify.annotations.NullMarked;
