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
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/**
 * Reads the text files of a zip, one after another and never onto the disk, within limits. Bytes are counted while they
 * are inflated; what the zip says about its own sizes is not believed.
 */
public final class Archive {
    private static final byte[] END = {'P', 'K', 5, 6};

    private final String source;
    private final Limits limits;
    private final FindingLog findings;
    private final Packed packed;
    private final ZipInputStream zip;
    private long total;
    private boolean whole = true;

    private Archive(InputStream in, String source, Limits limits, FindingLog findings) {
        this.source = source;
        this.limits = limits;
        this.findings = findings;
        this.packed = new Packed(in);
        this.zip = new ZipInputStream(packed);
    }

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

    /** Reads every CSV and JSON entry, within {@link Limits#STANDARD}; what is refused is a finding; tells whether nothing was. */
    public static boolean forEach(InputStream in, String source, FindingLog findings, Each each) throws IOException {
        return forEach(in, source, Limits.STANDARD, findings, each);
    }

    /** Reads every CSV and JSON entry, within limits; what is refused is a finding; tells whether nothing was. */
    public static boolean forEach(InputStream in, String source, Limits limits, FindingLog findings, Each each)
            throws IOException {
        Archive archive = new Archive(in, source, limits, findings);
        archive.readAll(each);
        return archive.whole;
    }

    private void readAll(Each each) throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        int others = 0;
        try {
            for (ZipEntry entry = next(); entry != null; entry = next()) {
                String name = entry.getName();
                String lower = name.toLowerCase(Locale.ROOT);
                if (seen.size() >= limits.entries()) {
                    throw new OverArchive("at most " + limits.entries() + " entries");
                }
                Limited content = new Limited(packed.count);
                if (!seen.add(lower)) {
                    refuse(Reason.WRONG_SOURCE, "each entry once, whatever the case of its name");
                } else if (isUnsafe(name)) {
                    refuse(Reason.WRONG_SOURCE, "entries without absolute or upward paths");
                } else if (isArchive(lower)) {
                    refuse(Reason.WRONG_SOURCE, "no archive inside an archive");
                } else if (isText(lower) && !entry.isDirectory()) {
                    each.read(source + "/" + name, content);
                } else if (!entry.isDirectory()) {
                    others++;
                }
                // What nobody wanted counts as well: the zip inflates it to find the next entry.
                content.drain();
            }
            if (!packed.endsWhole()) {
                refuse(Reason.BROKEN_SOURCE, "a whole zip; its end is missing");
            }
        } catch (OverArchive over) {
            refuse(Reason.OVER_LIMIT, over.getMessage() + "; nothing from here on was read");
        } catch (ZipException | EOFException broken) {
            refuse(Reason.BROKEN_SOURCE, "a whole zip; nothing from the break on was read");
        }
        if (others > 0) {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS, source, 0, "", others + " entries that are no text were not read"));
        }
    }

    /** The next entry; a name that is no text is a break as well. */
    private @Nullable ZipEntry next() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException noText) {
            throw new ZipException("name of an entry");
        }
    }

    private void refuse(Reason reason, String expected) {
        whole = false;
        findings.add(Finding.error(reason, source, 0, "", expected));
    }

    private static boolean isText(String lower) {
        return lower.endsWith(".csv")
                || lower.endsWith(".tsv")
                || lower.endsWith(".txt")
                || lower.endsWith(".json")
                || lower.endsWith(".jsonl")
                || lower.endsWith(".ndjson");
    }

    private static boolean isArchive(String lower) {
        return lower.endsWith(".zip")
                || lower.endsWith(".gz")
                || lower.endsWith(".7z")
                || lower.endsWith(".tar")
                || lower.endsWith(".xlsx");
    }

    private static boolean isUnsafe(String name) {
        String path = name.replace('\\', '/');
        boolean unseen = name.chars().anyMatch(c -> c < ' ' || StrictText.isUnseen((char) c));
        return unseen || path.startsWith("/") || path.contains(":") || ("/" + path + "/").contains("/../");
    }

    /** Says that a limit of the whole was passed. */
    static final class OverArchive extends IOException {
        private static final long serialVersionUID = 1;

        OverArchive(String allowed) {
            super(allowed);
        }
    }

    /** The bytes of the zip itself: counts them and keeps the last ones, among which a whole zip has its end. */
    private static final class Packed extends FilterInputStream {
        private static final int TAIL = 1 << 16;

        private final byte[] tail = new byte[TAIL];
        private long count;

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            for (int i = 0; i < read; i++) {
                tail[(int) ((count + i) % TAIL)] = buffer[offset + i];
            }
            count += Math.max(0, read);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        /** Reads what is left and looks for the record that ends every zip. */
        boolean endsWhole() throws IOException {
            byte[] rest = new byte[1 << 13];
            while (read(rest, 0, rest.length) >= 0) {
                // Only the last bytes matter.
            }
            long from = Math.max(0, count - TAIL);
            for (long at = count - 22; at >= from; at--) {
                int same = 0;
                while (same < END.length && tail[(int) ((at + same) % TAIL)] == END[same]) {
                    same++;
                }
                if (same == END.length) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Counts while inflating, and leaves the zip open at the end of an entry. */
    private final class Limited extends InputStream {
        private final long packedBefore;
        private long own;

        Limited(long packedBefore) {
            this.packedBefore = packedBefore;
        }

        @Override
        public int read() throws IOException {
            int value = zip.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = zip.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        void drain() throws IOException {
            byte[] rest = new byte[1 << 13];
            while (read(rest, 0, rest.length) >= 0) {
                // Counted, not kept.
            }
        }

        private void count(int bytes) throws IOException {
            own += bytes;
            total += bytes;
            if (own > limits.entry()) {
                throw new OverArchive("entries of at most " + (limits.entry() >> 20) + " MiB");
            }
            if (total > limits.archive()) {
                throw new OverArchive("at most " + (limits.archive() >> 20) + " MiB in all");
            }
            // The zip is read in pieces; one of them may have come before this entry began.
            long read = packed.count - packedBefore + 512;
            if (own > Limits.RATIO_FROM && own / limits.ratio() > read) {
                throw new OverArchive("entries that inflate to at most " + limits.ratio() + " times their size");
            }
        }
    }
}
