/** Files that people hold, read into populations and written from tables. */
@SuppressWarnings("module") // The module for Jackson 2 is built after this one and cannot be seen from it.
module org.waymark.io {
    requires transitive org.waymark.core;
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;
    requires org.dhatim.fastexcel;
    requires org.dhatim.fastexcel.reader;
    requires transitive tools.jackson.databind;
    requires java.xml;

    exports org.waymark.io.badge;
    exports org.waymark.io.bundle;
    exports org.waymark.io.chart;
    exports org.waymark.io.counts;
    exports org.waymark.io.csv;
    exports org.waymark.io.internal.wire to
            org.waymark.io.jackson2;
    exports org.waymark.io.jackson;
    exports org.waymark.io.json;
    exports org.waymark.io.language;
    exports org.waymark.io.oneroster;
    exports org.waymark.io.page;
    exports org.waymark.io.progress;
    exports org.waymark.io.published;
    exports org.waymark.io.schema;
    exports org.waymark.io.student;
    exports org.waymark.io.studenttracker;
    exports org.waymark.io.synthetic;
    exports org.waymark.io.text;
    exports org.waymark.io.xlsx;
}
