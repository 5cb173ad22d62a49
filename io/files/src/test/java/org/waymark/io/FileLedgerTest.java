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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.Statement;
import org.waymark.io.json.FileLedger;

/** What is particular to a ledger in a file; what every ledger keeps is tried with those of databases. */
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
    void theSameFileUnderAnotherNameIsTheSameLedger() {
        assertTrue(FileLedger.at(file).append(entry("one"), 0));
        Ledger other = FileLedger.at(folder.resolve("x/../ledger.jsonl"));
        assertFalse(other.append(entry("two"), 0));
        assertEquals(List.of(entry("one")), other.entries());
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

    @Test
    void entryWithWhatIsNoDigestIsRefusedBeforeItIsWritten() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Ledger.Entry("a", "abc", "p", Statement.Status.PUBLISHED, "", List.of(), List.of()));
    }
}
