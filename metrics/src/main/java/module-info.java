/**
 * Measures of attainment and gaps over tallies, and disclosure control.
 *
 * <p>A measure is a recipe that runs over a {@code Tally}: {@code Rate.of(indicator).by(GENDER).over(tally)}. Its result says
 * its estimate, interval, counts and method, explains itself in words and becomes a table. Start with
 * {@link org.waymark.metrics.rate.Rate}, {@link org.waymark.metrics.gap.Gap} and the indicators of
 * {@link org.waymark.metrics.catalog.Catalog}; or with a task: <a href="doc-files/guide.html">the guide</a> has one page each.
 */
module org.waymark.metrics {
    requires transitive org.waymark.core;
    requires static transitive org.jspecify;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;

    exports org.waymark.metrics.attainment;
    exports org.waymark.metrics.catalog;
    exports org.waymark.metrics.comparison;
    exports org.waymark.metrics.decomposition;
    exports org.waymark.metrics.demand;
    exports org.waymark.metrics.disclosure;
    exports org.waymark.metrics.gap;
    exports org.waymark.metrics.goal;
    exports org.waymark.metrics.impact;
    exports org.waymark.metrics.inequality;
    exports org.waymark.metrics.linkage;
    exports org.waymark.metrics.measure;
    exports org.waymark.metrics.partner;
    exports org.waymark.metrics.rate;
    exports org.waymark.metrics.representation;
    exports org.waymark.metrics.segregation;
    exports org.waymark.metrics.smallgroup;
    exports org.waymark.metrics.survival;
    exports org.waymark.metrics.survey;
}
