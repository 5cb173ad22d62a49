package org.waymark.io.internal;

import org.waymark.io.progress.Progress;

/** Counts rows that are written, and tells a listener now and then. */
public final class Told {
    private static final long STEP = 1 << 14;

    private final Progress progress;
    private final String what;
    private final long total;
    private long done;

    /** Tells of so many rows of a file. */
    public Told(Progress progress, String what, long total) {
        this.progress = progress;
        this.what = what;
        this.total = total;
    }

    /** One more row is written. */
    public void row() {
        if (++done % STEP == 0 && done < total) {
            progress.reached(what, done, total);
        }
    }

    /** Everything is written. */
    public void finish() {
        progress.reached(what, total, total);
    }
}
