package org.waymark.metrics.gap;

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
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Clusters;
import org.waymark.metrics.rate.Share;

/** Gaps as rows. */
final class GapTable {
    private GapTable() {}

    static Table of(List<GapEstimate> gaps) {
        boolean points = gaps.isEmpty() || gaps.get(0).scale() == Scale.POINTS;
        Table.Builder table = Table.builder(gaps.stream()
                        .findFirst()
                        .map(first -> "Gap to " + first.reference() + ": "
                                + first.group().subject())
                        .orElse("Gap"))
                .column(Column.text("axis", "along what the group stands"))
                .column(Column.text("group", "who"))
                .column(Column.count("n", "window closed, outcome known: the denominator"))
                .column(Column.share("rate", "the group's rate"))
                .column(Column.text("reference", "with what it is compared"))
                .column(Column.share("reference_rate", "the rate of the reference"))
                .column(gap("gap", "rate minus, or divided by, that of the reference", points))
                .column(gap("gap_lower", "lower limit of the interval", points))
                .column(gap("gap_upper", "upper limit of the interval", points))
                .column(Column.text("verdict", "whether the group is behind by more than the margin"))
                .column(Column.count("needed", "how many more would have had to succeed to reach the reference"))
                .column(Column.text("why", "the reason of the verdict"))
                .column(Column.points("margin", "how far behind is worth telling"))
                .column(Column.text("method", "how the interval was found"))
                .columns(Provenance.columns());
        IdentityHashMap<Indicator, String> digests = new IdentityHashMap<>();
        for (GapEstimate gap : gaps) {
            table.row(row(gap, digests.computeIfAbsent(gap.group().indicator(), Provenance::digest)));
        }
        gaps.stream()
                .findFirst()
                .ifPresent(first -> table.note(first.group().indicator() + ": "
                        + first.group().indicator().sentence()));
        if (gaps.stream().anyMatch(gap -> gap.reference() instanceof Reference.Best)) {
            table.note("The best group was selected by looking at the data; its rate tends to be too high by chance.");
        }
        gaps.stream()
                .map(GapEstimate::clusterError)
                .flatMap(Optional::stream)
                .filter(Clusters.StandardError::isDoubtful)
                .findFirst()
                .ifPresent(error -> table.note(
                        "Only " + error.clusters() + " clusters: intervals are doubtful below " + Clusters.FEW + "."));
        return table.build();
    }

    private static Column gap(String name, String meaning, boolean points) {
        return points ? Column.points(name, meaning) : Column.number(name, meaning);
    }

    private static List<Datum> row(GapEstimate gap, String digest) {
        String mark = gap.undefined().map(Undefined::toString).orElse("");
        List<Datum> row = new ArrayList<>(List.of(
                Datum.text(gap.group().axes().stream().map(Axis::title).collect(Collectors.joining(" x "))),
                Datum.text(gap.group().group()),
                gap.group().share().map(Share::n).map(Datum::whole).orElse(Datum.missing(Undefined.MASKED.toString())),
                Datum.realOr(gap.group().value(), mark),
                Datum.text(gap.referenceName()),
                Datum.realOr(gap.referenceRate(), mark),
                Datum.realOr(gap.value(), mark),
                Datum.realOr(gap.interval().map(Interval::lower).filter(Double::isFinite), mark),
                Datum.realOr(gap.interval().map(Interval::upper).filter(Double::isFinite), mark),
                Datum.text(gap.verdict().name()),
                gap.needed().isPresent() ? Datum.whole(gap.needed().getAsLong()) : Datum.missing(mark),
                Datum.text(gap.verdictReason()),
                Datum.exact(gap.margin()),
                Datum.text(gap.interval().map(Interval::method).orElse(""))));
        row.addAll(Provenance.of(
                        gap.group().indicator(), digest, gap.group().question().asOf())
                .data());
        return row;
    }
}
