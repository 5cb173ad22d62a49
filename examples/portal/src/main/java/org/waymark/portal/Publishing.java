package org.waymark.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.core.indicator.Faces;
import org.waymark.core.population.Population;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.FileLedger;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;

/** Counts students, once, when the portal starts, and hands over what a release has cleared. Here alone are students seen. */
@Configuration(proxyBeanMethods = false)
class Publishing {
    /** What is served; without a release nothing is. */
    @Bean
    Publication publication(@Value("${portal.data}") String data, @Value("${portal.ledger}") Path ledger)
            throws IOException {
        Files.createDirectories(ledger.toAbsolutePath().getParent());
        return publish(read(data), FileLedger.at(ledger));
    }

    private static Population read(String data) throws IOException {
        if (data.startsWith("synthetic:")) {
            String[] parts = data.split(":", -1);
            return Synthetic.region(Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }
        return Csv.readPopulation(Path.of(data)).value();
    }

    /**
     * Everything on the grid.
     *
     * @throws IllegalStateException if it may not be published; the message says what to merge
     */
    static Publication publish(Population students, Ledger ledger) {
        Faces faces = Faces.each(Grid.groups().values().toArray(Axis[]::new));
        List<Tally> tallies = Grid.CLASSES.stream()
                .map(year -> students.classOf(year).tally(Grid.indicators(year), faces))
                .toList();
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), ledger, tallies);
        if (outcome instanceof ReleaseOutcome.Refused refused) {
            throw new IllegalStateException("nothing is published: " + refused.reasons() + "; " + refused.merges());
        }
        Release release = ((ReleaseOutcome.Cleared) outcome).release();
        Map<Integer, PublicTable> scorecards = new LinkedHashMap<>();
        Map<Asked, PublicTable> figures = new LinkedHashMap<>();
        for (int i = 0; i < tallies.size(); i++) {
            int year = Grid.CLASSES.get(i);
            scorecards.put(year, release.table(titled("Goals, class of " + year, Grid.goals()), i));
            for (Grid.Figure figure : Grid.figures(year)) {
                figures.put(figure.asked(), release.table(titled(figure.title(), figure.measure()), i));
            }
        }
        return new Publication(PublicTable.cited(Catalog.table(), "the catalogue of Waymark"), scorecards, figures);
    }

    private static Measure<Tally, Tabular> titled(String title, Measure<Tally, ? extends Tabular> measure) {
        return measure.then(result -> () -> {
            Table table = result.toTable();
            return new Table(title, table.columns(), table.rows(), table.notes());
        });
    }
}
