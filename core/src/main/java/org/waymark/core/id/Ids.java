package org.waymark.core.id;

/** What every id has in common. */
final class Ids {
    private Ids() {}

    static void check(String value) {
        if (value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException("value: must be text without white space around it");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("value: must not hold control characters");
        }
    }
}
