/** Tests of pages, as text and in a browser. */
@NullMarked
package org.waymark.io.page;

import org.jspecify.annotations.NullMarked;
