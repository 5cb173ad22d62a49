/**
 * Questions answered inside databases, by one statement each: {@link org.waymark.io.sql.DuckDb} for files and for tables in
 * this process, {@link org.waymark.io.sql.Postgres} for a server. Start with {@code DuckDb.open(path).tally(question)}.
 */
@NullMarked
package org.waymark.io.sql;

import org.jspecify.annotations.NullMarked;
