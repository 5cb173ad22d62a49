package org.waymark.io.sql.internal;

/**
 * A step that several later ones read from, for an engine that would make it anew for each of them.
 *
 * @param name under which its rows are to be found
 * @param few whether the rows are few: cells, not members
 * @param statement what gives the rows
 */
public record Kept(String name, boolean few, Statement statement) {}
