package org.waymark.core.internal;

import java.time.LocalDate;
import java.util.Optional;

/** Invariants that entities share. */
public final class Checks {
    private Checks() {}

    /** Refuses a last day before the first. The message names the fields and no value. */
    public static void notBefore(String later, Optional<LocalDate> laterDay, String earlier, LocalDate earlierDay) {
        if (laterDay.isPresent() && laterDay.get().isBefore(earlierDay)) {
            throw new IllegalArgumentException(later + ": must not be before " + earlier);
        }
    }
}
