package org.waymark.examples;

import static org.waymark.core.student.Students.SCHOOL;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.tally.Tally;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.AuditLog;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.disclosure.CodedRate;
import org.waymark.metrics.disclosure.Practice;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.disclosure.SizeCoding;

/** Publishes rates in bands and sizes in classes, and tells analysts what could be found out of what is hidden. */
public final class PublishUnderAgencyRules {
    private PublishUnderAgencyRules() {}

    /** Takes the folder to write into. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path folder, PrintStream out) throws IOException {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Tally tally = Synthetic.region(3_000, 42).classOf(2024).tally(enrolled, SCHOOL);
        ReleasePolicy policy = Practice.NCES.policy().sizes(SizeCoding.CLASSES);
        ReleaseOutcome outcome = Release.of(policy, Ledger.none(), List.of(tally));
        if (outcome instanceof ReleaseOutcome.Cleared cleared) {
            PublicTable table = cleared.release().table(CodedRate.of(enrolled).by(SCHOOL));
            Csv.write(table, folder.resolve("rates.csv"));
            out.println(table);
            Csv.forAnalysts("before publication")
                    .telling(AuditLog.at(folder.resolve("audit.jsonl")))
                    .write(cleared.release().audit().toTable(SCHOOL), folder.resolve("what-could-be-found.csv"));
        } else if (outcome instanceof ReleaseOutcome.Refused refused) {
            refused.reasons().forEach(out::println);
        }
    }
}
