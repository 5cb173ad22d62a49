package org.waymark.core.schema;

import java.util.Locale;

/** At which moment of a window a status must have been held to count. */
public enum AsOf {
    /** At some time in the window: "ever in four years", as EDFacts counts a disability. */
    ANY_TIME_IN_WINDOW,
    /** On the window's first day. */
    AT_ENTRY,
    /** On the window's last day, or on the as-of day if that comes first. */
    AT_EXIT;

    /** The rule as words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
