/** The file every researcher has: one row per student under headers of its own. Start with {@link org.waymark.io.student.StudentFile}. */
@NullMarked
package org.waymark.io.student;

import org.jspecify.annotations.NullMarked;
