package org.waymark.io.badge;

/** What the records here ask of their texts. */
final class Texts {
    private Texts() {}

    static void notBlank(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + ": must not be blank");
        }
    }
}
