package org.waymark.metrics.impact;

/** Which comparisons are looked at together, so that looking at many does not make chance look like impact. */
public enum Family {
    /** The groups of one dimension or crossing, for one outcome and cohort, in one scenario. */
    DIMENSION("outcome x dimension x cohort"),
    /** All groups of all dimensions and crossings, for one outcome and cohort, in one scenario. */
    OUTCOME("outcome x cohort"),
    /** All comparisons of the report. */
    REPORT("whole report");

    private final String words;

    Family(String words) {
        this.words = words;
    }

    /** The family in words. */
    @Override
    public String toString() {
        return words;
    }
}
