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
import org.waymark.io.json.FileLedger;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;

/** Publishes gaps by school, small schools hidden, and keeps in a ledger beside the file what has been told. */
public final class PublishSafely {
    private PublishSafely() {}

    /** Takes the path of the file to write. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path file, PrintStream out) throws IOException {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Tally tally = Synthetic.region(3_000, 42).classOf(2024).tally(enrolled, SCHOOL);
        Ledger ledger = FileLedger.at(file.resolveSibling("ledger.jsonl"));
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), ledger, List.of(tally));
        if (outcome instanceof ReleaseOutcome.Cleared cleared) {
            PublicTable table = cleared.release()
                    .table(Gap.of(enrolled).to(Reference.rest()).by(SCHOOL));
            Csv.write(table, file);
            out.println(table);
        } else if (outcome instanceof ReleaseOutcome.Refused refused) {
            refused.reasons().forEach(out::println);
        }
    }
}
