package org.waymark.metrics.goal;

import org.waymark.metrics.rate.Share;

/** The scale on which a rate can change for ever without leaving (0, 1). */
final class LogOdds {
    private LogOdds() {}

    /** ln(p / (1 - p)), infinite at 0 and 1. */
    static double of(double rate) {
        return Math.log(rate / (1 - rate));
    }

    /** ln((x + 1/2) / (n - x + 1/2)), finite always. */
    static double empirical(Share share) {
        return Math.log((share.yes() + 0.5) / (share.no() + 0.5));
    }

    /** The rate that has these log-odds. */
    static double rate(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
