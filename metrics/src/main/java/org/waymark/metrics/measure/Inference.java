package org.waymark.metrics.measure;

/** What an interval speaks about. */
public enum Inference {
    /** A complete count of what happened: there is nothing to infer, and no interval. */
    DESCRIPTIVE,
    /** How much the figure could have differed by chance if the same process had run again. */
    PROCESS,
    /** How much it could differ from that of the whole population from which a sample was drawn. */
    SAMPLE
}
