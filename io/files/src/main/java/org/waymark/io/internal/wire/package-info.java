/** The types of ours that a portal's own JSON library may be asked to write, and how. */
@NullMarked
package org.waymark.io.internal.wire;

import org.jspecify.annotations.NullMarked;
