package org.waymark.metrics.goal;

import java.util.Locale;

/** What kind of truth a figure has. Figures of different standing never stand in one series. */
public enum Standing {
    /** It was counted. */
    OBSERVED,
    /** Its publisher says that it is about so much. */
    ESTIMATED,
    /** It was worked out for people to whom it has not happened yet. */
    PROJECTED,
    /** It is what was promised. */
    TARGET;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
