package org.waymark.io.internal;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/** Reads the text files of a zip, one after another and never onto the disk, within limits. */
public final class Archive {
    /** The most entries. */
    public static final int MOST_ENTRIES = 1_000;

    /** The most bytes that one entry may hold. */
    public static final long LARGEST_ENTRY = 256L << 20;

    /** The most bytes of all entries together. */
    public static final long LARGEST = 1L << 30;

    private Archive() {}

    /** What is done with an entry. */
    @FunctionalInterface
    public interface Each {
        /** Reads one entry. */
        void read(String name, InputStream content) throws IOException;
    }

    /** Whether the bytes ahead are a zip; reads none of them. */
    public static boolean isZip(InputStream in) throws IOException {
        in.mark(4);
        byte[] head = in.readNBytes(4);
        in.reset();
        return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** Reads every CSV and JSON entry; what is refused is a finding. */
    public static void forEach(InputStream in, String source, FindingLog findings, Each each) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        Set<String> seen = new LinkedHashSet<>();
        long[] total = new long[1];
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (seen.size() >= MOST_ENTRIES) {
                    refuse(findings, Reason.OVER_LIMIT, source, "at most " + MOST_ENTRIES + " entries");
                    return;
                }
                if (!seen.add(name)) {
                    refuse(findings, Reason.WRONG_SOURCE, source, "each entry once");
                } else if (isUnsafe(name)) {
                    refuse(findings, Reason.WRONG_SOURCE, source, "entries without absolute or upward paths");
                } else if (isText(name) && !entry.isDirectory()) {
                    each.read(source + "/" + name, new Limited(zip, total));
                } else if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                    refuse(findings, Reason.WRONG_SOURCE, source, "no zip inside a zip");
                }
            }
        } catch (OverLimit over) {
            refuse(
                    findings,
                    Reason.OVER_LIMIT,
                    source,
                    "entries of at most " + (LARGEST_ENTRY >> 20) + " MiB, " + (LARGEST >> 20) + " MiB in all");
        } catch (ZipException | EOFException broken) {
            refuse(findings, Reason.BROKEN_SOURCE, source, "a whole zip");
        }
    }

    private static void refuse(FindingLog findings, Reason reason, String source, String expected) {
        findings.add(Finding.error(reason, source, 0, "", expected));
    }

    private static boolean isText(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv")
                || lower.endsWith(".txt")
                || lower.endsWith(".json")
                || lower.endsWith(".jsonl")
                || lower.endsWith(".ndjson");
    }

    private static boolean isUnsafe(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/") || path.contains(":") || ("/" + path + "/").contains("/../");
    }

    /** Says that a limit was passed. */
    private static final class OverLimit extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Counts while inflating, and leaves the zip open at the end of an entry. */
    private static final class Limited extends FilterInputStream {
        private final long[] total;
        private long own;

        Limited(InputStream in, long[] total) {
            super(in);
            this.total = total;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws IOException {
            own += bytes;
            total[0] += bytes;
            if (own > LARGEST_ENTRY || total[0] > LARGEST) {
                throw new OverLimit();
            }
        }

        @Override
        public void close() {
            // The zip goes on with the next entry.
        }
    }
}
