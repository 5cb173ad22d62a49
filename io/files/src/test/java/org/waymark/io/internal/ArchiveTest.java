package org.waymark.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.waymark.core.result.FindingLog;

class ArchiveTest {
    private final FindingLog log = new FindingLog();
    private final List<String> read = new ArrayList<>();

    @Test
    void readsTextEntriesInTheirOrderAndCountsTheOthers() throws IOException {
        run(zip(Map.entry("b.csv", "1"), Map.entry("dir/a.json", "22"), Map.entry("picture.png", "333")));
        assertEquals(List.of("z.zip/b.csv 1", "z.zip/dir/a.json 2"), read);
        assertEquals(
                "z.zip: 1 entries that are no text were not read [understood-as]",
                log.findings().get(0).toString());
    }

    @Test
    void knowsAZipByItsFirstBytes() throws IOException {
        assertTrue(Archive.isZip(new BufferedInputStream(new ByteArrayInputStream(zip(Map.entry("a.csv", "1"))))));
        assertFalse(Archive.isZip(
                new BufferedInputStream(new ByteArrayInputStream("PKa".getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void refusesNamesThatLeadElsewhereAndTwins() throws IOException {
        for (String name : List.of("../a.csv", "/a.csv", "x/../../a.csv", "..\\a.csv", "C:\\a.csv", "a\u202E.csv")) {
            read.clear();
            run(zip(Map.entry(name, "1")));
            assertEquals(List.of(), read, name);
            assertFalse(log.findings().isEmpty());
        }
        run(zip(Map.entry("a.csv", "1"), Map.entry("A.csv", "2")));
        assertEquals(List.of("z.zip/a.csv 1"), read);
    }

    @Test
    void refusesArchivesInside() throws IOException {
        run(zip(Map.entry("inner.zip", "PK")));
        assertEquals(List.of("wrong-source"), codes());
    }

    @Test
    void stopsAnEntryThatInflatesTooWell() throws IOException {
        run(zip(Map.entry("a.csv", "x".repeat(5_000_000))));
        assertEquals(List.of("over-limit"), codes());
        assertEquals(List.of(), read);
    }

    @Test
    void countsWhatNobodyReads() throws IOException {
        run(zip(Map.entry("bomb.bin", "x".repeat(5_000_000)), Map.entry("a.csv", "1")));
        assertEquals(List.of("over-limit"), codes().subList(0, 1));
        assertEquals(List.of(), read);
    }

    @Test
    void stopsAtTheLimits() throws IOException {
        Limits few = new Limits(10, 10, 10, 10, 100, 150, 100, 2);
        run(zip(Map.entry("a.csv", "1".repeat(101))), few);
        run(zip(Map.entry("a.csv", "1".repeat(100)), Map.entry("b.csv", "1".repeat(51))), few);
        run(zip(Map.entry("a.csv", "1"), Map.entry("b.csv", "1"), Map.entry("c.csv", "1")), few);
        assertEquals(List.of("over-limit", "over-limit", "over-limit"), codes());
        assertEquals(List.of("z.zip/a.csv 100", "z.zip/a.csv 1", "z.zip/b.csv 1"), read);
    }

    @Test
    void missesACutOffEnd() throws IOException {
        byte[] whole = zip(Map.entry("a.csv", "a,b\n1,2\n"), Map.entry("b.csv", "a,b\n1,2\n"));
        for (int length = 30; length < whole.length; length++) {
            FindingLog cut = new FindingLog();
            Archive.forEach(
                    new ByteArrayInputStream(Arrays.copyOf(whole, length)), "z.zip", cut, (n, in) -> in.readAllBytes());
            assertFalse(cut.findings().isEmpty(), "cut at " + length);
        }
    }

    @Test
    void findsAFlippedByte() throws IOException {
        byte[] bytes = zip(Map.entry("a.csv", "a,b\n1,2\n3,4\n5,6\n"));
        bytes[40] ^= 0x10;
        run(bytes);
        assertEquals(List.of("broken-source"), codes());
    }

    private List<String> codes() {
        return log.findings().stream().map(f -> f.reason().code()).toList();
    }

    private void run(byte[] bytes) throws IOException {
        run(bytes, Limits.STANDARD);
    }

    private void run(byte[] bytes, Limits limits) throws IOException {
        Archive.forEach(new ByteArrayInputStream(bytes), "z.zip", limits, log, (name, in) -> {
            int length = in.readAllBytes().length;
            read.add(name + " " + length);
        });
    }

    @SafeVarargs
    private static byte[] zip(Map.Entry<String, String>... entries) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries) {
            all.put(entry.getKey(), entry.getValue());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
