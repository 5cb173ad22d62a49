package org.waymark.io.badge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.tree.JsonPrinter;
import org.waymark.io.internal.tree.JsonTree;

/**
 * Open Badges 3.0 and Comprehensive Learner Records 2.0, read and written as JSON.
 *
 * <p>Read are the final forms, and with a finding of {@code OLDER_FORM} those in the wild: dates and contexts of version
 * 1.1 of the data model, drafts, types as text where lists belong ({@code WRONG_TYPE}, a warning). A credential may lie as
 * it is, be the payload of a signed token, or be baked into a picture in PNG or SVG. What is not whole is refused as a
 * whole, with everything that is wrong with it; Open Badges 2.0 and endorsements are named and refused.
 *
 * <p>No signature is verified and none is made: a credential that is written is <em>unsigned</em>, so that others can read
 * and sign it, and cannot verify it.
 *
 * <pre>{@code
 * Loaded<Optional<VerifiableCredential>> read = OpenBadges.reader().asOf(day).read(path);
 * OpenBadges.write(issuer.badge(award), path);
 * }</pre>
 */
public final class OpenBadges {
    private static final int LARGEST = 32 << 20;
    private static final int LONGEST_TEXT = 16 << 20;

    private OpenBadges() {}

    /** Starts a reader. */
    public static Reader reader() {
        return new Reader(null);
    }

    /** Reads a credential, without a verdict on the days between which it holds. */
    public static Loaded<Optional<VerifiableCredential>> read(Path path) throws IOException {
        return reader().read(path);
    }

    /** Writes a credential, unsigned. A file that is there is not replaced. */
    public static void write(VerifiableCredential credential, Path path) throws IOException {
        write(credential, path, false);
    }

    /** Writes a credential, unsigned, replacing a file that is there. */
    public static void replace(VerifiableCredential credential, Path path) throws IOException {
        write(credential, path, true);
    }

    private static void write(VerifiableCredential credential, Path path, boolean replace) throws IOException {
        AtomicFile.write(path, replace, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            JsonPrinter.print(CredentialWriting.of(credential), text);
            text.flush();
        });
    }

    /** The credential as JSON, unsigned. */
    public static String toJson(VerifiableCredential credential) {
        return JsonPrinter.print(CredentialWriting.of(credential));
    }

    /** Collects what is to be known beforehand, then reads. */
    public static final class Reader {
        private final @Nullable LocalDate asOf;

        private Reader(@Nullable LocalDate asOf) {
            this.asOf = asOf;
        }

        /** The day on which the credential must hold; outside it there is a finding of {@code NOT_IN_FORCE}. */
        public Reader asOf(LocalDate day) {
            return new Reader(day);
        }

        /**
         * Reads a file; empty if there is an error among the findings.
         *
         * @throws IOException if the file cannot be read at all
         */
        public Loaded<Optional<VerifiableCredential>> read(Path path) throws IOException {
            try (InputStream in = Files.newInputStream(path)) {
                return read(in, String.valueOf(path.getFileName()));
            }
        }

        /**
         * Reads from a stream, which is not closed.
         *
         * @param source what findings call it
         * @throws IOException if the stream fails
         */
        public Loaded<Optional<VerifiableCredential>> read(InputStream in, String source) throws IOException {
            FindingLog findings = new FindingLog();
            Report report = new Report(source, findings);
            byte[] file = in.readNBytes(LARGEST + 1);
            if (file.length > LARGEST) {
                report.error(Reason.OVER_LIMIT, 0, "", "at most " + LARGEST + " bytes");
                return new Loaded<>(Optional.empty(), findings.findings());
            }
            Optional<VerifiableCredential> read = Optional.empty();
            Optional<byte[]> json = new Wrapping(report).unwrap(file);
            if (json.isPresent()) {
                read = JsonTree.read(new ByteArrayInputStream(json.get()), source, LONGEST_TEXT, findings)
                        .flatMap(node -> new CredentialReading(report, asOf).credential(Claim.root(node, report)));
            }
            if (read.isPresent()) {
                report.note("signatures are not verified");
            }
            return new Loaded<>(read, findings.findings());
        }
    }
}
