package org.waymark.io.sql.internal;

import java.util.List;

/**
 * One SQL statement.
 *
 * @param text the text, with a place for each parameter, as the engine writes places
 * @param parameters texts and whole numbers, in the order of their places
 */
public record Statement(String text, List<Object> parameters) {
    /** Copies the parameters. */
    public Statement {
        parameters = List.copyOf(parameters);
    }
}
