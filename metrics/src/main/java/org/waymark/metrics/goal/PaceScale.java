package org.waymark.metrics.goal;

import java.util.Optional;

/** On what scale a rate is taken to change by the same amount each year. */
public enum PaceScale {
    /** Points of the rate: (to - from) / years. Plain, and the scale of what is published; it can leave [0, 1]. */
    LINEAR {
        @Override
        double stretched(double rate) {
            return rate;
        }

        @Override
        double back(double stretched) {
            return stretched;
        }
    },
    /**
     * Log-odds: (logit to - logit from) / years. For long horizons and rates below 20 % or above 80 %, where the last points
     * are the hardest; there is none from or to 0 and 1.
     */
    LOG_ODDS {
        @Override
        double stretched(double rate) {
            return LogOdds.of(rate);
        }

        @Override
        double back(double stretched) {
            return LogOdds.rate(stretched);
        }
    },
    /** Growth by the same factor each year: (to / from)^(1 / years) - 1; there is none from or to 0. */
    GROWTH {
        @Override
        double stretched(double rate) {
            return Math.log(rate);
        }

        @Override
        double back(double stretched) {
            return Math.exp(stretched);
        }
    };

    abstract double stretched(double rate);

    abstract double back(double stretched);

    /** The yearly change from one rate to another; empty where the scale has none. */
    Optional<Double> perYear(double from, double to, double years) {
        double change = (stretched(to) - stretched(from)) / years;
        if (!Double.isFinite(change)) {
            return Optional.empty();
        }
        return Optional.of(this == GROWTH ? Math.expm1(change) : change);
    }

    /** Where a rate is so many years on, moving as it did from one rate to another. */
    Optional<Double> moved(double from, double to, double shareOfTime) {
        double start = stretched(from);
        double end = stretched(to);
        return Double.isFinite(start) && Double.isFinite(end)
                ? Optional.of(back(start + (end - start) * shareOfTime))
                : Optional.empty();
    }
}
