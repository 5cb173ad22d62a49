/** Waymark's ground floor: the model, populations, cohorts, indicators, tallies and tables. */
module org.waymark.core {
    requires static org.immutables.value;
    requires static transitive org.jspecify;
    requires transitive jakarta.validation;
    requires org.hibernate.validator;

    exports org.waymark.core.indicator;
    exports org.waymark.core.population;
    exports org.waymark.core.result;
    exports org.waymark.core.schema;
    exports org.waymark.core.table;
    exports org.waymark.core.tally;
    exports org.waymark.core.time;
}
