package org.waymark.metrics.decomposition;

/** How the standard errors of a regression are found. */
public enum StandardErrors {
    /** All rows vary alike: not so for an outcome of 0 and 1. For comparison with other programs. */
    CLASSICAL("classical"),
    /** Each row varies as its residual says (HC1): the default for independent rows. */
    ROBUST("robust HC1"),
    /** Rows of one cluster are not independent: the default where sums are kept by cluster. */
    CLUSTERED("clustered");

    private final String words;

    StandardErrors(String words) {
        this.words = words;
    }

    /** As it is printed. */
    @Override
    public String toString() {
        return words;
    }
}
