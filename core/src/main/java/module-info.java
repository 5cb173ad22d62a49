/** Waymark's ground floor: the model, populations, cohorts, indicators, tallies and tables. */
@SuppressWarnings("module") // The measures are built after this module and cannot be seen from it.
module org.waymark.core {
    requires static org.immutables.value;
    requires static transitive org.jspecify;
    requires transitive jakarta.validation;
    requires org.hibernate.validator;

    uses org.waymark.core.publication.AuditSink;

    exports org.waymark.core.constraint;
    exports org.waymark.core.credential;
    exports org.waymark.core.id;
    exports org.waymark.core.indicator;
    exports org.waymark.core.partner;
    exports org.waymark.core.pathway;
    exports org.waymark.core.place;
    exports org.waymark.core.population;
    exports org.waymark.core.publication;
    exports org.waymark.core.publication.door to
            org.waymark.metrics;
    exports org.waymark.core.result;
    exports org.waymark.core.schema;
    exports org.waymark.core.student;
    exports org.waymark.core.table;
    exports org.waymark.core.tally;
    exports org.waymark.core.time;

    opens org.waymark.core.constraint to
            org.hibernate.validator;
    opens org.waymark.core.credential to
            org.hibernate.validator;
    opens org.waymark.core.partner to
            org.hibernate.validator;
    opens org.waymark.core.pathway to
            org.hibernate.validator;
    opens org.waymark.core.place to
            org.hibernate.validator;
    opens org.waymark.core.student to
            org.hibernate.validator;
}
