package org.waymark.metrics.disclosure;

import java.util.List;

/** What is hidden, and for each need how it is met. */
final class Pattern {
    private final boolean[] hidden;
    private final List<Witness> witnesses;
    private final boolean proven;

    Pattern(boolean[] hidden, List<Witness> witnesses, boolean proven) {
        this.hidden = hidden.clone();
        this.witnesses = List.copyOf(witnesses);
        this.proven = proven;
    }

    boolean hidden(int unit) {
        return hidden[unit];
    }

    boolean[] hidden() {
        return hidden.clone();
    }

    List<Witness> witnesses() {
        return witnesses;
    }

    /** Whether nothing cheaper is safe. */
    boolean proven() {
        return proven;
    }
}
