/** One runnable task per file. Start with {@link org.waymark.examples.Scorecard}. */
@NullMarked
package org.waymark.examples;

import org.jspecify.annotations.NullMarked;
