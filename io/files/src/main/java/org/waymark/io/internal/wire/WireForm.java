package org.waymark.io.internal.wire;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Scheme;
import org.waymark.core.schema.Window;
import org.waymark.io.json.Json;
import org.waymark.io.json.JsonDefinition;

/**
 * One type as it stands in somebody else's JSON, whatever library writes it.
 *
 * @param type what is written, or any type under it
 * @param print the value as one JSON object
 * @param parse takes back what was printed; empty where a type can only be written
 */
public record WireForm<T>(
        Class<T> type, Function<T, String> print, Optional<Function<String, Loaded<Optional<T>>>> parse) {
    /** Every type that can stand in somebody else's JSON. */
    public static final List<WireForm<?>> ALL = List.of(
            new WireForm<>(PublicTable.class, Json::print, Optional.empty()),
            of(Indicator.class, JsonDefinition.INDICATOR),
            of(CohortDefinition.class, JsonDefinition.COHORT),
            of(Question.class, JsonDefinition.QUESTION),
            of(Faces.class, JsonDefinition.FACES),
            of(Hierarchy.class, JsonDefinition.HIERARCHY),
            of(Scheme.class, JsonDefinition.SCHEME),
            of(Axis.class, JsonDefinition.AXIS),
            of(Condition.class, JsonDefinition.CONDITION),
            of(Window.class, JsonDefinition.WINDOW));

    private static <T> WireForm<T> of(Class<T> type, JsonDefinition<T> definition) {
        return new WireForm<>(type, definition::print, Optional.of(definition::parse));
    }

    /** What is wrong with a text that could not be read, without any value of it. */
    public static String told(List<Finding> findings) {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
    }
}
