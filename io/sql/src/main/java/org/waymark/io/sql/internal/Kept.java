package org.waymark.io.sql.internal;

/**
 * A step that several later ones read from, for an engine that would make it anew for each of them.
 *
 * @param name under which its rows are to be found
 * @param statement what gives the rows
 */
public record Kept(String name, Statement statement) {}
