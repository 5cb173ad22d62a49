package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.catalog.Entry;

/**
 * Walks the field's catalogue row by row: of each row there is an entry and a test or a scorecard that shows it, or a stated reason
 * why there is none; and of each entry there is a row.
 */
class CatalogueRowsTest {
    private static final String LEFT_OUT = "left out: ";

    /** Ids as the page of the field writes them: those of Education-to-Workforce, of Perkins V, and its own. */
    private static final Pattern IDS =
            Pattern.compile("\\b(EW\\d{1,2}|[1-5][SP][1-4])\\b|^- ([A-G]\\d) \\|", Pattern.MULTILINE);

    private static List<Map<String, String>> rows() throws IOException {
        Path file = Path.of(Objects.requireNonNull(CatalogueRowsTest.class.getResource("catalogue.csv"))
                .getPath());
        return Csv.readTexts(file, "row", "entries", "shown_by", "looks_for").orThrow();
    }

    private static List<String> entries(Map<String, String> row) {
        return List.of(row.get("entries").split("\\|", -1));
    }

    @TestFactory
    Stream<DynamicTest> everyRowIsShownOrLeftOutWithAReason() throws IOException {
        Set<String> known = Catalog.entries().stream().map(Entry::id).collect(Collectors.toSet());
        Table leftOut = Catalog.leftOut();
        Set<String> reasons = leftOut.rows().stream()
                .filter(row -> !row.get(2).toString().isBlank())
                .map(row -> row.get(0).toString())
                .collect(Collectors.toSet());
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.get("row"), () -> {
                    if (row.get("entries").startsWith(LEFT_OUT)) {
                        assertTrue(reasons.contains(row.get("entries").substring(LEFT_OUT.length())), row.toString());
                        assertEquals("", row.get("shown_by"));
                        return;
                    }
                    entries(row).forEach(id -> assertTrue(known.contains(id), id + " is no entry"));
                    Shown.assertShown(row.get("shown_by"), row.get("looks_for"));
                }));
    }

    @Test
    void everyEntryStandsInARowAndNothingIsBothThereAndLeftOut() throws IOException {
        Set<String> named = new LinkedHashSet<>();
        rows().forEach(row -> named.addAll(entries(row)));
        List<String> forgotten = new ArrayList<>();
        for (Entry entry : Catalog.entries()) {
            if (!named.contains(entry.id())) {
                forgotten.add(entry.id());
            }
            assertFalse(named.contains(LEFT_OUT + entry.id()), entry.id());
        }
        assertEquals(List.of(), forgotten);
    }

    /** The field's own page, where it lies beside the checkout: no row of its section 4 is without a line here. */
    @Test
    void noRowOfTheFieldsPageIsForgotten() throws IOException {
        Path page = ScorecardTest.root().resolveSibling("shared").resolve("reference/domain.md");
        assumeTrue(Files.exists(page), "the field's page is not beside this checkout");
        String text = Files.readString(page);
        String section = text.substring(text.indexOf("\n4a. "), text.indexOf("\n## 5. "));
        Set<String> ids = new TreeSet<>();
        IDS.matcher(section)
                .results()
                .forEach(found -> ids.add(found.group(1) == null ? found.group(2) : found.group(1)));
        assertTrue(ids.size() > 60, ids.toString());
        Set<String> ours = rows().stream().map(row -> row.get("row")).collect(Collectors.toSet());
        ids.removeAll(ours);
        assertEquals(Set.of(), ids);
        // Sections without ids of their own: their words.
        for (String words : new String[] {
            "employment Q2 and Q4",
            "median earnings",
            "credential attainment rate",
            "measurable skill gains",
            "effectiveness serving employers",
            "first-fall",
            "persistence",
            "completion",
            "hours and wages",
            "typology",
            "9th grade on track",
            "Regular attendance",
            "Dual credit",
            "pooled over three years"
        }) {
            assertTrue(section.contains(words), words);
        }
    }

    @Test
    void idsOfOthersAreThoseWhosePagesWereRead() {
        Map<String, String> expected = Map.of(
                "EW1", "E-W postsecondary-enrollment-directly-after-high-school-graduation; CEDS connection 30903",
                "EW3-2-year", "E-W postsecondary-certificate-or-degree-completion; CEDS connection 30930",
                "EW4", "E-W transfer-if-applicable; CEDS connection 30933",
                "EW5", "E-W first-year-credit-accumulation; CEDS connection 30925",
                "EW8", "E-W fafsa-completion; CEDS connection 30952",
                "EW9", "E-W cte-pathway-concentration",
                "D1-4", "CEDS connection 30906",
                "B1", "");
        for (Entry entry : Catalog.entries()) {
            if (expected.containsKey(entry.id())) {
                assertEquals(expected.get(entry.id()), entry.standards());
            }
            assertEquals(
                    entry.describe().contains("The same as: "),
                    !entry.standards().isEmpty());
            assertTrue(!entry.id().startsWith("EW") || entry.standards().startsWith("E-W "), entry.id());
        }
        assertTrue(Catalog.table().indexOf("standards").isPresent());
        assertTrue(Catalog.table().notes().toString().contains("Ids of others stand where their page was read"));
    }
}
