/**
 * Pictures of tables: as SVG that stands alone, as a Vega-Lite specification, and for some kinds as options of ECharts. Start
 * with {@link org.waymark.io.chart.Charts}.
 *
 * <p>A picture knows columns, not measures: which column is the group, which the estimate, is read off the stable names that
 * measures give, or is told with {@link org.waymark.io.chart.Role}. What the table hides is drawn as hidden, never at a place.
 */
@NullMarked
package org.waymark.io.chart;

import org.jspecify.annotations.NullMarked;
