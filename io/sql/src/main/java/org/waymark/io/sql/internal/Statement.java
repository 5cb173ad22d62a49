package org.waymark.io.sql.internal;

import java.util.List;

/**
 * One SQL statement.
 *
 * @param text the text, with a question mark for each parameter
 * @param parameters texts and whole numbers, in the order of the question marks
 */
public record Statement(String text, List<Object> parameters) {
    /** Copies the parameters. */
    public Statement {
        parameters = List.copyOf(parameters);
    }
}
