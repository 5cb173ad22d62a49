package org.waymark.core.population;

import org.waymark.core.tally.Categories;

/**
 * For each row the number of its category along an axis.
 *
 * @param codes one per row
 * @param categories what the numbers stand for
 */
record AxisColumn(Codes codes, Categories categories) {}
