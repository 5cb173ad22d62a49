/**
 * How unevenly groups are spread over schools or other units, and how unequal the units' values are. Start with {@link
 * org.waymark.metrics.segregation.Segregation}; two groups alone are {@link org.waymark.metrics.segregation.Dissimilarity}'s,
 * numbers rather than groups {@link org.waymark.metrics.segregation.Inequality}'s.
 */
@NullMarked
package org.waymark.metrics.segregation;

import org.jspecify.annotations.NullMarked;
