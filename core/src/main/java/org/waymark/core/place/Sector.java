package org.waymark.core.place;

/** Who runs a postsecondary institution and how long its programs are. */
public enum Sector {
    /** Public, programs of up to two years. */
    PUBLIC_2_YEAR,
    /** Public, programs of four years. */
    PUBLIC_4_YEAR,
    /** Private, programs of up to two years. */
    PRIVATE_2_YEAR,
    /** Private, programs of four years. */
    PRIVATE_4_YEAR
}
