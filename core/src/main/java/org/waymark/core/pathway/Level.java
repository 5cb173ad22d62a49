package org.waymark.core.pathway;

/** The categories of career connected learning, by intensity (RCW 28C.30.020). */
public enum Level {
    /** Awareness and exploration: early exposure. */
    EXPLORE,
    /** Preparation: hands-on skills in one industry. */
    PREP,
    /** Paid work, aligned classroom learning and a credential or 45 college credits. */
    LAUNCH
}
