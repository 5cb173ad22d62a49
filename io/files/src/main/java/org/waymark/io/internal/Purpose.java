package org.waymark.io.internal;

/** What a file that is not for publication is for. */
public final class Purpose {
    private Purpose() {}

    /**
     * The purpose, in a few words.
     *
     * @throws IllegalArgumentException if nothing is said
     */
    public static String said(String purpose) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("purpose: must say what the file is for");
        }
        return purpose;
    }
}
