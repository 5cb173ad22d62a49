package org.waymark.io.oneroster;

import java.util.Locale;

/** What a data file holds. */
public enum Mode {
    /** Everything there is. */
    BULK,
    /** What has changed. */
    DELTA;

    /** The word that a manifest has. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
