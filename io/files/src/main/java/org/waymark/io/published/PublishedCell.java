package org.waymark.io.published;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.tally.Count;

/**
 * One cell as it was published.
 *
 * @param slice which of the tables of the file it stands in
 * @param labels the place and the group, by axis; nothing for everybody
 * @param members how many there are
 * @param yes how many of them succeeded
 * @param no how many of them did not
 * @param rate between what the printed rate lies; empty if none is printed
 * @param printed the same without the half unit that rounding adds at both ends: the ends as they are printed
 * @param mark the mark that stands where numbers would, as the profile writes it: {@code N<{n}}; empty where there is none
 * @param isMasked whether the source kept a count back
 * @param margins the margins of error of the members and of the successes, where the counts are estimates of a survey
 * @param line the line of the source
 */
public record PublishedCell(
        String slice,
        Map<String, String> labels,
        Count members,
        Count yes,
        Count no,
        Optional<RateBounds> rate,
        Optional<RateBounds> printed,
        String mark,
        boolean isMasked,
        Margins margins,
        long line) {
    /** Copies the labels in their order. */
    public PublishedCell {
        Objects.requireNonNull(slice, "slice");
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        Objects.requireNonNull(members, "members");
        Objects.requireNonNull(yes, "yes");
        Objects.requireNonNull(no, "no");
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(printed, "printed");
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(margins, "margins");
    }

    /**
     * Margins of error at the level of the source, 90 % for the American Community Survey; empty where none is given or the
     * estimate is controlled.
     *
     * @param members of how many there are
     * @param yes of how many succeeded
     */
    public record Margins(Optional<Long> members, Optional<Long> yes) {
        /** No margins. */
        public static final Margins NONE = new Margins(Optional.empty(), Optional.empty());

        /** Refuses null. */
        public Margins {
            Objects.requireNonNull(members, "members");
            Objects.requireNonNull(yes, "yes");
        }
    }
}
