package org.waymark.core.publication;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** What has been published so far, in order: what a later release must not give away by subtraction. */
public interface Ledger {
    /**
     * One publication, or what became of an earlier one.
     *
     * @param id stable name of the entry
     * @param digest SHA-256 of the public content, 64 hexadecimal digits; empty where there is none, as of a withdrawal
     * @param policy the policy under which it was released
     * @param status whether it stands
     * @param instead the id of the entry whose place it takes, or that it withdraws; empty for a first publication
     * @param about of whom it tells: entries that share one of these names tell of the same people
     * @param facts what it told of which cell
     */
    record Entry(
            String id,
            String digest,
            String policy,
            Statement.Status status,
            String instead,
            List<String> about,
            List<Fact> facts) {
        /** Copies the parts; refuses a first publication that takes a place, the contrary, and what is no digest. */
        public Entry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(digest, "digest");
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(instead, "instead");
            about = List.copyOf(about);
            facts = List.copyOf(facts);
            if (!digest.matches("[0-9a-f]{64}|")) {
                throw new IllegalArgumentException("digest: must be 64 hexadecimal digits, or empty, was " + digest);
            }
            if (instead.isEmpty() != (status == Statement.Status.PUBLISHED)) {
                throw new IllegalArgumentException("instead: must name an earlier entry where one is superseded or"
                        + " withdrawn, and only there, was \"" + instead + "\"");
            }
        }

        /** What it is, without the facts. */
        @Override
        public String toString() {
            String whose = instead.isEmpty() ? "" : " for " + instead;
            return status + " " + id + whose + " under " + policy + ", " + facts.size() + " cells";
        }
    }

    /**
     * What was told of one cell: its number, or that it is hidden.
     *
     * @param cell the same name for the same cell in every release
     * @param printed the number; empty if it is hidden
     */
    record Fact(String cell, OptionalLong printed) {
        /** Refuses null. */
        public Fact {
            Objects.requireNonNull(cell, "cell");
            Objects.requireNonNull(printed, "printed");
        }
    }

    /** The entries, oldest first. */
    List<Entry> entries();

    /**
     * Appends an entry if nobody else has appended one since {@code expected} entries were read.
     *
     * @return whether it was appended; if not, read again and decide again
     */
    boolean append(Entry entry, int expected);

    /**
     * Whether a publication stands: it is in the ledger, and no later entry has taken its place or withdrawn it. What it told
     * remains known all the same.
     */
    default boolean stands(String id) {
        boolean stands = false;
        for (Entry entry : entries()) {
            stands = (stands && !entry.instead().equals(id))
                    || (entry.id().equals(id) && entry.status() != Statement.Status.WITHDRAWN);
        }
        return stands;
    }

    /**
     * Says that a publication no longer stands. Its numbers have been seen and count as known for ever.
     *
     * @throws IllegalArgumentException if no publication of that id stands
     * @throws IllegalStateException if somebody else has appended an entry meanwhile
     */
    default void withdraw(String id) {
        List<Entry> now = entries();
        if (!stands(id)) {
            throw new IllegalArgumentException("id: must be that of a publication that stands, was " + id);
        }
        Entry entry = new Entry(id + "-withdrawn", "", "", Statement.Status.WITHDRAWN, id, List.of(), List.of());
        if (!append(entry, now.size())) {
            throw new IllegalStateException("ledger: somebody else has appended an entry meanwhile");
        }
    }

    /** No ledger: each release stands alone, and says so. */
    static Ledger none() {
        return NoLedger.ALONE;
    }
}
