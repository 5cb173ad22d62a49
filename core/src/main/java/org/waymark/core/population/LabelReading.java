package org.waymark.core.population;

import java.util.Optional;
import org.waymark.core.schema.Labels;

/** How the text of a source becomes labels. It is asked once for each different text of a column. */
@FunctionalInterface
public interface LabelReading {
    /** The text itself is the label. */
    LabelReading AS_WRITTEN = text -> Optional.of(Labels.of(text));

    /** The labels that a text means; empty if it is not understood. */
    Optional<Labels> read(String text);
}
