package org.waymark.io.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.waymark.core.publication.AuditEvent;
import org.waymark.core.publication.AuditSink;
import org.waymark.io.internal.tree.JsonPrinter;
import org.waymark.io.internal.tree.Node;

/**
 * Keeps who wrote what is not for publication, when and what for, in a file of JSON Lines: one event a line, the oldest first. A line is
 * on the disk before the file of which it tells appears.
 */
public final class AuditLog implements AuditSink {
    private final Path file;

    private AuditLog(Path file) {
        this.file = file;
    }

    /** The log in a file, which need not be there yet. */
    public static AuditLog at(Path file) {
        return new AuditLog(file.toAbsolutePath().normalize());
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException if the file cannot be written; nothing else is written then
     */
    @Override
    public synchronized void tell(AuditEvent event) {
        StringBuilder line = new StringBuilder();
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                FileLock lock = channel.lock()) {
            JsonPrinter.line(
                    Node.object()
                            .with("when", event.when().toString())
                            .with("who", event.who())
                            .with("what", event.what())
                            .with("purpose", event.purpose()),
                    line);
            ByteBuffer bytes = ByteBuffer.wrap(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            while (lock.isValid() && bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it is. */
    @Override
    public String toString() {
        return "audit log at " + file;
    }
}
