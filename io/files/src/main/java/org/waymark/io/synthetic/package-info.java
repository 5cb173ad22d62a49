/**
 * A made-up region to try, test and teach with, for people who hold no student records. Start with
 * {@link org.waymark.io.synthetic.Synthetic}.
 */
@NullMarked
package org.waymark.io.synthetic;

import org.jspecify.annotations.NullMarked;
