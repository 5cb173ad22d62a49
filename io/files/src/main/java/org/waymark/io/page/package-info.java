/**
 * A report as one HTML file that needs nothing from elsewhere: goals with their status in words, pictures, tables that can be
 * sorted and downloaded, definitions and sources. Start with {@link org.waymark.io.page.Page}.
 *
 * <p>It is made for everyone: read by keyboard, by a screen reader, on a telephone, in the dark and on paper, in English, Spanish
 * or a language of your own.
 */
@NullMarked
package org.waymark.io.page;

import org.jspecify.annotations.NullMarked;
