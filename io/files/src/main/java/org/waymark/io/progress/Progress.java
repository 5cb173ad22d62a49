package org.waymark.io.progress;

/**
 * Is told how far a long read or write has come. Whoever wants it to stop throws: what was read is forgotten, and what was
 * being written does not appear.
 */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (what, done, total) -> {};

    /**
     * So much is done. Called now and then, from the thread that reads or writes, and once in the end.
     *
     * @param what the name of the file
     * @param done bytes read, or rows of a workbook read, or rows written
     * @param total how much there is of it; 0 while nobody knows
     */
    void reached(String what, long done, long total);
}
