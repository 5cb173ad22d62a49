/** Public tables and definitions in the JSON of programs that are on Jackson 2. */
@SuppressWarnings("module") // The digit is that of Jackson's generation.
module org.waymark.io.jackson2 {
    requires transitive org.waymark.io;
    requires transitive com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports org.waymark.io.jackson2;
}
