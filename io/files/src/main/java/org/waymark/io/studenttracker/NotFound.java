package org.waymark.io.studenttracker;

/**
 * What is made of a student of whom no record was found. Colleges that do not take part, students who blocked their
 * record, and names that do not match are among them, so not being found is not the same as not having enrolled.
 */
public enum NotFound {
    /** Nobody knows whether the student enrolled: indicators give bounds. */
    UNKNOWN,
    /** The student is taken not to have enrolled, as is the practice of many reports. */
    COUNTED_AS_NO
}
