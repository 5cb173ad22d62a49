/**
 * The words that stand beside figures in pictures and on pages, in the languages families read. Start with
 * {@link org.waymark.io.language.Language}: English and Spanish are here, another is read from a file.
 */
@NullMarked
package org.waymark.io.language;

import org.jspecify.annotations.NullMarked;
