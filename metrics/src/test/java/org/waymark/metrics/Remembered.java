package org.waymark.metrics;

import java.util.ArrayList;
import java.util.List;
import org.waymark.core.publication.Ledger;

/** A ledger that lasts as long as a test. */
final class Remembered implements Ledger {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public boolean append(Entry entry, int expected) {
        return expected == entries.size() && entries.add(entry);
    }
}
