/**
 * A public portal: catalogue, scorecard, figures and charts over HTTP. Start with {@link org.waymark.portal.Portal}.
 *
 * <p>To make it your own, copy the folder and change two files: {@code Grid} says what is told, {@code application.properties}
 * where the data and the ledger are.
 *
 * <p>{@code Publishing} alone sees students. It counts, releases and hands over a {@code Publication}, in which there are public
 * tables and nothing else; the controllers see that one only.
 */
@NullMarked
package org.waymark.portal;

import org.jspecify.annotations.NullMarked;
