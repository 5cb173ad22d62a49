package org.waymark.core.tally;

import java.util.Objects;

/**
 * A group as a cell names it: one of the axis's groups, or the members whose group is unknown, or those who stand in
 * none. A group that happens to be called "not known" is still another label than the unknown.
 *
 * @param name as printed
 * @param kind which of the three
 */
public record Label(String name, Kind kind) {
    /** Which kind of label. */
    public enum Kind {
        /** A group of the axis. */
        GROUP,
        /** Members whose group is unknown. */
        UNKNOWN,
        /** Members whose labels are known and who stand in no group. */
        NONE
    }

    /** Members whose group is unknown. */
    public static final Label UNKNOWN = new Label("(not known)", Kind.UNKNOWN);

    /** Members who stand in no group. */
    public static final Label NONE = new Label("(none)", Kind.NONE);

    /** Refuses null. */
    public Label {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
    }

    /** A group of the axis. */
    public static Label of(String group) {
        return new Label(group, Kind.GROUP);
    }

    /** Whether it is a group of the axis. */
    public boolean isGroup() {
        return kind == Kind.GROUP;
    }

    @Override
    public String toString() {
        return name;
    }
}
