package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.student.Students;
import org.waymark.core.table.Column;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.io.language.Language;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.gap.Verdict;
import org.waymark.metrics.goal.GoalStatus;
import org.waymark.metrics.rate.Rate;

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
    void everyColumnOfRatesAndGapsHasWords() {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Tally tally = Synthetic.region(1_000, 42).classOf(2024).tally(enrolled, Students.GENDER);
        List<Table> tables = List.of(
                Rate.of(enrolled).by(Students.GENDER).over(tally).toTable(),
                Gap.of(enrolled)
                        .to(Reference.rest())
                        .by(Students.GENDER)
                        .over(tally)
                        .toTable());
        Set<String> missing = new LinkedHashSet<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                Language.bundled().stream()
                        .filter(language ->
                                language.find("column." + column.name()).isEmpty())
                        .forEach(language -> missing.add(language + " " + column.name()));
            }
        }
        assertEquals(Set.of(), missing);
    }
}
