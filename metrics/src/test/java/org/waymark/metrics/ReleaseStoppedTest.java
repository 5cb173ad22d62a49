package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.waymark.core.publication.Ledger;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;

/** Releases that take long: they tell how far they are, and stop when they are asked to. */
class ReleaseStoppedTest {
    private static List<Tally> years(int years) {
        List<Tally> tallies = new ArrayList<>();
        for (int year = 0; year < years; year++) {
            tallies.add(MadeUpSchools.year(4, 24, 6, 2020 + year, 42));
        }
        return tallies;
    }

    private static ReleaseOutcome release(List<Tally> tallies, java.util.function.LongConsumer progress) {
        return Release.of(ReleasePolicy.standard(), Ledger.none(), tallies, progress);
    }

    @Test
    void progressCountsEveryProtectedCellOnceWhateverTheNumberOfThreads() {
        List<Long> told = Collections.synchronizedList(new ArrayList<>());
        ReleaseOutcome outcome = release(years(2), told::add);
        int cells = assertInstanceOf(ReleaseOutcome.Cleared.class, outcome)
                .release()
                .certificate()
                .size();
        assertEquals(LongStream.rangeClosed(1, cells).boxed().toList(), told);
    }

    @Test
    void releaseThatIsInterruptedEndsWithAllItsThreads() throws InterruptedException {
        Set<Thread> workers = Collections.synchronizedSet(new LinkedHashSet<>());
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread[] asking = new Thread[1];
        asking[0] = new Thread(() -> {
            try {
                release(years(2), done -> {
                    workers.add(Thread.currentThread());
                    asking[0].interrupt();
                });
            } catch (CancellationException stopped) {
                end.set(stopped);
            }
        });
        asking[0].start();
        asking[0].join(60_000);
        assertInstanceOf(CancellationException.class, end.get());
        for (Thread worker : workers) {
            // One that has done its last work is still alive for a moment.
            worker.join(10_000);
        }
        assertTrue(workers.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void listenerThatThrowsStopsTheRelease() {
        assertThrows(
                IllegalStateException.class,
                () -> release(years(2), done -> {
                    throw new IllegalStateException("enough");
                }));
    }
}
