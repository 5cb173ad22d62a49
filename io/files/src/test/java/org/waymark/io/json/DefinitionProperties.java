package org.waymark.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Scheme;
import org.waymark.core.schema.Window;

class DefinitionProperties extends AnyDefinition {
    @Property(tries = 600)
    void conditionsComeBackEqual(@ForAll("conditions") Condition condition) {
        comesBack(JsonDefinition.CONDITION, condition);
    }

    @Property(tries = 200)
    void windowsComeBackEqual(@ForAll("windows") Window window) {
        comesBack(JsonDefinition.WINDOW, window);
    }

    @Property(tries = 200)
    void axesComeBackEqual(@ForAll("axes") Axis axis) {
        comesBack(JsonDefinition.AXIS, axis);
    }

    @Property(tries = 200)
    void schemesComeBackEqual(@ForAll("schemes") Scheme scheme) {
        comesBack(JsonDefinition.SCHEME, scheme);
    }

    @Property(tries = 200)
    void indicatorsComeBackEqual(@ForAll("indicators") Indicator indicator) {
        comesBack(JsonDefinition.INDICATOR, indicator);
    }

    @Property(tries = 200)
    void cohortsComeBackEqual(@ForAll("cohorts") CohortDefinition cohort) {
        comesBack(JsonDefinition.COHORT, cohort);
    }

    @Property(tries = 100)
    void facesComeBackEqual(@ForAll("faces") Faces faces) {
        comesBack(JsonDefinition.FACES, faces);
    }

    @Property(tries = 100)
    void questionsComeBackEqual(@ForAll("questions") Question question) {
        comesBack(JsonDefinition.QUESTION, question);
    }

    @Property(tries = 200)
    void hierarchiesComeBackEqualAndInTheirOrder(@ForAll("hierarchies") Hierarchy hierarchy) {
        comesBack(JsonDefinition.HIERARCHY, hierarchy);
        assertEquals(
                List.copyOf(hierarchy.parentOf().keySet()),
                List.copyOf(JsonDefinition.HIERARCHY
                        .parse(JsonDefinition.HIERARCHY.print(hierarchy))
                        .value()
                        .orElseThrow()
                        .parentOf()
                        .keySet()));
    }

    @Property(tries = 500)
    void damageGivesTheSameOrFindingsThatTellNothingOfTheFile(
            @ForAll("indicators") Indicator indicator, @ForAll long seed) {
        String text = JsonDefinition.INDICATOR.print(indicator);
        Random random = new Random(seed);
        StringBuilder damaged = new StringBuilder(text);
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> damaged.setLength(at);
            case 1 -> damaged.setCharAt(at, "{}[],:\"0x\\\u0000-".charAt(random.nextInt(12)));
            case 2 -> damaged.insert(at, text.substring(at));
            default -> damaged.deleteCharAt(at);
        }
        Loaded<Optional<Indicator>> read = JsonDefinition.INDICATOR.parse(damaged.toString());
        assertTrue(
                read.value().isPresent() == read.isClean(),
                () -> read.findings().toString());
        for (Finding finding : read.findings()) {
            assertFalse(finding.toString().contains("Two or More"), finding::toString);
            assertFalse(finding.toString().chars().anyMatch(c -> c < ' '), finding::toString);
        }
    }

    private static <T> void comesBack(JsonDefinition<T> form, T value) {
        String text = form.print(value);
        Loaded<Optional<T>> read = form.parse(text);
        assertEquals(List.of(), read.findings());
        assertEquals(Optional.of(value), read.value());
        assertEquals(text, form.print(read.value().orElseThrow()));
    }
}
