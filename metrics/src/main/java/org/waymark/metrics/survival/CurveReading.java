package org.waymark.metrics.survival;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Undefined;

/**
 * A number that was read off a curve, or off two, with its uncertainty. Limits stand as their formula gives them;
 * {@link #clippedTo} keeps them within what the number can be.
 *
 * @param value the number; empty if there is none
 * @param standardError its standard error, of a ratio that of its logarithm; empty if there is none
 * @param limits its limits; empty if there are none
 * @param undefined why there is no number, or, beside a number, why it has no limits; empty if nothing is missing
 */
public record CurveReading(
        Optional<Double> value,
        Optional<Double> standardError,
        Optional<Interval> limits,
        Optional<Undefined> undefined) {
    /** Refuses null, and no number without a reason. */
    public CurveReading {
        Objects.requireNonNull(standardError, "standardError");
        Objects.requireNonNull(limits, "limits");
        if (value.isEmpty() && undefined.isEmpty()) {
            throw new IllegalArgumentException("undefined: must say why there is no value");
        }
    }

    static CurveReading none(Undefined why) {
        return new CurveReading(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(why));
    }

    static CurveReading withoutLimits(double value, Undefined why) {
        return new CurveReading(Optional.of(value), Optional.empty(), Optional.empty(), Optional.of(why));
    }

    static CurveReading of(double value, double standardError, Interval limits) {
        return new CurveReading(Optional.of(value), Optional.of(standardError), Optional.of(limits), Optional.empty());
    }

    /** A number with the limits z standard errors away; without, if it does not vary. */
    static CurveReading around(double value, double standardError, double confidence, String method) {
        if (standardError == 0) {
            return withoutLimits(value, Undefined.ZERO_VARIANCE);
        }
        double reach = Quantiles.normal(confidence) * standardError;
        return of(value, standardError, new Interval(value - reach, value + reach, confidence, method));
    }

    /** The same with limits that do not leave what the number can be. */
    public CurveReading clippedTo(double least, double most) {
        return new CurveReading(
                value, standardError, limits.map(interval -> interval.clippedTo(least, most)), undefined);
    }

    /** Starts the row of a table that this number is. */
    Figure.Builder figure(String measure, String of) {
        Figure.Builder figure = value.map(number -> Figure.of(measure, number))
                .orElseGet(() -> Figure.undefined(measure, undefined.orElseThrow()));
        standardError.ifPresent(figure::standardError);
        limits.ifPresent(figure::interval);
        undefined.filter(why -> value.isPresent()).ifPresent(figure::withoutLimits);
        return figure.of(of);
    }

    /** Written as {@code 0.699 [0.638, 0.758] log-log 95 %}, or the reason why there is none. */
    @Override
    public String toString() {
        String why = undefined.map(reason -> "(" + reason + ")").orElse("");
        return value.map(number -> String.format(Locale.ROOT, "%.3f", number)
                        + limits.map(interval -> " " + interval).orElse(why.isEmpty() ? "" : " " + why))
                .orElse(why);
    }
}
