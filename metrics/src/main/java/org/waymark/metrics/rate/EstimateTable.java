package org.waymark.metrics.rate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Provenance;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Count;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;

/** Rates as rows. */
final class EstimateTable {
    private EstimateTable() {}

    static Table of(List<Estimate> estimates) {
        Table.Builder table = Table.builder(estimates.stream()
                        .findFirst()
                        .map(first -> "Rate: " + first.subject())
                        .orElse("Rate"))
                .column(Column.text("axis", "along what the group stands"))
                .column(Column.text("group", "who"))
                .column(Column.count("yes", "window closed with success"))
                .column(Column.count("n", "window closed, outcome known: the denominator"))
                .column(Column.share("rate", "yes / n"))
                .column(Column.share("lower", "lower limit of the interval"))
                .column(Column.share("upper", "upper limit of the interval"))
                .column(Column.count("unknown", "window closed, outcome unknown"))
                .column(Column.share("at_least", "the rate if every unknown or masked outcome were no"))
                .column(Column.share("at_most", "the rate if every unknown or masked outcome were yes"))
                .column(Column.count("open", "window still open, nothing seen"))
                .column(Column.count("early", "window still open, success seen"))
                .column(Column.count("excluded", "left out of the figure by the definition"))
                .column(Column.text("method", "how the interval was found"))
                .column(Column.number("design_effect", "variance by clusters over that of independent members"))
                .columns(Provenance.columns());
        IdentityHashMap<Indicator, String> digests = new IdentityHashMap<>();
        for (Estimate estimate : estimates) {
            table.row(row(estimate, digests.computeIfAbsent(estimate.indicator(), Provenance::digest)));
        }
        estimates.stream().findFirst().ifPresent(first -> {
            table.note(first.indicator() + ": " + first.indicator().sentence());
            first.clusterError()
                    .filter(Clusters.StandardError::isDoubtful)
                    .ifPresent(error -> table.note("Only " + error.clusters()
                            + " clusters: intervals are doubtful below " + Clusters.FEW + "."));
        });
        return table.build();
    }

    private static List<Datum> row(Estimate e, String digest) {
        String mark = e.undefined().map(Undefined::toString).orElse("");
        Optional<Interval> limits = e.interval();
        List<Datum> row = new ArrayList<>(List.of(
                Datum.text(e.axes().stream().map(Axis::title).collect(Collectors.joining(" x "))),
                Datum.text(e.group()),
                count(e.cell().yes()),
                count(e.cell().known()),
                Datum.realOr(e.value(), mark),
                Datum.realOr(limits.map(Interval::lower), mark),
                Datum.realOr(limits.map(Interval::upper), mark),
                count(e.unknownClosed()),
                Datum.realOr(e.ifUnknownsNo(), mark),
                Datum.realOr(e.ifUnknownsYes(), mark),
                count(e.cell().open()),
                count(e.cell().early()),
                count(e.cell().excluded()),
                Datum.text(limits.map(Interval::method).orElse("")),
                Datum.realOr(e.designEffect(), "")));
        row.addAll(Provenance.of(e.indicator(), digest, e.question().asOf()).data());
        return row;
    }

    private static Datum count(Count count) {
        return count.isExact() ? Datum.whole(count.exact()) : Datum.missing(Undefined.MASKED.toString());
    }
}
