/**
 * What a survey says: estimates with margins of error, and how they go together. Start with
 * {@link org.waymark.metrics.survey.SurveyEstimate}. A complete count needs none of this: take a {@code Share}.
 */
@NullMarked
package org.waymark.metrics.survey;

import org.jspecify.annotations.NullMarked;
