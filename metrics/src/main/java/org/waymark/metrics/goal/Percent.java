package org.waymark.metrics.goal;

import java.util.Locale;

/** How rates and changes of rates are written. */
final class Percent {
    private Percent() {}

    static String of(double rate) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * rate);
    }

    static String points(double difference) {
        return String.format(Locale.ROOT, "%.1f points", 100 * difference);
    }
}
