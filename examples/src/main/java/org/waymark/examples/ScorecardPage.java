package org.waymark.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.language.Language;
import org.waymark.io.page.Page;
import org.waymark.io.page.Section;
import org.waymark.metrics.catalog.Catalog;

/** A scorecard's tables as a page for analysts, in each of some languages. */
final class ScorecardPage {
    private static final String PURPOSE = "scorecard, small counts are not hidden";

    private ScorecardPage() {}

    /**
     * Writes {@code report.html} and the same in other languages.
     *
     * @param tables the goals first
     * @param goals what was promised of an indicator as a share, by its id
     */
    static void write(
            String title, List<Table> tables, Map<String, BigDecimal> goals, List<Language> languages, Path folder)
            throws IOException {
        for (Language language : languages) {
            Page<Table> page = Page.forAnalysts(PURPOSE, title).in(language).goals(tables.get(0));
            for (Language other : languages) {
                page = other.equals(language) ? page : page.alsoIn(other, name(other));
            }
            for (Table table : tables.subList(1, tables.size())) {
                page = page.section(section(table, goals), table);
            }
            page.replace(folder.resolve(name(language)));
        }
    }

    private static String name(Language language) {
        return language.tag().equals("en") ? "report.html" : "report." + language.tag() + ".html";
    }

    /** A picture where there are several rows to be compared. */
    static Section section(Table table, Map<String, BigDecimal> goals) {
        Optional<Indicator> indicator = indicator(table);
        Section section = Section.of(table.title());
        if (indicator.isPresent()) {
            section = section.defined(indicator.get().sentence())
                    .cited(
                            indicator.get().citation().isEmpty()
                                    ? indicator.get().toString()
                                    : indicator.get().citation());
        }
        if (table.size() < 2
                || table.indexOf("group").isEmpty()
                || table.indexOf("rate").isEmpty()) {
            return section;
        }
        Optional<BigDecimal> goal = indicator.map(Indicator::id).map(goals::get);
        return section.drawn(charts -> goal.map(charts::goal).orElse(charts).best());
    }

    /** The indicator that every row names, as in {@code A3 v1}. */
    private static Optional<Indicator> indicator(Table table) {
        List<String> named = new ArrayList<>();
        if (table.indexOf("indicator").isPresent()) {
            table.column("indicator").stream().map(Datum::toString).distinct().forEach(named::add);
        }
        return named.size() == 1 ? Catalog.find(named.get(0).replaceFirst(" v\\d+$", "")) : Optional.empty();
    }
}
