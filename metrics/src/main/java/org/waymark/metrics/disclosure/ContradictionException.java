package org.waymark.metrics.disclosure;

/** What is printed contradicts itself: no whole numbers fit it. It names no value. */
public final class ContradictionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    ContradictionException(String what) {
        super("known: " + what);
    }

    ContradictionException(Relations relations) {
        super("known: no whole numbers fit what is printed (" + relations + ")");
    }
}
