package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.core.table.Column;
import org.waymark.io.language.Language;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.catalog.Entry;
import org.waymark.metrics.gap.Verdict;
import org.waymark.metrics.goal.GoalStatus;

/** What measures write into tables has words in every language of the pages. */
class PageWordsTest {
    @Test
    void everyStatusAndVerdictHasWords() {
        for (Language language : Language.bundled()) {
            for (GoalStatus status : GoalStatus.values()) {
                assertTrue(language.find("status." + status).isPresent(), language + " " + status);
            }
            for (Verdict verdict : Verdict.values()) {
                assertTrue(language.find("status." + verdict).isPresent(), language + " " + verdict);
            }
        }
    }

    @Test
    void everyColumnThatIsDrawnHasWords() {
        Set<String> missing = new LinkedHashSet<>();
        for (PicturesOfARegion.Picture picture : PicturesOfARegion.pictures(Synthetic.region(8_000, 42))) {
            for (Column column : picture.table().columns()) {
                Language.bundled().stream()
                        .filter(language ->
                                language.find("column." + column.name()).isEmpty())
                        .forEach(language -> missing.add(language + " " + column.name()));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyIndicatorHasANameAndADefinitionInEveryLanguage() {
        for (Language language : Language.bundled()) {
            for (Entry entry : Catalog.entries()) {
                assertTrue(language.knows(entry.name()), language + " " + entry.name());
                assertTrue(language.knows(entry.definition()), language + " " + entry.definition());
            }
        }
    }
}
