package org.waymark.io.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.waymark.core.publication.Ledger;
import org.waymark.core.result.Loaded;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.tree.JsonPrinter;

/**
 * A ledger in a file of JSON Lines: one entry a line, the oldest first. It grows by compare-and-append: of two publishers who read
 * the same ledger one appends and the other is told to decide again, whether they are threads or processes.
 *
 * <p>An entry appears whole or not at all: the file is written beside its place, forced to the disk and moved there. While
 * it is changed a file of the same name with {@code .lock} behind it is locked; that one stays.
 *
 * <p>A line that cannot be read stops everything: who cannot know what has been published must not publish.
 */
public final class FileLedger implements Ledger {
    /** A file is locked for a process, not for a thread of it. */
    private static final ConcurrentMap<Path, Object> THREADS = new ConcurrentHashMap<>();

    private final Path file;
    private final Object thread;

    private FileLedger(Path file) {
        this.file = file;
        thread = THREADS.computeIfAbsent(file, path -> new Object());
    }

    /** The ledger in a file, which need not be there yet. */
    public static FileLedger at(Path file) {
        return new FileLedger(file.toAbsolutePath().normalize());
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException if the file cannot be read, or holds a line that is no entry
     */
    @Override
    public List<Entry> entries() {
        try {
            return read();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException if the file cannot be read or written; nothing has been appended then
     */
    @Override
    public boolean append(Entry entry, int expected) {
        Path guard = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (thread) {
            try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid() || read().size() != expected) {
                    return false;
                }
                byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
                StringBuilder line = new StringBuilder();
                JsonPrinter.line(LedgerCodec.ENVELOPE.write(entry), line);
                AtomicFile.write(file, true, out -> {
                    out.write(before);
                    out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
                });
                return true;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private List<Entry> read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Files.exists(file)) {
            return entries;
        }
        byte[] bytes = Files.readAllBytes(file);
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                entries.add(entry(bytes, from, i, entries.size() + 1));
                from = i + 1;
            }
        }
        if (from < bytes.length) {
            throw new IOException("ledger: line " + (entries.size() + 1) + " is not whole");
        }
        return entries;
    }

    private Entry entry(byte[] bytes, int from, int until, int line) throws IOException {
        Loaded<Optional<Entry>> loaded =
                LedgerCodec.ENVELOPE.read(new ByteArrayInputStream(bytes, from, until - from), "line " + line);
        return loaded.value()
                .orElseThrow(() -> new IOException("ledger: line " + line + " is no entry: "
                        + loaded.findings().get(0)));
    }

    /** Where it is. */
    @Override
    public String toString() {
        return "ledger at " + file;
    }
}
