/** Small files of counts that others have made: a published table read as it stands. Start with {@link org.waymark.io.counts.CountsFile}. */
@NullMarked
package org.waymark.io.counts;

import org.jspecify.annotations.NullMarked;
