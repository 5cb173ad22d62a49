package org.waymark.core.schema;

import java.util.Locale;

/** Why something is not known. Of two reasons the first in this order is the one that is told. */
public enum Unknown {
    /** Nobody said: the field was left empty. */
    NOT_REPORTED,
    /** Something was said that could not be read; a finding says where. */
    UNREADABLE,
    /** It is known to the source, which keeps it back. */
    WITHHELD,
    /** No record was found where one was looked for, which does not say that there is none. */
    NOT_FOUND,
    /** Sources contradict each other. */
    CONFLICTING,
    /** The window has not closed by the as-of day. */
    NOT_YET_OBSERVABLE;

    /** The reason as words, such as {@code not reported}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
