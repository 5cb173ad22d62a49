/** Delimited text, archives and files that appear whole or not at all. */
@NullMarked
package org.waymark.io.internal;

import org.jspecify.annotations.NullMarked;
