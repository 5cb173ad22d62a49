package org.waymark.core.partner;

/** How people meet. */
public enum Mode {
    /** In person. */
    IN_PERSON,
    /** At a distance. */
    VIRTUAL,
    /** Both. */
    MIXED
}
