package org.waymark.metrics.measure;

import org.waymark.core.table.Table;

/** A result that can be laid out as a table. */
public interface Tabular {
    /** The result as a table, one row per figure. */
    Table toTable();
}
