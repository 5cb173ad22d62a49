package org.waymark.io.sql.internal;

/**
 * A number of a row as expressions.
 *
 * @param value the number in ten-thousandths; null if it is unknown
 * @param reason why it is unknown, as {@link Truths} writes reasons; 0 if it is known
 */
record NumberSql(String value, String reason) {}
