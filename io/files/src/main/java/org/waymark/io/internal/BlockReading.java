package org.waymark.io.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.FindingLog;

/**
 * Reads plain delimited text in blocks of whole rows, each by one of several receivers, every receiver in a thread of its
 * own. Where a text is not plain, where it breaks off, has another encoding or cannot be cut, nothing counts of what the
 * receivers took, and it is to be read in one piece, by {@link DelimitedText}, which says what is wrong with it.
 */
public final class BlockReading {
    private static final int BLOCK = 1 << 18;

    private final String source;
    private final Limits limits;
    private final char separator;
    private final RowBlocks blocks;
    private volatile boolean stopped;
    private @Nullable Throwable thrown;

    private BlockReading(String source, Limits limits, char separator, RowBlocks blocks) {
        this.source = source;
        this.limits = limits;
        this.separator = separator;
        this.blocks = blocks;
    }

    /** One receiver of rows and what is said of them. */
    public record Receiver(Rows rows, FindingLog findings) {}

    /**
     * Reads it all into the receivers, the first of which works in the thread that calls.
     *
     * @return how many blank lines there were; empty if nothing counts
     */
    public static OptionalLong read(InputStream in, String source, List<Receiver> receivers) throws IOException {
        return read(in, source, BLOCK, receivers);
    }

    /** The same in blocks of so many bytes. */
    static OptionalLong read(InputStream in, String source, int size, List<Receiver> receivers) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, DelimitedText.PEEK);
        byte[] head = DelimitedText.head(bytes);
        char separator = DelimitedText.separatorOf(head);
        boolean wide = head.length >= 2 && (head[0] & head[1] & 0xFE) == 0xFE;
        if (wide || head.length == 0) {
            return OptionalLong.empty();
        }
        if (DelimitedText.isMarked(head)) {
            bytes.skipNBytes(DelimitedText.MARK);
        }
        DelimitedText.sayWhich(separator, source, receivers.get(0).findings());
        Limits limits = Limits.STANDARD;
        RowBlocks blocks = new RowBlocks(bytes, separator, size, 4 * limits.record());
        return new BlockReading(source, limits, separator, blocks).read(DelimitedText.declared(head) != 0, receivers);
    }

    private OptionalLong read(boolean declares, List<Receiver> receivers) throws IOException {
        Receiver first = receivers.get(0);
        RowBlocks.Block block = new RowBlocks.Block();
        try {
            blocks.next(block);
        } catch (RowBlocks.NotCut odd) {
            return OptionalLong.empty();
        }
        StrictText text = new StrictText(block.bytes, block.length);
        HeadedFields headed = new HeadedFields(source, limits, declares, text, first.rows(), first.findings());
        RowSplitter splitter = new RowSplitter(separator, limits.record(), headed);
        if (!DelimitedText.split(splitter, text, 1, headed) || !headed.hasHeaders()) {
            return OptionalLong.empty();
        }
        List<HeadedFields> all = new ArrayList<>(List.of(headed));
        List<Thread> threads = new ArrayList<>();
        for (Receiver other : receivers.subList(1, blocks.isEmpty() ? 1 : receivers.size())) {
            HeadedFields below = headed.below(other.rows(), other.findings());
            all.add(below);
            Thread thread = new Thread(() -> work(below, new RowBlocks.Block()), "waymark-" + source);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        work(headed, block);
        threads.forEach(BlockReading::join);
        rethrow();
        return stopped
                ? OptionalLong.empty()
                : OptionalLong.of(
                        all.stream().mapToLong(HeadedFields::blankLines).sum());
    }

    private void work(HeadedFields fields, RowBlocks.Block block) {
        RowSplitter splitter = new RowSplitter(separator, limits.record(), fields);
        try {
            while (!stopped && blocks.next(block)) {
                StrictText text = new StrictText(block.bytes, block.length);
                fields.within(text);
                if (blocks.total() > limits.file() || !DelimitedText.split(splitter, text, block.line, fields)) {
                    stopped = true;
                }
            }
        } catch (RowBlocks.NotCut odd) {
            stopped = true;
        } catch (IOException | RuntimeException | Error failed) {
            stopped = true;
            keep(failed);
        }
    }

    private synchronized void keep(Throwable failed) {
        thrown = thrown == null ? failed : thrown;
    }

    private synchronized void rethrow() throws IOException {
        if (thrown instanceof IOException failed) {
            throw failed;
        } else if (thrown instanceof RuntimeException failed) {
            throw failed;
        } else if (thrown instanceof Error failed) {
            throw failed;
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
