package org.waymark.io.sql.internal;

import java.util.Optional;

/**
 * A day or a number as a table gives it, as expressions.
 *
 * @param value the value; null if there is none, or none that can be read
 * @param text the text it was read from, which must write it in one way only; empty if it was no text
 * @param otherwise why it is unknown, as {@link Truths} writes reasons, wherever it cannot be held; 0 if there is none
 */
record RawSql(String value, Optional<String> text, String otherwise) {}
