/** How far a long read or write has come. Start with {@link org.waymark.io.progress.Progress}. */
@NullMarked
package org.waymark.io.progress;

import org.jspecify.annotations.NullMarked;
