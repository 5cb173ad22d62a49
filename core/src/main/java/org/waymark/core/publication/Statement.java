package org.waymark.core.publication;

import java.util.Objects;

/**
 * The claim that stands beside what is published.
 *
 * @param policy the name of the policy under which it was released
 * @param level what is promised, in words
 * @param minimumSize groups with fewer members are hidden
 * @param ledger the id of the entry in the ledger; empty for a single release without a ledger
 * @param digest SHA-256 of the public content, in hexadecimal
 * @param status whether it stands
 */
public record Statement(String policy, String level, int minimumSize, String ledger, String digest, Status status) {
    /** Whether a publication stands. */
    public enum Status {
        /** It stands. */
        PUBLISHED,
        /** It stands in place of an earlier one. */
        SUPERSEDES,
        /** It no longer stands. */
        WITHDRAWN,
        /** It was published by others and is cited. */
        CITED
    }

    /** Refuses null. */
    public Statement {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(status, "status");
    }

    /** The same of what no longer stands. */
    Statement withdrawn() {
        return new Statement(policy, level, minimumSize, ledger, digest, Status.WITHDRAWN);
    }

    @Override
    public String toString() {
        String minimum = minimumSize > 0 ? ", groups of fewer than " + minimumSize + " hidden" : "";
        String where = ledger.isEmpty() ? "" : ", ledger entry " + ledger;
        return status + " under " + policy + " (" + level + ")" + minimum + where + ", content " + digest;
    }
}
