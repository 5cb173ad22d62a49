package org.waymark.io.json;

import java.util.Locale;

/** How constants are written: in lower case. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
