package org.waymark.core.place;

/** The grades that a school mainly teaches. */
public enum SchoolLevel {
    /** About kindergarten to grade 5. */
    ELEMENTARY,
    /** About grades 6 to 8. */
    MIDDLE,
    /** About grades 9 to 12. */
    HIGH,
    /** Any other span. */
    OTHER
}
