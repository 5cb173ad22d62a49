package org.waymark.core.publication;

import java.util.List;
import java.util.Objects;

/** What has been published so far, in order: what a later release must not give away by subtraction. */
public interface Ledger {
    /**
     * One publication.
     *
     * @param id stable name of the entry
     * @param digest SHA-256 of the public content, in hexadecimal
     * @param policy the policy under which it was released
     * @param status whether it stands
     */
    record Entry(String id, String digest, String policy, Statement.Status status) {
        /** Refuses null. */
        public Entry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(digest, "digest");
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(status, "status");
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
        return new Ledger() {
            @Override
            public List<Entry> entries() {
                return List.of();
            }

            @Override
            public boolean append(Entry entry, int expected) {
                return true;
            }

            @Override
            public String toString() {
                return "no ledger";
            }
        };
    }
}
