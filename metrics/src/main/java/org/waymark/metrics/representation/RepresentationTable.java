package org.waymark.metrics.representation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;

/** Groups and how they are represented, a row each. */
final class RepresentationTable {
    private RepresentationTable() {}

    static Table of(String title, List<Representation> groups) {
        Table.Builder table = Table.builder(title)
                .column(Column.text("group", "group"))
                .column(Column.count("yes", "members of the programme who are of the group"))
                .column(Column.count("n", "members of the programme"))
                .column(Column.share("share", "share of the programme"))
                .column(Column.share("region_share", "share of the region"))
                .column(Column.number("index", "share of the programme over the share of the region"))
                .column(Column.number("index_lower", "lower limit of the index, the region taken as known"))
                .column(Column.number("index_upper", "upper limit of the index"))
                .column(Column.text("parity", "beside parity, decided by the limits"))
                .column(Column.count("joining", "how many more would have to join for parity"))
                .column(Column.count("swapping", "how many places would have to go to the group for parity"));
        groups.forEach(group -> table.row(row(group)));
        return table.build();
    }

    private static List<Datum> row(Representation group) {
        String why = group.undefined().map(Undefined::toString).orElse("");
        Optional<Interval> limits = group.indexInterval();
        return List.of(
                Datum.text(group.group()),
                Datum.whole(group.programme().yes()),
                Datum.whole(group.programme().n()),
                Datum.realOr(group.share(), Undefined.NO_OBSERVATIONS.toString()),
                Datum.real(group.region().value()),
                Datum.realOr(group.index(), why),
                Datum.realOr(limits.map(Interval::lower), why),
                Datum.realOr(limits.map(Interval::upper), why),
                Datum.text(group.parity().name()),
                wholeOr(group.joining()),
                wholeOr(group.swapping()));
    }

    private static Datum wholeOr(OptionalLong number) {
        return number.isPresent() ? Datum.whole(number.getAsLong()) : Datum.missing("");
    }
}
