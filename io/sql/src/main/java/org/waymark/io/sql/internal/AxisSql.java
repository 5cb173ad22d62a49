package org.waymark.io.sql.internal;

import java.util.Optional;
import java.util.function.BiFunction;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Category;

/**
 * The groups of an axis as expressions over the last step of a frame.
 *
 * @param axis the axis
 * @param key what tells one category from another
 * @param reason beside the key, why the groups are unknown; empty if the key says it all
 * @param step the step of the frame that holds all that the expressions read
 * @param size how many categories there may be, roughly
 * @param category the category that a key and a reason mean, both null where the engine gave null
 */
record AxisSql(
        Axis axis,
        String key,
        Optional<String> reason,
        int step,
        long size,
        BiFunction<Optional<String>, Integer, Category> category) {}
