package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.core.student.Students.GENDER;
import static org.waymark.core.student.Students.SCHOOL;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.Statement;
import org.waymark.core.tally.Tally;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.rate.Rate;

/** What every ledger keeps, wherever it is kept. */
abstract class LedgerContract {
    /** Opens the same ledger as at the last call in the same test, empty at first. */
    abstract Ledger open() throws Exception;

    static Ledger.Entry entry(String id) {
        return new Ledger.Entry(
                id,
                "0".repeat(64),
                "minimum size 10",
                Statement.Status.PUBLISHED,
                "",
                List.of("students|everybody", "d\u00e9bat, \"quoted\"; {braces}, NULL"),
                List.of(
                        new Ledger.Fact("class of 2024|2026-06-30||g v1|abc|race=a|yes", OptionalLong.of(30)),
                        new Ledger.Fact("class of 2024|2026-06-30||g v1|abc|race=b, \"b\\\"|yes", OptionalLong.empty()),
                        new Ledger.Fact("plain", OptionalLong.of(0)),
                        new Ledger.Fact("large", OptionalLong.of(5_000_000_000L))));
    }

    @Test
    void entriesAreReadAsTheyWereAppended() throws Exception {
        Ledger ledger = open();
        assertEquals(List.of(), ledger.entries());
        assertTrue(ledger.append(entry("one"), 0));
        assertTrue(ledger.append(entry("two"), 1));
        assertEquals(List.of(entry("one"), entry("two")), open().entries());
    }

    @Test
    void anEntryWithoutFactsComesBack() throws Exception {
        Ledger.Entry bare = new Ledger.Entry("bare", "", "", Statement.Status.PUBLISHED, "", List.of(), List.of());
        assertTrue(open().append(bare, 0));
        assertEquals(List.of(bare), open().entries());
    }

    @Test
    void ofTwoWhoReadTheSameOneLoses() throws Exception {
        Ledger one = open();
        Ledger other = open();
        int read = one.entries().size();
        assertTrue(one.append(entry("one"), read));
        assertFalse(other.append(entry("two"), read));
        assertEquals(List.of(entry("one")), other.entries());
    }

    @Test
    void nobodyAppendsToAnotherLengthThanIsThere() throws Exception {
        assertFalse(open().append(entry("early"), 1));
        assertTrue(open().append(entry("one"), 0));
        assertFalse(open().append(entry("late"), 0));
        assertFalse(open().append(entry("early"), 2));
        assertEquals(1, open().entries().size());
    }

    @Test
    void ofManyThreadsOneWinsEachRound() throws Exception {
        int publishers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(publishers);
        try {
            for (int round = 0; round < 5; round++) {
                int expected = round;
                CountDownLatch together = new CountDownLatch(publishers);
                List<Callable<Boolean>> all = new ArrayList<>();
                for (int p = 0; p < publishers; p++) {
                    String id = round + "-" + p;
                    Ledger own = open();
                    all.add(() -> {
                        together.countDown();
                        together.await();
                        return own.append(entry(id), expected);
                    });
                }
                int won = 0;
                for (Future<Boolean> done : threads.invokeAll(all)) {
                    won += done.get() ? 1 : 0;
                }
                assertEquals(1, won);
                assertEquals(round + 1, open().entries().size());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void withdrawnAndSupersededPublicationsNoLongerStand() throws Exception {
        Ledger ledger = open();
        ledger.append(entry("one"), 0);
        ledger.append(
                new Ledger.Entry("two", "1".repeat(64), "p", Statement.Status.SUPERSEDES, "one", List.of(), List.of()),
                1);
        assertFalse(ledger.stands("one"));
        assertTrue(ledger.stands("two"));
        assertThrows(IllegalArgumentException.class, () -> ledger.withdraw("one"));
        assertThrows(IllegalArgumentException.class, () -> ledger.withdraw("never published"));
        ledger.withdraw("two");
        assertFalse(ledger.stands("two"));
        assertEquals(
                List.of(Statement.Status.PUBLISHED, Statement.Status.SUPERSEDES, Statement.Status.WITHDRAWN),
                open().entries().stream().map(Ledger.Entry::status).toList());
    }

    /** The second release of the same students sees what the first told, through another connection. */
    @Test
    void aReleaseIsEnteredAndTheNextOneReadsIt() throws Exception {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Tally first = Synthetic.region(3_000, 42).classOf(2024).tally(enrolled, SCHOOL);
        Tally second = Synthetic.region(3_000, 42).classOf(2024).tally(enrolled, GENDER, SCHOOL);
        assertInstanceOf(ReleaseOutcome.Cleared.class, publish(first));
        Ledger.Entry told = open().entries().get(0);
        assertFalse(told.facts().isEmpty());
        publish(second);
        assertEquals(told, open().entries().get(0));
    }

    private ReleaseOutcome publish(Tally tally) throws Exception {
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), open(), List.of(tally));
        if (outcome instanceof ReleaseOutcome.Cleared cleared) {
            cleared.release().table(Rate.of(Catalog.enrolledWithinAYear()).by(SCHOOL));
        }
        return outcome;
    }
}
