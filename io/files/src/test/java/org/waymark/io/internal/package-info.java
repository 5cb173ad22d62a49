/** Tests of what readers and writers stand on. */
@NullMarked
package org.waymark.io.internal;

import org.jspecify.annotations.NullMarked;
