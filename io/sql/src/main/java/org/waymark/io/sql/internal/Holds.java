package org.waymark.io.sql.internal;

/** What a column of a table holds, as far as it matters to counting. */
public enum Holds {
    /** A text. */
    TEXT,
    /** A list of texts. */
    TEXTS,
    /** A day. */
    DAY,
    /** A moment, of which the day matters. */
    MOMENT,
    /** A whole number or an exact decimal. */
    NUMBER,
    /** A floating-point number. */
    REAL,
    /** True or false. */
    TRUTH,
    /** Anything else; it can be read as a text. */
    OTHER
}
