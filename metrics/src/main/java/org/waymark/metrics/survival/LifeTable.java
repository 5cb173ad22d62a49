package org.waymark.metrics.survival;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.TimeCell;
import org.waymark.metrics.measure.Tabular;

/**
 * Counts by whole age or by another interval of time, and the two curves that can be drawn from them.
 *
 * <p><b>Formula:</b> {@link #productLimit()} takes those who withdrew at an age for at risk at it, like {@link KaplanMeier}
 * on whole ages. {@link #actuarial()} counts them half: n' = n - w/2, q = d/n', S = Π (1 - q), variance S² Σ q/(n'(1 - q)),
 * hazard 2q/(h(2 - q)), density q/h of the S before, with h the width.
 *
 * <p><b>Unit:</b> shares in [0, 1]; hazard and density per unit of time.
 *
 * <p><b>How to read it:</b> S is the share that still waits at the end of the interval.
 *
 * <p><b>When it applies:</b> product limit where age is the exact completed age at the event and withdrawals are recorded
 * at follow-up; actuarial where withdrawals are spread through the year. The two differ visibly: always say which.
 *
 * <p><b>Edge cases:</b> an interval that nobody entered has no q, hazard or density; a last interval without end has a
 * density and a hazard of 0; where nobody waits any more there is no standard error.
 *
 * <p><b>Source:</b> S. J. Cutler and F. Ederer, Journal of Chronic Diseases 8 (1958) 699; E. T. Lee, Statistical Methods for
 * Survival Data Analysis (1992).
 *
 * @param intervals in order, without gaps between them
 */
public record LifeTable(List<Interval> intervals) implements Tabular {
    /** Copies the intervals; refuses gaps, and members who come or go without being counted. */
    public LifeTable {
        intervals = List.copyOf(intervals);
        for (int i = 1; i < intervals.size(); i++) {
            Interval before = intervals.get(i - 1);
            Interval next = intervals.get(i);
            if (next.start() != before.end() || next.entered() != before.left()) {
                throw new IllegalArgumentException("intervals: must follow each other with those who were left, "
                        + before + " was followed by " + next);
            }
        }
    }

    /**
     * One interval.
     *
     * @param start its beginning, included
     * @param end its end, excluded; may be infinite in the last
     * @param entered how many were still waiting at the beginning
     * @param events to how many an event came
     * @param withdrawn how many were last seen
     */
    public record Interval(double start, double end, long entered, long events, long withdrawn) {
        /** Refuses ends that are not after the start, and more leaving than entered. */
        public Interval {
            if (!(start >= 0 && start < end)) {
                throw new IllegalArgumentException(
                        "start: must be 0 or more and before the end " + end + ", was " + start);
            }
            if (events < 0 || withdrawn < 0 || Math.addExact(events, withdrawn) > entered) {
                throw new IllegalArgumentException("events: must with the withdrawn be " + entered + " at most, were "
                        + events + " and " + withdrawn);
            }
        }

        /** How many are still waiting at the end. */
        public long left() {
            return entered - events - withdrawn;
        }
    }

    /**
     * Members counted by intervals.
     *
     * @param table the members, none of whom came late
     * @param starts where the intervals begin, rising; the last has no end
     * @throws IllegalArgumentException if a member came late, or somebody left before the first interval
     */
    public static LifeTable of(RiskTable table, List<Double> starts) {
        if (table.hasLateEntries()) {
            throw new IllegalArgumentException("table: must be of members who did not come late");
        }
        if (starts.isEmpty() || table.atRisk(starts.get(0)) != table.members()) {
            throw new IllegalArgumentException("starts: must begin before anybody left, were " + starts);
        }
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            double start = starts.get(i);
            double end = i + 1 < starts.size() ? starts.get(i + 1) : Double.POSITIVE_INFINITY;
            long events = 0;
            long withdrawn = 0;
            for (RiskTable.Row row : table.rows()) {
                boolean within = row.time() >= start && row.time() < end;
                events += within ? row.events() : 0;
                withdrawn += within ? row.censored() : 0;
            }
            intervals.add(new Interval(start, end, table.atRisk(start), events, withdrawn));
        }
        return new LifeTable(intervals);
    }

    /** A cell of counts by whole years since the origin, as far as anybody was followed. */
    public static LifeTable byYear(TimeCell cell) {
        RiskTable table = RiskTable.of(cell);
        List<Double> starts = new ArrayList<>();
        double last = table.lastTime().orElse(0.0);
        for (int year = 0; year == 0 || yearsAt(year) <= last; year++) {
            starts.add(yearsAt(year));
        }
        return of(table, starts);
    }

    private static double yearsAt(int year) {
        return RiskTable.years(TimeToEvent.daysOf(Period.ofYears(year)));
    }

    /** The curve in which those who withdrew in an interval were at risk in it; its times are the intervals' starts. */
    public KaplanMeier productLimit() {
        RiskTable.Builder table = RiskTable.builder(List.of(Observation.EVENT));
        for (Interval interval : intervals) {
            table.reached(interval.start(), Observation.EVENT, interval.events())
                    .censored(interval.start(), interval.withdrawn());
        }
        if (!intervals.isEmpty()) {
            Interval last = intervals.get(intervals.size() - 1);
            // Who still waits at the end was seen until then.
            table.censored(Double.isFinite(last.end()) ? last.end() : last.start(), last.left());
        }
        return KaplanMeier.of(table.build());
    }

    /**
     * One interval of the actuarial curve.
     *
     * @param interval which
     * @param effective how many were at risk, those who withdrew counted half
     * @param q the share of them to whom an event came; empty if nobody was at risk
     * @param survival the share that still waits at the end of the interval
     * @param standardError its standard error; empty where nobody waits any more
     * @param density the share of all to whom an event came per unit of time; empty if nobody was at risk
     * @param hazard the pace in the middle of the interval among those who waited; empty if nobody was at risk
     */
    public record Actuarial(
            Interval interval,
            double effective,
            Optional<Double> q,
            double survival,
            Optional<Double> standardError,
            Optional<Double> density,
            Optional<Double> hazard) {}

    /** The curve in which those who withdrew count half. */
    public List<Actuarial> actuarial() {
        List<Actuarial> curve = new ArrayList<>();
        double survival = 1;
        double sum = 0;
        for (Interval interval : intervals) {
            double effective = interval.entered() - interval.withdrawn() / 2.0;
            double width = interval.end() - interval.start();
            Optional<Double> q = effective > 0 ? Optional.of(interval.events() / effective) : Optional.empty();
            double before = survival;
            if (q.isPresent()) {
                survival *= 1 - q.get();
                sum += q.get() / (effective * (1 - q.get()));
            }
            curve.add(new Actuarial(
                    interval,
                    effective,
                    q,
                    survival,
                    survival > 0 ? Optional.of(survival * Math.sqrt(sum)) : Optional.empty(),
                    q.map(share -> before * share / width),
                    q.map(share -> 2 * share / (width * (2 - share)))));
        }
        return curve;
    }

    /** The counts and both curves, each at the end of its interval. */
    @Override
    public Table toTable() {
        Table.Builder rows = Table.builder("Life table")
                .column(Column.number("start", "beginning of the interval, included"))
                .column(Column.number("end", "end of the interval, excluded"))
                .column(Column.count("entered", "still waiting at the beginning"))
                .column(Column.count("events", "to whom an event came"))
                .column(Column.count("withdrawn", "last seen in the interval"))
                .column(Column.share("product_limit", "share that still waits, the withdrawn at risk"))
                .column(Column.share("actuarial", "share that still waits, the withdrawn counted half"));
        KaplanMeier productLimit = productLimit();
        for (Actuarial row : actuarial()) {
            Interval interval = row.interval();
            boolean ends = Double.isFinite(interval.end());
            rows.row(
                    Datum.real(interval.start()),
                    ends ? Datum.real(interval.end()) : Datum.missing("no end"),
                    Datum.whole(interval.entered()),
                    Datum.whole(interval.events()),
                    Datum.whole(interval.withdrawn()),
                    Datum.real(productLimit.at(interval.start()).survival()),
                    Datum.real(row.survival()));
        }
        return rows.build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
