package org.waymark.io.internal;

import java.io.IOException;

/** A stated limit was passed; the reading stops. */
public final class OverLimitException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says what is allowed, without a word of the source. */
    OverLimitException(String allowed) {
        super(allowed);
    }
}
