package org.waymark.core.indicator;

/** What an indicator does with members whose outcome is unknown although their window has closed. */
public enum UnknownRule {
    /** They stand in neither; bounds show the rate if all of them, or none, had succeeded. */
    BOUNDS("unknown outcomes are shown as bounds"),
    /** They count as not having succeeded, as is the practice where only successes are ever found. */
    AS_NO("unknown outcomes count as no"),
    /** They are left out; right only where being unknown does not depend on the outcome. */
    LEFT_OUT("unknown outcomes are left out");

    private final String words;

    UnknownRule(String words) {
        this.words = words;
    }

    /** The rule as a phrase. */
    @Override
    public String toString() {
        return words;
    }
}
