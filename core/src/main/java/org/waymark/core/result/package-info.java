/** What reading gives back: the value and everything wrong with its source. Start with {@link org.waymark.core.result.Loaded}. */
@NullMarked
package org.waymark.core.result;

import org.jspecify.annotations.NullMarked;
