package org.waymark.io.sql.internal;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is to be written.
 *
 * @param name its name
 * @param holds what it holds: a text, a list of texts, a day or a number
 * @param value the value of each row: a text, a list of texts, a day, a whole number or an exact decimal; null for none
 */
public record OutgoingColumn(String name, Holds holds, IntFunction<@Nullable Object> value) {}
