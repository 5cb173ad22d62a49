/** Tests of JSON. */
@NullMarked
package org.waymark.io.json;

import org.jspecify.annotations.NullMarked;
