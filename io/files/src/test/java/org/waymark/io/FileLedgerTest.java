package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.Statement;
import org.waymark.io.json.FileLedger;

class FileLedgerTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void choose() {
        file = folder.resolve("ledger.jsonl");
    }

    private static Ledger.Entry entry(String id) {
        return new Ledger.Entry(
                id,
                "0".repeat(64),
                "minimum size 10",
                Statement.Status.PUBLISHED,
                "",
                List.of("students|everybody"),
                List.of(
                        new Ledger.Fact("class of 2024|2026-06-30||g v1|abc|race=a|yes", OptionalLong.of(30)),
                        new Ledger.Fact("class of 2024|2026-06-30||g v1|abc|race=b, \"b\"|yes", OptionalLong.empty()),
                        new Ledger.Fact("plain", OptionalLong.of(0))));
    }

    @Test
    void entriesAreReadAsTheyWereAppended() {
        Ledger ledger = FileLedger.at(file);
        assertEquals(List.of(), ledger.entries());
        assertTrue(ledger.append(entry("one"), 0));
        assertTrue(ledger.append(entry("two"), 1));
        assertEquals(List.of(entry("one"), entry("two")), FileLedger.at(file).entries());
    }

    @Test
    void ofTwoWhoReadTheSameOneLoses() {
        Ledger one = FileLedger.at(file);
        Ledger other = FileLedger.at(folder.resolve("x/../ledger.jsonl"));
        int read = one.entries().size();
        assertTrue(one.append(entry("one"), read));
        assertFalse(other.append(entry("two"), read));
        assertEquals(List.of(entry("one")), other.entries());
    }

    @Test
    void ofManyThreadsOneWinsEachRound() throws Exception {
        int publishers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(publishers);
        try {
            for (int round = 0; round < 5; round++) {
                int expected = round;
                List<Callable<Boolean>> all = new ArrayList<>();
                for (int p = 0; p < publishers; p++) {
                    String id = round + "-" + p;
                    all.add(() -> FileLedger.at(file).append(entry(id), expected));
                }
                int won = 0;
                for (Future<Boolean> done : threads.invokeAll(all)) {
                    won += done.get() ? 1 : 0;
                }
                assertEquals(1, won);
                assertEquals(round + 1, FileLedger.at(file).entries().size());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void ofTwoProcessesOneWins() throws Exception {
        List<Process> publishers = new ArrayList<>();
        for (String id : List.of("one", "two", "three")) {
            publishers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Publisher.class.getName(),
                            file.toString(),
                            id)
                    .redirectErrorStream(true)
                    .start());
        }
        int won = 0;
        for (Process publisher : publishers) {
            String said =
                    new String(publisher.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(0, publisher.waitFor(), said);
            won += said.contains("appended") ? 1 : 0;
        }
        assertEquals(1, won);
        assertEquals(1, FileLedger.at(file).entries().size());
    }

    /** A publisher in a process of its own. */
    static final class Publisher {
        private Publisher() {}

        /** Takes the file and the id of the entry. */
        public static void main(String[] arguments) {
            boolean appended = FileLedger.at(Path.of(arguments[0])).append(entry(arguments[1]), 0);
            System.out.println(appended ? "appended" : "lost");
        }
    }

    @Test
    void withdrawnAndSupersededPublicationsNoLongerStand() {
        Ledger ledger = FileLedger.at(file);
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
                FileLedger.at(file).entries().stream().map(Ledger.Entry::status).toList());
    }

    @Test
    void brokenLineStopsEverythingAndBetraysNothing() throws IOException {
        Ledger ledger = FileLedger.at(file);
        ledger.append(entry("one"), 0);
        String whole = Files.readString(file);
        for (String broken : List.of(
                whole.substring(0, whole.length() - 20),
                whole + "{}\n",
                whole.replace("\"published\"", "\"thought of\""),
                whole.replace("[30", "[-7"),
                whole.replace("[30,", "["))) {
            Files.writeString(file, broken);
            UncheckedIOException failed = assertThrows(UncheckedIOException.class, ledger::entries, broken);
            assertFalse(String.valueOf(failed.getMessage()).contains("race"), failed.getMessage());
            assertThrows(UncheckedIOException.class, () -> ledger.append(entry("two"), 1));
            assertEquals(broken, Files.readString(file));
        }
    }
}
