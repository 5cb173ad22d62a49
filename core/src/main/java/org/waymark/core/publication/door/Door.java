package org.waymark.core.publication.door;

import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.Statement;
import org.waymark.core.table.Table;

/**
 * Issues public tables for releases. The module system keeps others out; on the class path, where it does not bind, the
 * door looks at who calls. It guards against slips, not against malice.
 */
public final class Door {
    private static final String RELEASES = "org.waymark.metrics.disclosure.";

    private Door() {}

    /**
     * Issues a table that a release has cleared.
     *
     * @throws IllegalCallerException for any caller but a release
     */
    public static PublicTable issue(Table cleared, Statement statement) {
        Class<?> caller = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass();
        if (!caller.getName().startsWith(RELEASES)) {
            throw new IllegalCallerException("a public table is issued by a release, not by " + caller.getName());
        }
        if (!statement.digest().equals(PublicTable.digest(cleared))) {
            throw new IllegalArgumentException("statement: its digest must be that of the table");
        }
        return PublicTable.maker().apply(cleared, statement);
    }
}
