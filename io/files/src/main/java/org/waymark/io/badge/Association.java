package org.waymark.io.badge;

import java.util.Objects;

/**
 * How two achievements of a record belong together.
 *
 * @param type the standard's word, such as {@code isParentOf}
 * @param source id of the achievement of which it is said
 * @param target id of the other one
 */
public record Association(String type, String source, String target) {
    /** Refuses null. */
    public Association {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
    }

    /** The source has the target as a part. */
    public static Association isParentOf(String source, String target) {
        return new Association("isParentOf", source, target);
    }
}
