/** How a question becomes SQL, and rows become a tally or a population. Start with {@link org.waymark.io.sql.internal.QuestionSql}. */
@NullMarked
package org.waymark.io.sql.internal;

import org.jspecify.annotations.NullMarked;
