package org.waymark.io.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.waymark.io.progress.Progress;

/** Tells a listener how much of a file has been read. */
public final class Counted extends FilterInputStream {
    private static final long STEP = 1 << 20;

    private final String what;
    private final long total;
    private final Progress progress;
    private long done;
    private long told;

    /** The bytes of a file of a known size. */
    public Counted(InputStream in, String what, long total, Progress progress) {
        super(in);
        this.what = what;
        this.total = total;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) {
        done += Math.max(0, read);
        boolean ended = read < 0 && told < done;
        if (done - told >= STEP || ended) {
            told = done;
            progress.reached(what, done, total);
        }
    }
}
