package org.waymark.examples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Provenance;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.catalog.Careers;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.catalog.Entry;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.rate.Headcount;
import org.waymark.metrics.rate.Rate;

/**
 * Answers a scorecard's questions: the goals first, then each indicator by watched group, its gap to the goal before the gaps
 * between groups, then the measures that are watched.
 */
final class ScorecardRun {
    private final ScorecardFolder folder;
    private final ScorecardTallies tallies;

    ScorecardRun(Population population, ScorecardFolder folder) {
        this.folder = folder;
        this.tallies = new ScorecardTallies(population, folder.groups());
    }

    /** What was counted so far. */
    ScorecardTallies tallies() {
        return tallies;
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(new GoalRows(tallies, folder).table());
        List<Table> measures = new ArrayList<>();
        WatchedMeasures watched = new WatchedMeasures(tallies, folder);
        for (ScorecardFolder.Watched one : folder.watched()) {
            if (WatchedMeasures.ids().contains(one.id())) {
                List<Table> made = watched.tables(one);
                boolean published = one.id().equals(WatchedSources.CLAIMS);
                made.forEach(table ->
                        measures.add(published ? table : provenance(one).stamp(table)));
            } else {
                tallies.of(Catalog.find(one.id()).orElseThrow(), one.cohort(), one.period());
            }
        }
        for (Map.Entry<ScorecardTallies.Asked, Tally> asked : tallies.asked().entrySet()) {
            figures(asked.getKey().indicator(), asked.getValue())
                    .forEach(figure -> tables.add(figure.over(asked.getValue()).toTable()));
        }
        tables.addAll(measures);
        return tables;
    }

    /** The digest is that of the measure and of all that was chosen: cohort, period, parameter, indicators in it, groups. */
    private Provenance provenance(ScorecardFolder.Watched watched) {
        LocalDate asOf = tallies.population().asOf();
        String asked = Catalog.find(watched.parameter().replaceAll("\\|.*", ""))
                .map(Provenance::digest)
                .orElse("");
        String groups = tallies.groups().map(Object::toString).orElse("");
        String period = watched.period().map(Object::toString).orElse("");
        String[] chosen = {watched.cohort(), period, watched.parameter(), asked, groups};
        return Catalog.entries().stream()
                .filter(entry -> entry.id().equals(watched.id()))
                .findFirst()
                .map((Entry entry) -> entry.provenance(asOf, chosen))
                .orElseGet(() -> Provenance.of(watched.id(), 1, watched.id() + "\n" + String.join("\n", chosen), asOf));
    }

    /** What is shown of one tally: each figure is run on true counts here, and on protected ones by the page for everyone. */
    List<Measure<Tally, Tabular>> figures(Indicator indicator, Tally tally) {
        String title = indicator.name() + ", " + tally.question().of().name()
                + tally.question().period().map(year -> ", " + year).orElse("");
        Optional<Axis> groups = tallies.watched(indicator);
        if (groups.isEmpty()) {
            return List.of(titled(title, Rate.of(indicator)));
        }
        Axis axis = groups.get();
        if (indicator.equals(Careers.served())) {
            return List.of(titled(
                    title, counted -> () -> Headcount.of(indicator).by(axis).over(counted)));
        }
        List<Measure<Tally, Tabular>> figures = new ArrayList<>();
        figures.add(counted -> () -> titled(withEverybody(indicator, axis, counted), title));
        level(indicator)
                .ifPresent(goal -> figures.add(titled(
                        title + ": gap to the goal of " + goal.inUnit(goal.target()),
                        Gap.of(indicator)
                                .to(Reference.goal("goal", goal.target()))
                                .by(axis)
                                .then(gaps -> () -> strategies(gaps.toTable())))));
        figures.add(titled(
                title + ": gap to everybody else",
                Gap.of(indicator).to(Reference.rest()).by(axis)));
        return figures;
    }

    /** The rate of each group, and above them that of everybody. */
    static Table withEverybody(Indicator indicator, Axis axis, Tally tally) {
        Table groups = Rate.of(indicator).by(axis).over(tally).toTable();
        Table everybody = Rate.of(indicator).over(tally).toTable();
        List<Datum> row = new ArrayList<>();
        for (Column column : groups.columns()) {
            row.add(
                    column.name().equals("axis")
                            ? Datum.text(axis.title())
                            : everybody
                                    .indexOf(column.name())
                                    .map(at -> everybody.rows().get(0).get(at))
                                    .orElse(Datum.missing("")));
        }
        List<List<Datum>> rows = new ArrayList<>();
        rows.add(row);
        rows.addAll(groups.rows());
        return new Table(groups.title(), groups.columns(), rows, groups.notes());
    }

    /** The universal goal on this indicator, if there is one. */
    private Optional<Goal> level(Indicator indicator) {
        return folder.goals().stream()
                .filter(promise -> promise.indicator().equals(indicator))
                .map(ScorecardFolder.Promise::goal)
                .filter(goal -> goal.kind() == Goal.Kind.LEVEL)
                .findFirst();
    }

    /** One goal for all, and for each group its own way to it. */
    private Table strategies(Table gaps) {
        if (folder.strategies().values().stream().allMatch(String::isEmpty)) {
            return gaps;
        }
        List<Column> columns = new ArrayList<>(gaps.columns());
        columns.add(Column.text("strategy", "what is done for the group"));
        List<List<Datum>> rows = new ArrayList<>();
        List<Datum> names = gaps.column("group");
        for (int i = 0; i < gaps.size(); i++) {
            List<Datum> row = new ArrayList<>(gaps.rows().get(i));
            row.add(Datum.text(folder.strategies().getOrDefault(names.get(i).toString(), "")));
            rows.add(row);
        }
        return new Table(gaps.title(), columns, rows, gaps.notes());
    }

    private static Measure<Tally, Tabular> titled(String title, Measure<Tally, ? extends Tabular> measure) {
        return measure.then(result -> () -> titled(result.toTable(), title));
    }

    static Table titled(Table table, String title) {
        return new Table(title, table.columns(), table.rows(), table.notes());
    }
}
