package org.waymark.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Count;
import org.waymark.io.csv.Csv;
import org.waymark.metrics.disclosure.TableAudit;

/** Reports how many hidden numbers of a state's graduation file follow exactly from those that it prints. */
public final class AuditAPublishedTable {
    private static final List<String> OUTCOMES = List.of("Graduate", "Continuing", "Dropout");
    private static final String ALL = "All Students";

    private AuditAPublishedTable() {}

    /** Takes the path of a graduation file of Washington's OSPI. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path file, PrintStream out) throws IOException {
        Table.Builder table = Table.builder("Graduation")
                .column(Column.text("years", "how many years were looked at"))
                .column(Column.text("place", "district and school"))
                .column(Column.text("group", "students"))
                .column(Column.text("outcome", "how they fared"))
                .column(Column.count("students", "how many"));
        Map<String, Set<String>> schools = new LinkedHashMap<>();
        Map<String, Set<String>> families = new LinkedHashMap<>();
        for (Map<String, String> row :
                Csv.readTexts(file, "cohort", "finalcohort").value()) {
            if (get(row, "organizationlevel").equals("County")) {
                continue;
            }
            String district = get(row, "districtname");
            String place = district + ", " + get(row, "schoolname");
            schools.computeIfAbsent(district, d -> new LinkedHashSet<>()).add(place);
            String group = get(row, "studentgroup");
            families.computeIfAbsent(get(row, "studentgrouptype"), f -> new LinkedHashSet<>())
                    .add(group);
            for (String outcome : List.of("FinalCohort", "Graduate", "Continuing", "Dropout")) {
                String printed = get(row, outcome.toLowerCase(Locale.ROOT));
                boolean small = get(row, "suppression").equals("N<10") && outcome.equals("FinalCohort");
                Datum count = !printed.equals("NA")
                        ? Datum.whole(Long.parseLong(printed))
                        : Datum.missing(small ? "N<10" : "hidden");
                table.row(
                        Datum.text(get(row, "cohort")),
                        Datum.text(place),
                        Datum.text(group),
                        Datum.text(outcome),
                        count);
            }
        }
        TableAudit audit = TableAudit.of("students", "years", "place", "group", "outcome")
                .mark("N<10", Count.between(1, 9))
                .sum("outcome", "FinalCohort", OUTCOMES);
        for (Set<String> family : families.values()) {
            family.remove(ALL);
            audit = family.isEmpty() ? audit : audit.sum("group", ALL, new ArrayList<>(family));
        }
        for (Map.Entry<String, Set<String>> district : schools.entrySet()) {
            String total = district.getKey() + ", District Total";
            if (district.getValue().remove(total)) {
                audit = audit.sum("place", total, new ArrayList<>(district.getValue()));
            }
        }
        TableAudit.Found found = audit.over(table.build());
        out.println(found);
        out.println(found.broken().size() + " sums do not hold in the printed numbers and were left out");
    }

    private static String get(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
