/** Tests of pictures. */
@NullMarked
package org.waymark.io.chart;

import org.jspecify.annotations.NullMarked;
