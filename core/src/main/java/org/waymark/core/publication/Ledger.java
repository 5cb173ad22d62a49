package org.waymark.core.publication;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** What has been published so far, in order: what a later release must not give away by subtraction. */
public interface Ledger {
    /**
     * One publication.
     *
     * @param id stable name of the entry
     * @param digest SHA-256 of the public content, in hexadecimal
     * @param policy the policy under which it was released
     * @param status whether it stands
     * @param facts what it told of which cell
     */
    record Entry(String id, String digest, String policy, Statement.Status status, List<Fact> facts) {
        /** Copies the facts. */
        public Entry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(digest, "digest");
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(status, "status");
            facts = List.copyOf(facts);
        }

        /** What it is, without the facts. */
        @Override
        public String toString() {
            return status + " " + id + " under " + policy + ", " + facts.size() + " cells";
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

    /** No ledger: each release stands alone, and says so. */
    static Ledger none() {
        return NoLedger.ALONE;
    }
}
