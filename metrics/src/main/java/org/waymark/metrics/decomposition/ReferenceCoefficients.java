package org.waymark.metrics.decomposition;

/** What each variable is taken to be worth where a gap is split into an explained and an unexplained part. */
public enum ReferenceCoefficients {
    /** What it is worth in the first group. */
    FIRST_GROUP("those of the first group"),
    /** What it is worth in the second group. */
    SECOND_GROUP("those of the second group"),
    /** The mean of both (Reimers 1983). */
    HALF("the mean of both groups"),
    /** The mean weighted by the groups' sizes (Cotton 1988). */
    BY_SIZE("the mean by size of group"),
    /** From all rows together (Neumark 1988); what belongs to the group goes into the explained part. */
    POOLED("all rows together"),
    /** From all rows together with a variable for the group: the default (Jann 2008). */
    POOLED_WITH_GROUP("all rows together, group held fixed");

    private final String words;

    ReferenceCoefficients(String words) {
        this.words = words;
    }

    /** As it is printed. */
    @Override
    public String toString() {
        return words;
    }
}
