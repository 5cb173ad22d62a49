/** The portal as those who ask it see it. */
@NullMarked
package org.waymark.portal;

import org.jspecify.annotations.NullMarked;
