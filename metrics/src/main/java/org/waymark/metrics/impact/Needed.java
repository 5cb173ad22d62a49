package org.waymark.metrics.impact;

import java.util.OptionalLong;

/**
 * How many more of a group would have had to succeed or, of an adverse outcome, fewer to have it.
 *
 * @param notFlagged to be no longer flagged; 0 if it is not, empty if nobody could suffice
 * @param fullParity to have the rate of the reference; 0 if it is not behind, empty if nobody could suffice
 */
public record Needed(OptionalLong notFlagged, OptionalLong fullParity) {}
