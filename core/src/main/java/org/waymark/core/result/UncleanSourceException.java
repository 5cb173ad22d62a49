package org.waymark.core.result;

import java.util.List;

/** A source of which something had to be left out was used where only a whole one will do. */
public final class UncleanSourceException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /** Says what was left out. */
    public UncleanSourceException(List<Finding> findings) {
        super(findings.size() + " findings, the first: " + findings.get(0));
        this.findings = List.copyOf(findings);
    }

    /** Everything that was left out. */
    public List<Finding> findings() {
        return findings;
    }
}
