package org.waymark.metrics.linkage;

import java.util.List;
import java.util.Map;
import org.waymark.core.tally.Count;

/**
 * Links the rows of several lists to people, deterministically.
 *
 * <p><b>Formula:</b> rows with the same first key are one person. A later key joins people who share it, unless two of them have
 * different values of an earlier key, or two rows of one list without an earlier key share it: then nothing is joined, and each
 * pair is reported as ambiguous. The number of people lies between that with all ambiguous pairs joined and that with none;
 * rows without any key may each be somebody else or nobody new. <b>Unit:</b> people. <b>How to read it:</b> where nothing is
 * ambiguous and every row has a key, both ends agree. <b>When it applies:</b> to lists whose keys are trusted; it never guesses
 * by likeness. <b>Edge cases:</b> no list, or empty ones, are nobody; the number is never below the longest list's own.
 * <b>Source:</b> deterministic record linkage with keyed hashes, as research data centers practise it.
 *
 * @param keys the keys, the most trusted first
 */
public record Linkage(List<LinkageKey> keys) {
    /** Copies the keys; refuses none. */
    public Linkage {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys: must hold one at least");
        }
    }

    /** Links on keys, the most trusted first. */
    public static Linkage on(LinkageKey... keys) {
        return new Linkage(List.of(keys));
    }

    /**
     * What can be said of lists of which only the lengths are known: at least the longest, at most all together.
     *
     * @throws IllegalArgumentException if a length is negative
     */
    public static Count headcounts(List<Long> lengths) {
        long longest = 0;
        long sum = 0;
        for (long length : lengths) {
            if (length < 0) {
                throw new IllegalArgumentException("lengths: must be 0 or more, one was " + length);
            }
            longest = Math.max(longest, length);
            sum = Math.addExact(sum, length);
        }
        return Count.between(longest, sum);
    }

    /** Links the rows of lists, each row as texts by column; the names of the lists are printed, nothing of the rows. */
    public Linked link(Map<String, List<Map<String, String>>> lists) {
        Linking linking = new Linking(lists, keys);
        for (int key = 0; key < keys.size(); key++) {
            linking.join(key, keys.get(key).toString());
        }
        return linking.linked();
    }
}
