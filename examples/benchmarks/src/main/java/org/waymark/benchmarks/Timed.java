package org.waymark.benchmarks;

import java.io.IOException;

/** Runs a job several times and prints the milliseconds of each. */
public final class Timed {
    private Timed() {}

    /** Something to be timed. */
    public interface Job {
        /** Does it. */
        void run() throws IOException;
    }

    /** Does it so many times. */
    public static void print(int runs, Job job) throws IOException {
        StringBuilder text = new StringBuilder("WORK_MS");
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            job.run();
            text.append(' ').append((System.nanoTime() - start) / 1_000_000.0);
        }
        System.out.println(text);
    }
}
