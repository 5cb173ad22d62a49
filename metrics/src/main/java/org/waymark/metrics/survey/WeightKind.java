package org.waymark.metrics.survey;

/** What a weight means. The same number means different things, so it is always said. */
public enum WeightKind {
    /** How many alike members the row stands for; a whole number. Nothing is estimated: counts are whole. */
    FREQUENCY,
    /** How many members of a population the sampled row speaks for. Totals are estimates, and no verdict on whole numbers holds. */
    SAMPLING
}
