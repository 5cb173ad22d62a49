package org.waymark.metrics.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * One number with everything that has to stand beside it. Every family of measures lays its results out in these rows, so that
 * one table can hold a rate, an inequality index and a median side by side.
 *
 * @param measure the ordinary full name, such as {@code Theil index}
 * @param of of whom or of what, such as a group's name
 * @param estimate the number; empty if there is none
 * @param standardError its standard error, on the scale the method says; empty if there is none
 * @param interval its limits; empty for a complete count and where there are none
 * @param counts the whole numbers it was made of, by name, in the order they shall be printed
 * @param verdict what the figure says of a question, in a word; empty if it was asked none
 * @param method how estimate and limits were found
 * @param inference what the limits speak about
 * @param undefined why there is no number, or, beside a number, why it has no limits; empty if nothing is missing
 * @param bounds between which values the number must lie, whatever masked counts and unknown outcomes turn out to be; empty
 *     if nothing is masked or unknown, or nothing follows
 */
public record Figure(
        String measure,
        String of,
        Optional<Double> estimate,
        Optional<Double> standardError,
        Optional<Interval> interval,
        Map<String, Long> counts,
        Optional<String> verdict,
        String method,
        Inference inference,
        Optional<Undefined> undefined,
        Optional<Bounds> bounds)
        implements Tabular {
    /** Copies the counts in their order; refuses a figure that is empty without a reason, or no finite number. */
    public Figure {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(of, "of");
        if (estimate.isEmpty() && undefined.isEmpty()) {
            throw new IllegalArgumentException("undefined: must say why there is no estimate of " + measure);
        }
        if (estimate.isPresent() && !Double.isFinite(estimate.get())) {
            throw new IllegalArgumentException("estimate: must be finite, was " + estimate.get());
        }
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        Objects.requireNonNull(bounds, "bounds");
    }

    /** Starts a figure that is an estimate. */
    public static Builder of(String measure, double estimate) {
        return new Builder(measure, Optional.of(estimate), Optional.empty());
    }

    /** Starts a figure that is a whole number. */
    public static Builder of(String measure, long count) {
        return new Builder(measure, Optional.of((double) count), Optional.empty());
    }

    /** Starts a figure that has no estimate. */
    public static Builder undefined(String measure, Undefined why) {
        return new Builder(measure, Optional.empty(), Optional.of(why));
    }

    /** Figures as rows of one table, whatever families they come from. */
    public static Table table(String title, List<Figure> figures) {
        Set<String> counted = figures.stream()
                .flatMap(figure -> figure.counts.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean bounded = figures.stream().anyMatch(figure -> figure.bounds.isPresent());
        Table.Builder table = Table.builder(title)
                .column(Column.text("measure", "ordinary name of the measure"))
                .column(Column.text("group", "of whom, or of what"))
                .column(Column.number("estimate", "the number, in the unit of its measure"))
                .column(Column.number("standard_error", "on the scale that the method says"))
                .column(Column.number("lower", "lower limit of the interval"))
                .column(Column.number("upper", "upper limit of the interval"));
        if (bounded) {
            table.column(Column.number("at_least", "the least it can be, whatever is masked or unknown"))
                    .column(Column.number("at_most", "the most it can be, whatever is masked or unknown"));
        }
        counted.forEach(name -> table.column(Column.count(name, "whole number the figure was made of")));
        table.column(Column.text("verdict", "what the figure says, decided by the interval"))
                .column(Column.text("method", "how estimate and limits were found"))
                .column(Column.text("inference", "what the limits speak about"));
        figures.forEach(figure -> table.row(figure.row(counted, bounded)));
        return table.build();
    }

    private List<Datum> row(Set<String> counted, boolean bounded) {
        String mark = undefined.map(Undefined::toString).orElse("");
        String noLimits = estimate.isPresent() ? mark : "";
        List<Datum> row = new ArrayList<>(List.of(
                Datum.text(measure),
                Datum.text(of),
                number(mark),
                Datum.realOr(standardError, noLimits),
                limit(interval.map(Interval::lower), noLimits),
                limit(interval.map(Interval::upper), noLimits)));
        if (bounded) {
            row.add(limit(bounds.map(Bounds::least), ""));
            row.add(limit(bounds.map(Bounds::most), ""));
        }
        for (String name : counted) {
            Long count = counts.get(name);
            row.add(count == null ? Datum.missing("") : Datum.whole(count));
        }
        row.add(Datum.text(verdict.orElse("")));
        row.add(Datum.text(interval.map(limits -> method.isEmpty() ? limits.method() : method + ", " + limits.method())
                .orElse(method)));
        row.add(Datum.text(inference.name().toLowerCase(Locale.ROOT)));
        return row;
    }

    /** The estimate; a complete count is printed as the whole number that it is. */
    private Datum number(String mark) {
        boolean whole = inference == Inference.DESCRIPTIVE
                && interval.isEmpty()
                && estimate.filter(value -> value == Math.rint(value)).isPresent();
        return whole ? Datum.whole(Math.round(estimate.orElseThrow())) : Datum.realOr(estimate, mark);
    }

    /** A limit may be infinite, of a ratio for one; a table holds finite numbers only. */
    private static Datum limit(Optional<Double> value, String mark) {
        return value.map(limit -> Double.isFinite(limit)
                        ? Datum.real(limit)
                        : Datum.missing(limit > 0 ? "no limit" : "-no limit"))
                .orElse(Datum.missing(mark));
    }

    /** The same with values between which it must lie, whatever masked counts and unknown outcomes turn out to be. */
    public Figure bounded(Bounds between) {
        return new Figure(
                measure,
                of,
                estimate,
                standardError,
                interval,
                counts,
                verdict,
                method,
                inference,
                undefined,
                Optional.of(between));
    }

    @Override
    public Table toTable() {
        return table(measure, List.of(this));
    }

    /** Written as {@code Theil index, race: 12.345 [10.100, 14.200] delta method 95 %}; bounds follow where there are any. */
    @Override
    public String toString() {
        String number = estimate.map(value -> String.format(Locale.ROOT, "%.3f", value))
                .orElse("(" + undefined.map(Undefined::toString).orElse("") + ")");
        return measure + (of.isEmpty() ? "" : ", " + of) + ": " + number
                + interval.map(limits -> " " + limits).orElse("")
                + bounds.map(between -> ", whatever is masked or unknown " + between)
                        .orElse("")
                + verdict.map(word -> " " + word).orElse("");
    }

    /** Puts a figure together. */
    public static final class Builder {
        private final String measure;
        private final Optional<Double> estimate;
        private String of = "";
        private Optional<Double> standardError = Optional.empty();
        private Optional<Interval> interval = Optional.empty();
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private Optional<String> verdict = Optional.empty();
        private String method = "";
        private Inference inference = Inference.PROCESS;
        private Optional<Undefined> undefined;
        private Optional<Bounds> bounds = Optional.empty();

        private Builder(String measure, Optional<Double> estimate, Optional<Undefined> undefined) {
            this.measure = measure;
            this.estimate = estimate;
            this.undefined = undefined;
        }

        /** Of whom, or of what. */
        public Builder of(String whom) {
            this.of = whom;
            return this;
        }

        /** Its standard error. */
        public Builder standardError(double error) {
            this.standardError = Optional.of(error);
            return this;
        }

        /** Its limits. */
        public Builder interval(Interval limits) {
            this.interval = Optional.of(limits);
            return this;
        }

        /** A whole number it was made of. */
        public Builder count(String name, long count) {
            counts.put(name, count);
            return this;
        }

        /** What it says. */
        public Builder verdict(String word) {
            this.verdict = Optional.of(word);
            return this;
        }

        /** How it was found. */
        public Builder method(String how) {
            this.method = how;
            return this;
        }

        /** What its limits speak about; {@link Inference#PROCESS} unless said. */
        public Builder inference(Inference aim) {
            this.inference = aim;
            return this;
        }

        /** Why an estimate has no limits. */
        public Builder withoutLimits(Undefined why) {
            this.undefined = Optional.of(why);
            return this;
        }

        /** Between which values it must lie, whatever masked counts and unknown outcomes turn out to be. */
        public Builder bounds(Bounds between) {
            this.bounds = Optional.of(between);
            return this;
        }

        /** The figure. */
        public Figure build() {
            return new Figure(
                    measure,
                    of,
                    estimate,
                    standardError,
                    interval,
                    counts,
                    verdict,
                    method,
                    inference,
                    undefined,
                    bounds);
        }
    }
}
