package org.waymark.core.publication;

import java.util.List;

/** The ledger of releases that stand alone. */
enum NoLedger implements Ledger {
    ALONE;

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
}
