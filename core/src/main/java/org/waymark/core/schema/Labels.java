package org.waymark.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * What one member has in a column of labels: some labels, known to be none, or unknown for a reason.
 *
 * @param labels the labels, without repetition, in the order of their characters
 * @param unknown why they are not known; empty if they are
 */
public record Labels(List<String> labels, Optional<Unknown> unknown) {
    /** Known to be none. */
    public static final Labels NONE = new Labels(List.of(), Optional.empty());

    /** Sorts and copies the labels: the order in which they were given means nothing. */
    public Labels {
        labels = labels.stream().distinct().sorted().toList();
        if (unknown.isPresent() && !labels.isEmpty()) {
            throw new IllegalArgumentException("labels: must be empty where they are unknown");
        }
    }

    /** One label. */
    public static Labels of(String label) {
        return of(List.of(label));
    }

    /** Several labels. */
    public static Labels of(List<String> labels) {
        return new Labels(labels, Optional.empty());
    }

    /** Unknown for a reason. */
    public static Labels unknown(Unknown reason) {
        return new Labels(List.of(), Optional.of(reason));
    }

    @Override
    public String toString() {
        return unknown.map(reason -> "(" + reason + ")").orElseGet(() -> String.join(";", labels));
    }
}
