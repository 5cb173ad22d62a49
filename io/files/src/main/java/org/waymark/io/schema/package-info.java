/** What the JSON that is written here looks like, as JSON Schema 2020-12. Start with {@link org.waymark.io.schema.JsonSchema}. */
@NullMarked
package org.waymark.io.schema;

import org.jspecify.annotations.NullMarked;
