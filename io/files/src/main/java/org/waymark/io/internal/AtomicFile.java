package org.waymark.io.internal;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that it appears whole or not at all. */
public final class AtomicFile {
    private AtomicFile() {}

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the target, forces it to the disk, then moves it there.
     *
     * @param replace whether a file that is there may be replaced
     * @throws FileAlreadyExistsException if one is there and may not be replaced
     */
    public static void write(Path target, boolean replace, Content content) throws IOException {
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString(), null, "exists; ask for it to be replaced");
        }
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, ".waymark-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(new Unclosed(out));
                out.flush();
                channel.force(true);
            }
            if (replace) {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                appear(temporary, target);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes a text in UTF-8, as {@link #write} does. */
    public static void writeText(Path target, boolean replace, String text) throws IOException {
        write(target, replace, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A link fails where a file has come meanwhile; an atomic move would replace it without a word. */
    private static void appear(Path temporary, Path target) throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException cameMeanwhile) {
            throw cameMeanwhile;
        } catch (IOException | UnsupportedOperationException noLinks) {
            // Some file systems know no links; a move without leave to replace is the next best.
            Files.move(temporary, target);
        }
    }

    /** Stays open when a writer closes it: the file is still to be forced to the disk. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
