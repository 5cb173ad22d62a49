package org.waymark.io.internal;

/**
 * How much a source may hold. Passing a limit is a finding, never an exhausted memory.
 *
 * @param columns the most columns
 * @param field the most characters of one field; a row with a longer one is left out
 * @param record the most characters that one row may hold; a longer one ends the reading, since its quote may be open
 * @param file the most bytes of one plain file
 * @param entry the most bytes that one entry of an archive inflates to
 * @param archive the most bytes that all entries of an archive inflate to
 * @param ratio how many times its packed size an entry may inflate to, once it is larger than {@link #RATIO_FROM}
 * @param entries the most entries of an archive
 */
public record Limits(int columns, int field, int record, long file, long entry, long archive, int ratio, int entries) {
    /** What is used unless said otherwise. */
    public static final Limits STANDARD =
            new Limits(4_096, 1 << 16, 1 << 22, 1L << 36, 256L << 20, 1L << 30, 100, 1_000);

    /** Below so many bytes nobody asks how well an entry was packed. */
    public static final long RATIO_FROM = 100_000;

    /** Refuses limits that nothing would meet. */
    public Limits {
        if (columns < 1 || field < 1 || record < field || file < 1 || entry < 1 || archive < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits: must be 1 or more, a record no less than a field");
        }
    }

    /** The same with another limit for plain files. */
    public Limits withFile(long bytes) {
        return new Limits(columns, field, record, bytes, entry, archive, ratio, entries);
    }
}
