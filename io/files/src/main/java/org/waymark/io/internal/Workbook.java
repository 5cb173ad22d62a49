package org.waymark.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Reason;

/**
 * Looks a workbook over before anything else touches it: every part is inflated within limits, held to its checksum and
 * dropped, and none may declare a document type, with which parts would name other files or grow without end.
 */
final class Workbook {
    /** Parts other than sheets are held in memory by who reads them. */
    private static final long MOST_HELD = 64L << 20;

    private static final byte[] DOCTYPE = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

    private final Limits limits;
    private long total;

    private Workbook(Limits limits) {
        this.limits = limits;
    }

    /** What is wrong with the file as a zip; empty if nothing is. */
    static Optional<Finding> fault(Path path, String source, Limits limits) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            new Workbook(limits).look(zip);
            return Optional.empty();
        } catch (OverLimitException over) {
            return Optional.of(
                    Finding.error(Reason.OVER_LIMIT, source, 0, "", over.getMessage() + "; nothing of it was read"));
        } catch (ZipException | java.io.EOFException notAZip) {
            return Optional.of(
                    Finding.error(Reason.BROKEN_SOURCE, source, 0, "", "a whole workbook; nothing of it was read"));
        } catch (ForbiddenException forbidden) {
            return Optional.of(Finding.error(
                    Reason.WRONG_SOURCE,
                    source,
                    0,
                    "",
                    "a workbook whose parts have plain names, once each, and declare no document type"));
        }
    }

    private void look(ZipFile zip) throws IOException {
        if (zip.size() > limits.entries()) {
            throw new OverLimitException("at most " + limits.entries() + " parts");
        }
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
            if (!seen.add(name) || name.startsWith("/") || ("/" + name + "/").contains("/../")) {
                throw new ForbiddenException();
            }
            // A zip read by its directory does not compare checksums by itself.
            CRC32 sum = new CRC32();
            try (InputStream part = new CheckedInputStream(zip.getInputStream(entry), sum)) {
                look(part, name, entry.getCompressedSize());
            }
            if (sum.getValue() != entry.getCrc()) {
                throw new ZipException("checksum of a part");
            }
        }
    }

    private void look(InputStream part, String name, long packed) throws IOException {
        boolean text = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        long most = name.startsWith("xl/worksheets/") ? limits.entry() : Math.min(limits.entry(), MOST_HELD);
        byte[] buffer = new byte[1 << 13];
        long own = 0;
        int matched = 0;
        for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            own += read;
            total += read;
            if (own > most || total > limits.archive()) {
                throw new OverLimitException(
                        "parts of at most " + (most >> 20) + " MiB, and " + (limits.archive() >> 20) + " MiB in all");
            }
            if (own > Limits.RATIO_FROM && own / limits.ratio() > packed) {
                throw new OverLimitException("parts that inflate to at most " + limits.ratio() + " times their size");
            }
            for (int i = 0; i < read && text; i++) {
                matched = matched(matched, buffer[i]);
                if (matched == DOCTYPE.length) {
                    throw new ForbiddenException();
                }
            }
        }
    }

    /** Bytes of zero are passed over, so that UTF-16 is seen as well. */
    private static int matched(int before, byte b) {
        if (b == 0) {
            return before;
        }
        return b == DOCTYPE[before] ? before + 1 : b == DOCTYPE[0] ? 1 : 0;
    }

    /** Thrown where a part is what no workbook needs. */
    private static final class ForbiddenException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
