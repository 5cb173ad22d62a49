package org.waymark.metrics.impact;

import java.util.Optional;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.Multiplicity;

/**
 * The verdict on one group, taking into account how many are looked at together.
 *
 * @param verdict which of the three
 * @param reason in a few words
 * @param interval the interval that decides, at the level that the family leaves to this comparison; empty if there is none
 * @param adjustedP the adjusted p-value of the gap being exactly the margin; empty if there is none
 * @param family what is looked at together
 * @param size how many comparisons are looked at together; 0 for one that is not among them
 * @param correction how many are allowed for
 * @param detectable the smallest gap that this comparison would show; given only if it cannot tell
 */
public record Claim(
        ImpactVerdict verdict,
        String reason,
        Optional<Interval> interval,
        Optional<Double> adjustedP,
        Family family,
        int size,
        Multiplicity correction,
        Optional<Double> detectable) {}
