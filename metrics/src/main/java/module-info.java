/** Measures of attainment and gaps over tallies, and disclosure control. */
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
