package org.waymark.examples;

import java.util.ArrayList;
import java.util.List;
import org.waymark.core.table.Table;

/** The measures of the catalogue that are no indicators of their own, by the ids that {@code watch.csv} gives them. */
final class WatchedMeasures {
    private final WatchedStudents students;
    private final WatchedPartners partners;
    private final WatchedSources sources;
    private final WatchedVintages vintages;
    private final WatchedDemand demand;

    WatchedMeasures(ScorecardTallies tallies, ScorecardFolder folder) {
        students = new WatchedStudents(tallies, folder);
        partners = new WatchedPartners(tallies.population());
        sources = new WatchedSources(folder);
        vintages = new WatchedVintages(tallies, folder);
        demand = new WatchedDemand(tallies);
    }

    /** What can be asked for, beside the indicators. */
    static List<String> ids() {
        List<String> ids = new ArrayList<>(WatchedStudents.IDS);
        ids.addAll(WatchedPartners.IDS);
        ids.addAll(WatchedSources.IDS);
        ids.addAll(WatchedVintages.IDS);
        ids.addAll(WatchedDemand.IDS);
        return ids;
    }

    List<Table> tables(ScorecardFolder.Watched watched) {
        if (WatchedStudents.IDS.contains(watched.id())) {
            return List.of(students.table(watched));
        }
        if (WatchedVintages.IDS.contains(watched.id())) {
            return List.of(vintages.table(watched));
        }
        if (WatchedDemand.IDS.contains(watched.id())) {
            return List.of(demand.table(watched));
        }
        return WatchedPartners.IDS.contains(watched.id()) ? partners.tables(watched) : List.of(sources.table(watched));
    }
}
