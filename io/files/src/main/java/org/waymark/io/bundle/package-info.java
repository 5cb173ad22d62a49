/**
 * A result with everything by which somebody else can get it again. Start with {@link
 * org.waymark.io.bundle.ReplicationBundle}.
 */
@NullMarked
package org.waymark.io.bundle;

import org.jspecify.annotations.NullMarked;
