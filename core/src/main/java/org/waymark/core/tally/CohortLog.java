package org.waymark.core.tally;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a cohort came to its size: initial + joined - left.
 *
 * @param initial members who were there from the beginning
 * @param joined members who came later, by reason
 * @param left members of either kind who no longer belong, by reason
 * @param undetermined those of whom it is unknown whether they belong; they are not counted
 */
public record CohortLog(long initial, Map<String, Long> joined, Map<String, Long> left, long undetermined) {
    /** Nobody. */
    public static final CohortLog EMPTY = new CohortLog(0, new LinkedHashMap<>(), new LinkedHashMap<>(), 0);

    /** Copies the reasons in their order. */
    public CohortLog {
        joined = Collections.unmodifiableMap(new LinkedHashMap<>(joined));
        left = Collections.unmodifiableMap(new LinkedHashMap<>(left));
    }

    /** How many belong in the end. */
    public long size() {
        long size = initial;
        for (long count : joined.values()) {
            size = Math.addExact(size, count);
        }
        for (long count : left.values()) {
            size = Math.subtractExact(size, count);
        }
        return size;
    }

    /** Both together. */
    public CohortLog plus(CohortLog other) {
        return combined(other, 1);
    }

    /** This without a part of it. */
    public CohortLog minus(CohortLog part) {
        return combined(part, -1);
    }

    private CohortLog combined(CohortLog other, int sign) {
        Map<String, Long> allJoined = new LinkedHashMap<>(joined);
        other.joined.forEach((reason, count) -> allJoined.merge(reason, sign * count, Math::addExact));
        Map<String, Long> allLeft = new LinkedHashMap<>(left);
        other.left.forEach((reason, count) -> allLeft.merge(reason, sign * count, Math::addExact));
        return new CohortLog(
                Math.addExact(initial, sign * other.initial),
                allJoined,
                allLeft,
                Math.addExact(undetermined, sign * other.undetermined));
    }

    /** Written as {@code 1,000 initial + 20 transferred in - 31 transferred out = 989}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(initial).append(" initial");
        joined.forEach(
                (reason, count) -> text.append(" + ").append(count).append(' ').append(reason));
        left.forEach(
                (reason, count) -> text.append(" - ").append(count).append(' ').append(reason));
        text.append(" = ").append(size());
        return undetermined == 0 ? text.toString() : text + " (" + undetermined + " undetermined)";
    }
}
