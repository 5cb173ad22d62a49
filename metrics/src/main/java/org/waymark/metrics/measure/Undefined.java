package org.waymark.metrics.measure;

/** Why there is no number. No data gives no number; it is never 0. */
public enum Undefined {
    /** Nobody is in the group. */
    NO_OBSERVATIONS("nobody to count"),
    /** Nobody's window has closed. */
    NOT_YET_OBSERVABLE("window still open"),
    /** The source keeps the counts back. */
    MASKED("masked"),
    /** A ratio to zero. */
    ZERO_DENOMINATOR("nothing to divide by"),
    /** There is no chance variation in what was seen. */
    ZERO_VARIANCE("no variation"),
    /** All members are of one group. */
    SINGLE_GROUP("one group only"),
    /** Variables repeat each other, or there are as many of them as members. */
    NOT_OF_FULL_RANK("variables repeat each other"),
    /** All members are of one cluster. */
    ONE_CLUSTER("one cluster only"),
    /** A group has members in fewer than two clusters. */
    TOO_FEW_CLUSTERS("too few clusters"),
    /** There is nothing to compare with. */
    NO_REFERENCE("no reference"),
    /** Members stand in both groups, and it is not known how their figures go together. */
    SHARED_MEMBERS("groups share members"),
    /** A ratio of zero, whose logarithm there is not. */
    ZERO_NUMERATOR("nobody reached it"),
    /** Members were not followed long enough. */
    NOT_IDENTIFIED("not followed long enough"),
    /** A figure that is no proportion, asked for what only a proportion has. */
    NOT_A_PROPORTION("not a proportion"),
    /** Too few points in time for a projection. */
    FEWER_THAN_FIVE_POINTS("fewer than five points");

    private final String words;

    Undefined(String words) {
        this.words = words;
    }

    /** The reason as it is printed in place of the number. */
    @Override
    public String toString() {
        return words;
    }
}
