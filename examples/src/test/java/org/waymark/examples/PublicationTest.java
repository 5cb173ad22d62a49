package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.core.student.Students.SCHOOL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.SavedRelease;
import org.waymark.core.publication.Statement;
import org.waymark.core.tally.Tally;
import org.waymark.io.json.FileLedger;
import org.waymark.io.json.Json;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.io.text.Html;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.rate.Rate;

/** A publication from its counts to its files, its correction and its end. */
class PublicationTest {
    private static final Indicator ENROLLED = Catalog.enrolledWithinAYear();

    @TempDir
    Path folder;

    private static Tally tally(long seed) {
        return Synthetic.region(3_000, seed).classOf(2024).tally(ENROLLED, SCHOOL);
    }

    private static Release cleared(ReleaseOutcome outcome) {
        return assertInstanceOf(ReleaseOutcome.Cleared.class, outcome).release();
    }

    @Test
    void statusOfAPublicationStandsInTheLedgerAndInWhatIsWritten() throws IOException {
        Ledger ledger = FileLedger.at(folder.resolve("ledger.jsonl"));
        PublicTable first = cleared(Release.of(ReleasePolicy.standard(), ledger, List.of(tally(42))))
                .table(Rate.of(ENROLLED).by(SCHOOL));
        String id = first.statement().ledger();
        Path page = folder.resolve("first.html");
        Html.write(first, page);
        assertTrue(Files.readString(page).contains("PUBLISHED under minimum size 10"));
        assertTrue(Files.readString(page).contains(id));

        Ledger other = FileLedger.at(folder.resolve("ledger.jsonl"));
        assertTrue(other.stands(id));
        PublicTable second = cleared(Release.superseding(id, ReleasePolicy.standard(), other, List.of(tally(43))))
                .table(Rate.of(ENROLLED).by(SCHOOL));
        Path corrected = folder.resolve("second.json");
        Json.write(second, corrected);
        assertTrue(
                Files.readString(corrected).toUpperCase(java.util.Locale.ROOT).contains("SUPERSEDES"));
        assertFalse(other.stands(id));

        other.withdraw(second.statement().ledger());
        assertFalse(ledger.stands(second.statement().ledger()));
        assertEquals(
                List.of(Statement.Status.PUBLISHED, Statement.Status.SUPERSEDES, Statement.Status.WITHDRAWN),
                ledger.entries().stream().map(Ledger.Entry::status).toList());
        assertTrue(Files.readString(folder.resolve("ledger.jsonl"))
                .contains(second.statement().ledger() + "-withdrawn"));
        assertThrows(
                IllegalArgumentException.class,
                () -> other.withdraw(second.statement().ledger()));
    }

    @Test
    void releaseKeptInAFileIsVerifiedAgainWhenItIsTakenUp() throws IOException {
        Release release = cleared(Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(tally(42))));
        Path file = folder.resolve("release.json.gz");
        Json.forAnalysts("to issue more tables later").write(release.saved(), file);
        SavedRelease saved = Json.readRelease(file).value().orElseThrow();
        Release again = cleared(Release.reloaded(saved, Ledger.none()));
        assertTrue(again.certificate().holds());
        assertEquals(
                release.table(Rate.of(ENROLLED).by(SCHOOL)),
                again.table(Rate.of(ENROLLED).by(SCHOOL)));
        SavedRelease forged = new SavedRelease(
                saved.rules(),
                saved.tallies(),
                saved.hidden().subList(1, saved.hidden().size()),
                saved.proofs());
        assertInstanceOf(ReleaseOutcome.Refused.class, Release.reloaded(forged, Ledger.none()));
    }
}
