/** Tests of the words beside figures. */
@NullMarked
package org.waymark.io.language;

import org.jspecify.annotations.NullMarked;
