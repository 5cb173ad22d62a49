package org.waymark.metrics.goal;

import java.util.List;
import java.util.Optional;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.WilsonScore;

/** The years of outlooks in rows, a row for each group, year and basis. */
final class OutlookYears {
    private static final double CONFIDENCE = 0.95;

    private final Table.Builder table = Table.builder("Year by year: observed, projected, target")
            .column(Column.text("group", "whose rate"))
            .column(Column.text("year", "the year in which the school year ends"))
            .column(Column.text("basis", "observed, projected or target"))
            .column(Column.share("rate", "the rate of the year"))
            .column(Column.share("lower", "lower limit of the rate"))
            .column(Column.share("upper", "upper limit of the rate"));

    private OutlookYears() {}

    static Table table(List<GoalOutlook> outlooks) {
        OutlookYears years = new OutlookYears();
        outlooks.forEach(years::add);
        return years.table.build();
    }

    private void add(GoalOutlook outlook) {
        GoalPath path = outlook.path();
        RateSeries series = outlook.series();
        for (RateSeries.Year year : series.years()) {
            Optional<Share> some = Optional.of(year.share()).filter(share -> share.n() > 0);
            row(
                    series.of(),
                    year.year(),
                    "observed",
                    some.map(Share::value),
                    some.map(share -> WilsonScore.of(share, CONFIDENCE)),
                    Undefined.NO_OBSERVATIONS);
        }
        for (int year = path.baseYear(); year <= path.targetYear(); year++) {
            Optional<Double> expected = Optional.of(path.expected(year).doubleValue());
            row(series.of(), year, "target", expected, Optional.empty(), Undefined.NOT_IDENTIFIED);
        }
        int first = series.latest().map(latest -> latest.year() + 1).orElse(path.targetYear() + 1);
        for (int year = first; year <= path.targetYear(); year++) {
            ProjectedRate projected = outlook.projection().of(series, year);
            row(
                    series.of(),
                    year,
                    "projected",
                    projected.value(),
                    projected.interval(),
                    projected.undefined().orElse(Undefined.NOT_IDENTIFIED));
        }
    }

    /** A path has no limits, and needs no mark for it. */
    private void row(
            String group, int year, String basis, Optional<Double> rate, Optional<Interval> limits, Undefined why) {
        String mark = basis.equals("target") ? "" : why.toString();
        table.row(
                Datum.text(group),
                Datum.text(String.valueOf(year)),
                Datum.text(basis),
                Datum.realOr(rate, why.toString()),
                Datum.realOr(limits.map(Interval::lower), mark),
                Datum.realOr(limits.map(Interval::upper), mark));
    }
}
