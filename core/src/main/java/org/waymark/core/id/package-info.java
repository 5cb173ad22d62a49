/** Ids: text that names a student, a school, a partner. One type each, so that they cannot be mixed up. Start with {@link org.waymark.core.id.StudentId}. */
@NullMarked
package org.waymark.core.id;

import org.jspecify.annotations.NullMarked;
