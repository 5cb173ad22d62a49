/** Tables for documents that people write. Start with {@link org.waymark.io.text.Markdown}. */
@NullMarked
package org.waymark.io.text;

import org.jspecify.annotations.NullMarked;
