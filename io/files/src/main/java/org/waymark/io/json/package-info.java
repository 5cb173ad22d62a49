/** JSON and JSON Lines: tables, definitions, tallies and the whole model. Start with {@link org.waymark.io.json.Json}. */
@NullMarked
package org.waymark.io.json;

import org.jspecify.annotations.NullMarked;
