package org.waymark.metrics.gap;

/** What became of a group's gap between two dates, chance considered. What was seen is told by {@link Movement}. */
public enum ChangeVerdict {
    /** The group is less far behind: the whole interval of the change lies on that side of none. */
    NARROWING,
    /** The group is further behind. */
    WIDENING,
    /** Of a complete count: as far behind as before. */
    STEADY,
    /** The interval holds no change, or there is none. */
    CANNOT_TELL,
    /** The group was not behind, so that there was no gap to narrow. */
    NO_GAP
}
