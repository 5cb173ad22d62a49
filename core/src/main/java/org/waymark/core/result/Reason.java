package org.waymark.core.result;

import java.util.Locale;

/** What is wrong, or worth knowing, about a place in a source. */
public enum Reason {
    /** The source as a whole is not what was asked for: no such entry, not a zip, not text, a newer version. */
    WRONG_SOURCE,
    /** The source breaks off or its quoting does not close. */
    BROKEN_SOURCE,
    /** Bytes that are not text in the declared encoding. */
    BROKEN_ENCODING,
    /** A stated limit was passed: size, columns, length of a field, number of labels. */
    OVER_LIMIT,
    /** A column that was declared is not there. */
    MISSING_COLUMN,
    /** Two columns bear the same header. */
    REPEATED_COLUMN,
    /** Columns that nobody asked for. */
    UNREAD_COLUMNS,
    /** A row has more or fewer fields than the header. */
    RAGGED_ROW,
    /** A value that must be given is not. */
    MISSING_VALUE,
    /** An id that was already used; the first row stands. */
    DUPLICATE_ID,
    /** A label that the mapping does not know. */
    UNKNOWN_LABEL,
    /** Text that is not a date in the declared form. */
    UNREADABLE_DATE,
    /** Text that is not a number in the declared form. */
    UNREADABLE_NUMBER,
    /** A value outside the range it can have. */
    OUT_OF_RANGE,
    /** A reference to something that was not loaded. */
    DANGLING_REFERENCE,
    /** Two values of one row, or two rows, contradict each other. */
    CONTRADICTION,
    /** A constraint of the model does not hold. */
    CONSTRAINT,
    /** A header that is one slip away from a known one, and was read as such; or a column without a header. */
    MISSPELT_HEADER,
    /** The right word with the wrong capitals; it was read as meant. */
    LETTER_CASE,
    /** An earlier or draft form of the format. */
    OLDER_FORM,
    /** A member of a document that is of another type than the format says. */
    WRONG_TYPE,
    /** A document outside the days between which it holds. */
    NOT_IN_FORCE,
    /** How something ambiguous was understood. */
    UNDERSTOOD_AS;

    /** The code that is printed and filtered by, such as {@code duplicate-id}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
