package org.waymark.core.population;

import java.util.Arrays;

/** Finds the row of an id, and notices an id that is there already. */
final class IdIndex {
    private final IdColumn ids;
    private int[] slots = new int[256];
    private int used;
    private boolean ofText;

    IdIndex(IdColumn ids) {
        this.ids = ids;
        Arrays.fill(slots, -1);
    }

    static IdIndex of(IdColumn ids) {
        IdIndex index = new IdIndex(ids);
        for (int row = 0; row < ids.size(); row++) {
            index.add(row);
        }
        return index;
    }

    /** Adds the row unless its id is there already. */
    boolean add(int row) {
        if (ofText != ids.isText()) {
            ofText = ids.isText();
            rehash(slots.length, row);
        }
        int slot = slotOf(row);
        if (slots[slot] >= 0) {
            return false;
        }
        slots[slot] = row;
        used++;
        if (used * 2 > slots.length) {
            rehash(slots.length * 2, row + 1);
        }
        return true;
    }

    /** The row of the id, or -1. */
    int find(String id) {
        IdColumn.Probe probe = ids.probe(id);
        if (probe == null) {
            return -1;
        }
        if (ofText != ids.isText()) {
            ofText = ids.isText();
            rehash(slots.length, ids.size());
        }
        int mask = slots.length - 1;
        int slot = probe.hash() & mask;
        while (slots[slot] >= 0 && !probe.is(slots[slot])) {
            slot = (slot + 1) & mask;
        }
        return slots[slot];
    }

    private int slotOf(int row) {
        int mask = slots.length - 1;
        int slot = ids.hash(row) & mask;
        while (slots[slot] >= 0 && !ids.same(slots[slot], row)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash(int length, int rows) {
        slots = new int[length];
        Arrays.fill(slots, -1);
        for (int row = 0; row < rows; row++) {
            slots[slotOf(row)] = row;
        }
    }
}
