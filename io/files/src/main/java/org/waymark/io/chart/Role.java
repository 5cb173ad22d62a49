package org.waymark.io.chart;

/** What a column is in a picture. */
public enum Role {
    /** Who: the rows of a picture, or its lines. */
    GROUP,
    /** Along what the group stands; groups of one family are drawn together. */
    FAMILY,
    /** The other group of a crossing. */
    ACROSS,
    /** Which stage of a pipeline. */
    STAGE,
    /** Which year. */
    PERIOD,
    /** How long it took. */
    TIME,
    /** Whether a figure is {@code observed}, {@code projected} or a {@code target}. */
    BASIS,
    /** The figure that is drawn. */
    ESTIMATE,
    /** Lower limit of its interval. */
    LOWER,
    /** Upper limit of its interval. */
    UPPER,
    /** The figure it is compared with. */
    REFERENCE,
    /** How far it is from that. */
    DIFFERENCE,
    /** What was promised. */
    GOAL,
    /** How many the figure is of. */
    SIZE,
    /** How many of them succeeded. */
    SUCCESSES
}
