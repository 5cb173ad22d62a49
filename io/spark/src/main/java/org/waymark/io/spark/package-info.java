/**
 * Questions answered by a Spark cluster: {@link org.waymark.io.spark.Spark}. For what one machine can hold on its disk, ask
 * DuckDB instead; it is faster there.
 */
@NullMarked
package org.waymark.io.spark;

import org.jspecify.annotations.NullMarked;
