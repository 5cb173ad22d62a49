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
import java.util.Objects;
import java.util.UUID;

/** Writes a file so that it appears whole or not at all. */
public final class AtomicFile {
    private static final String PREFIX = ".waymark-";
    private static final String SUFFIX = ".tmp";

    private AtomicFile() {}

    /** Makes the file that is written first. */
    @FunctionalInterface
    private interface Temporary {
        Path in(Path folder) throws IOException;
    }

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the target, forces it to the disk, then moves it there. The file is its owner's alone.
     *
     * @param replace whether a file that is there may be replaced
     * @throws FileAlreadyExistsException if one is there and may not be replaced
     */
    public static void write(Path target, boolean replace, Content content) throws IOException {
        write(target, replace, folder -> Files.createTempFile(folder, PREFIX, SUFFIX), content);
    }

    /** The same of what is for everyone: who else may read the file is left to the folder and the system, as of any other file. */
    public static void publish(Path target, boolean replace, Content content) throws IOException {
        write(target, replace, AtomicFile::ordinary, content);
    }

    private static Path ordinary(Path folder) throws IOException {
        return Files.createFile(folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX));
    }

    private static void write(Path target, boolean replace, Temporary made, Content content) throws IOException {
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString(), null, "exists; ask for it to be replaced");
        }
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "target: must lie in a folder");
        Path temporary = made.in(folder);
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

    /** Writes a text in UTF-8, as {@link #publish} does. */
    public static void publishText(Path target, boolean replace, String text) throws IOException {
        publish(target, replace, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
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
