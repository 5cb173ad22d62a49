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

    /** How many rows are read column by column before the next are, so that what one row teaches serves the others. */
    private static final int AT_ONCE = 512;

    /** How many of a thread's first rows are, which teach most; then twice as many each time. */
    private static final int AT_FIRST = 8;

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
        StrictText nothing = new StrictText(block.bytes, 0, 0);
        HeadedFields headed = new HeadedFields(source, limits, declares, nothing, first.rows(), first.findings());
        Worker own = new Worker(headed, block);
        if (!own.readHeaders()) {
            return OptionalLong.empty();
        }
        List<HeadedFields> all = new ArrayList<>(List.of(headed));
        List<Thread> threads = new ArrayList<>();
        for (Receiver other : receivers.subList(1, blocks.isEmpty() ? 1 : receivers.size())) {
            HeadedFields below = headed.below(other.rows(), other.findings());
            all.add(below);
            Thread thread = new Thread(new Worker(below, new RowBlocks.Block()), "waymark-" + source);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        own.run();
        threads.forEach(BlockReading::join);
        rethrow();
        return stopped
                ? OptionalLong.empty()
                : OptionalLong.of(
                        all.stream().mapToLong(HeadedFields::blankLines).sum());
    }

    /** What one thread does: it takes one block after the other, and of each the rows. */
    private final class Worker implements Runnable {
        private final HeadedFields fields;
        private final RowBlocks.Block block;
        private final RowSplitter splitter;
        private int atOnce = AT_FIRST;

        Worker(HeadedFields fields, RowBlocks.Block block) {
            this.fields = fields;
            this.block = block;
            this.splitter = new RowSplitter(separator, limits.record(), fields);
        }

        /** Reads the first block's rows until the headers have come; false if they do not. */
        boolean readHeaders() throws IOException {
            FieldIndex index = new FieldIndex(separator, 1, limits.field());
            index.read(block.bytes, 0, block.length);
            if (index.hasReturn()) {
                return false;
            }
            for (int row = 0; row < index.rows() && !fields.hasHeaders(); row++) {
                block.from = index.rowStart(row + 1);
                if (!split(index.rowStart(row), block.from, 1 + index.lineInBlock(row))) {
                    return false;
                }
                block.skipped = index.lineInBlock(row + 1);
            }
            return fields.hasHeaders();
        }

        @Override
        public void run() {
            try {
                FieldIndex index = fields.index(separator);
                // The first of the workers has read the headers and holds a block already.
                while (!stopped && (block.length > 0 || blocks.next(block))) {
                    if (!(index == null ? splitBlock() : read(index)) || blocks.total() > limits.file()) {
                        stopped = true;
                    }
                    fields.endBlock(block.number);
                    block.length = 0;
                }
            } catch (RowBlocks.NotCut odd) {
                stopped = true;
            } catch (IOException | RuntimeException | Error failed) {
                stopped = true;
                keep(failed);
            } finally {
                if (stopped) {
                    blocks.close();
                }
            }
        }

        /** Reads the block's rows column by column, and those that are odd field by field; all in their order. */
        private boolean read(FieldIndex index) throws IOException {
            index.read(block.bytes, block.from, block.length);
            if (index.hasReturn()) {
                throw new RowBlocks.NotCut();
            }
            index.firstLine(blocks.firstLine(block, index.lines()));
            for (int from = 0, until; from < index.rows(); from = until) {
                until = Math.min(index.rows(), from + atOnce);
                atOnce = Math.min(AT_ONCE, 2 * atOnce);
                fields.read(index, from, until);
                for (int row = from; row < until; ) {
                    int next = index.endOfRun(row, until);
                    if (!index.isOdd(row)) {
                        fields.take(row, next);
                    } else if (!split(index.rowStart(row), index.rowStart(next), index.line(row))) {
                        return false;
                    }
                    row = next;
                }
            }
            return true;
        }

        private boolean splitBlock() throws IOException {
            int lines = 0;
            for (int at = block.from; at < block.length; at++) {
                byte b = block.bytes[at];
                lines += b == '\n' ? 1 : 0;
                if (b == '\r' && (at + 1 == block.length || block.bytes[at + 1] != '\n')) {
                    throw new RowBlocks.NotCut();
                }
            }
            return split(block.from, block.length, blocks.firstLine(block, lines));
        }

        private boolean split(int from, int to, long firstLine) throws IOException {
            StrictText text = new StrictText(block.bytes, from, to);
            fields.within(text);
            return DelimitedText.split(splitter, text, firstLine, fields);
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
