package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.tally.Cell;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.json.Json;
import org.waymark.io.json.JsonDefinition;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.catalog.Entry;

/** Every entry of the catalogue answers on the made-up region. */
class CatalogTest {
    private static final Population REGION = Synthetic.region(4_000, 7);

    @TestFactory
    Stream<DynamicTest> everyIndicatorHasYesAndNoOnTheRegion() {
        return Catalog.entries().stream()
                .flatMap(entry -> entry.indicator().stream())
                .map(indicator -> DynamicTest.dynamicTest(indicator.id(), () -> {
                    Cell early = total(indicator, "2018-19");
                    Cell total = early.plus(total(indicator, "2021-22"));
                    long states = total.yes().exact()
                            + total.no().exact()
                            + total.unknown().exact()
                            + total.early().exact()
                            + total.excluded().exact()
                            + total.outside().exact();
                    assertEquals(2L * REGION.roster(indicator.unit()).size(), states);
                    assertTrue(total.yes().exact() > 0, indicator + " has no success: " + total);
                    assertTrue(total.no().exact() > 0, indicator + " has no failure: " + total);
                }));
    }

    private static Cell total(Indicator indicator, String year) {
        CohortDefinition all = CohortDefinition.all(indicator.unit());
        Question question =
                Question.of(all, List.of(indicator), Faces.TOTAL, REGION.asOf()).during(SchoolYear.parse(year));
        return REGION.cohort(all).tally(question).total(indicator);
    }

    @Test
    void whoStaysIsCountedByTheRegionsThatAreGiven() {
        Cell some = total(Catalog.stayed(List.of("Alder", "Birch")), "2018-19");
        Cell all = total(Catalog.stayed(List.of("Alder", "Birch", "Cedar", "Dogwood")), "2018-19");
        assertTrue(0 < some.yes().exact() && some.yes().exact() < all.yes().exact());
        assertTrue(all.no().exact() > 0);
    }

    @Test
    void everyIndicatorIsDataThatJsonGivesBack() {
        for (Entry entry : Catalog.entries()) {
            entry.indicator()
                    .ifPresent(indicator -> assertEquals(
                            indicator,
                            JsonDefinition.INDICATOR
                                    .parse(JsonDefinition.INDICATOR.print(indicator))
                                    .orThrow()
                                    .orElseThrow()));
        }
    }

    @Test
    void everyEntryDescribesItself() {
        for (Entry entry : Catalog.entries()) {
            String words = entry.describe();
            assertTrue(words.contains("Unit: ") && words.contains("Source: "), words);
            assertTrue(words.contains("the locale of the student's last school"), words);
            assertFalse(entry.citation().isBlank(), entry.id());
        }
    }

    /** A data dictionary that a portal can show: the whole catalogue as JSON says of each entry what its description says. */
    @Test
    void catalogueIsJsonThatSaysWhatEachEntryIs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("catalogue.json");
        Json.forAnalysts("data dictionary").write(List.of(Catalog.table()), file);
        String json = Files.readString(file);
        for (Entry entry : Catalog.entries()) {
            assertTrue(json.contains("\"" + entry.id() + "\""), entry.id());
            assertTrue(json.contains(entry.computedBy()), entry.id());
        }
        for (String column :
                new String[] {"definition", "unit", "direction", "parameters", "computed_by", "citation"}) {
            assertTrue(json.contains("\"" + column + "\""), column);
        }
    }

    /** What an entry says it is computed by is there: a type of the library, or a method of it. */
    @Test
    void whatEntriesAreComputedByIsUsedByAnExampleOrATest() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String folder : new String[] {"examples/src", "metrics/src/test"}) {
            try (Stream<Path> files = Files.walk(ScorecardTest.root().resolve(folder))) {
                for (Path file : files.filter(
                                path -> path.toString().endsWith(".java") && !path.endsWith("CatalogTest.java"))
                        .toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        String used = sources.toString();
        for (Entry entry : Catalog.entries()) {
            if (entry.indicator().isEmpty()) {
                String type =
                        entry.computedBy().replaceAll("^Rate of B1$", "Rate").replaceAll("[ ,].*", "");
                assertTrue(used.contains(type), entry.id() + " by " + type);
            }
        }
    }

    @Test
    void digestOfAMeasureFollowsWhatWasChosen() {
        Entry chain = Catalog.entries().stream()
                .filter(entry -> entry.id().equals("A2"))
                .findFirst()
                .orElseThrow();
        LocalDate day = REGION.asOf();
        assertEquals(chain.provenance(day, "2025"), chain.provenance(day, "2025"));
        assertNotEquals(
                chain.provenance(day, "2025").digest(),
                chain.provenance(day, "2024").digest());
        assertEquals(chain.version(), chain.provenance(day).version());
    }

    @Test
    void idsAreUniqueAndFound() {
        List<String> ids = new ArrayList<>();
        for (Entry entry : Catalog.entries()) {
            assertFalse(ids.contains(entry.id()), entry.id());
            ids.add(entry.id());
            assertEquals(entry.indicator(), Catalog.find(entry.id()));
        }
        assertEquals(ids.size(), Catalog.table().size());
        assertTrue(Catalog.leftOut().size() > 0);
    }
}
