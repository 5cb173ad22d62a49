package org.waymark.io.sql.internal;

import java.util.Optional;

/**
 * The answers of a condition for the rows of a frame.
 *
 * @param answer the column of the answers, as {@link Truths} writes them, or one answer for all
 * @param open the column that is 1 where a window that the condition looks at is still open; empty if none ever is
 * @param step the step of the frame that holds the columns
 */
record Node(String answer, Optional<String> open, int step) {}
