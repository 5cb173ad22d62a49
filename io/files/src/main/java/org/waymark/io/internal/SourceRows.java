package org.waymark.io.internal;

/** Takes the rows of several sources, one after another. */
public interface SourceRows extends Rows {
    /** The rows of a source follow. */
    default void source(String name) {}

    /** The rows of the source have all come. */
    default void finish() {}
}
