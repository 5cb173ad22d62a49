package org.waymark.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Tally;
import org.waymark.io.json.FileLedger;
import org.waymark.io.language.Language;
import org.waymark.io.page.Page;
import org.waymark.io.page.Section;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;

/**
 * A scorecard's goals, rates and gaps as a page for everyone: everything on it comes from one release. It tells of students; of
 * partners, districts and programs, which are few and have names, the report for analysts tells.
 */
final class PublicScorecard {
    private final ScorecardFolder.Publishing publishing;
    private final Map<String, BigDecimal> goals;
    private final List<Language> languages;

    /**
     * A page to be written.
     *
     * @param publishing what the folder says of it
     * @param goals what was promised of an indicator as a share, by its id
     * @param languages the page's, English first
     */
    PublicScorecard(ScorecardFolder.Publishing publishing, Map<String, BigDecimal> goals, List<Language> languages) {
        this.publishing = publishing;
        this.goals = goals;
        this.languages = languages;
    }

    /**
     * Writes {@code public.html}, the same in the other languages, and {@code ledger.jsonl}, which remembers what they told.
     *
     * @return why nothing may be published, and what would help; empty if it was
     */
    List<String> write(ScorecardRun run, ScorecardFolder folder, Path output) throws IOException {
        ScorecardTallies counted = run.tallies().of(Unit.STUDENT);
        Map<ScorecardTallies.Asked, Tally> asked = counted.asked();
        FileLedger ledger = FileLedger.at(output.resolve("ledger.jsonl"));
        ReleaseOutcome outcome =
                Release.of(ReleasePolicy.minimum(publishing.minimum()), ledger, List.copyOf(asked.values()));
        if (outcome instanceof ReleaseOutcome.Refused refused) {
            List<String> reasons = new ArrayList<>(refused.reasons());
            reasons.addAll(refused.merges());
            return reasons;
        }
        Release release = ((ReleaseOutcome.Cleared) outcome).release();
        ScorecardTallies released = counted.answeredBy(release.tallies());
        Page<PublicTable> page = Page.of(publishing.title())
                .goals(release.table(any -> () -> new GoalRows(released, folder.about(Unit.STUDENT)).table()));
        if (!publishing.introduction().isEmpty()) {
            page = page.introduced(publishing.introduction());
        }
        int at = 0;
        for (Map.Entry<ScorecardTallies.Asked, Tally> one : asked.entrySet()) {
            for (Measure<Tally, Tabular> figure : run.figures(one.getKey().indicator(), one.getValue())) {
                PublicTable table = release.table(figure, at);
                page = page.section(section(one.getKey().indicator(), table), table);
            }
            at++;
        }
        for (Language language : languages) {
            Page<PublicTable> own = page.in(language);
            for (Language other : languages) {
                own = other.equals(language) ? own : own.alsoIn(other, name(other));
            }
            own.replace(output.resolve(name(language)));
        }
        return List.of();
    }

    private static String name(Language language) {
        return language.tag().equals("en") ? "public.html" : "public." + language.tag() + ".html";
    }

    private Section section(Indicator indicator, PublicTable table) {
        Section section =
                Section.of(table.title()).defined(indicator.sentence()).cited(indicator.citation());
        boolean compared = table.size() > 1 && table.indexOf("rate").isPresent();
        Optional<BigDecimal> goal = Optional.ofNullable(goals.get(indicator.id()));
        return compared
                ? section.drawn(charts -> goal.map(charts::goal).orElse(charts).best())
                : section;
    }
}
