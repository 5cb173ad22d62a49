package org.waymark.io.sql.internal;

/**
 * A day of a row as expressions.
 *
 * @param value the day; null if it never came or is unknown
 * @param reason why it is unknown, as {@link Truths} writes reasons; 0 if it is known, or never came
 */
record DaySql(String value, String reason) {}
