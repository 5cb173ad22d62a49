/**
 * A job for a cluster: {@link org.waymark.cluster.CredentialsByClass} asks the catalogue's question of a folder of Parquet
 * files. Take DuckDB instead where the files lie on one machine.
 */
@NullMarked
package org.waymark.cluster;

import org.jspecify.annotations.NullMarked;
