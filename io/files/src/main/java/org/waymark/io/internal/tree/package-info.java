/** JSON documents that are held whole, as trees: read within limits and printed for people. */
@NullMarked
package org.waymark.io.internal.tree;

import org.jspecify.annotations.NullMarked;
