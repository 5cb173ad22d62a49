/** Comma-separated files: tables out and in, and the whole model. Start with {@link org.waymark.io.csv.Csv}. */
@NullMarked
package org.waymark.io.csv;

import org.jspecify.annotations.NullMarked;
