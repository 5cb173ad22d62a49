package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * Rates told in bands, with their gaps to everybody's rate worked out of the bands alone.
 *
 * <p><b>Formula:</b> the band of yes / (yes + no) under a {@link RateCoding}; a gap is between the lower end of the one band minus the
 * upper end of the other, and the upper minus the lower. <b>Unit:</b> shares in [0, 1] and their differences. <b>How to read
 * it:</b> the rate lies in the band, ends included; a gap whose ends have the same sign is one. <b>When it applies:</b> to
 * releases under a policy with a coding, which print sizes and no numerators; on counts it gives the same bands. <b>Edge
 * cases:</b> a group whose size is hidden has no band, and a band that follows from hidden counts is none. <b>Source:</b> the
 * widths are those of {@link RateCoding}.
 *
 * @param indicator which
 * @param coding how rates are told
 */
public record CodedRate(Indicator indicator, RateCoding coding) implements Measure<Tally, CodedRate.Bands> {
    /** Refuses no coding. */
    public CodedRate {
        Objects.requireNonNull(indicator, "indicator");
        if (coding == RateCoding.NONE) {
            throw new IllegalArgumentException("coding: must tell rates somehow, was " + coding);
        }
    }

    /** Rates in equal bands. */
    public static CodedRate of(Indicator indicator) {
        return new CodedRate(indicator, RateCoding.EQUAL_BANDS);
    }

    /** The same told otherwise. */
    public CodedRate coding(RateCoding other) {
        return new CodedRate(indicator, other);
    }

    /** The rate of everybody. */
    @Override
    public Bands over(Tally tally) {
        return bands(tally, List.of());
    }

    /** The same by group. */
    public Measure<Tally, Bands> by(Axis... axes) {
        List<Axis> along = List.of(axes);
        return tally -> bands(tally, along);
    }

    private Bands bands(Tally tally, List<Axis> axes) {
        Told all = told(tally.total(indicator));
        List<Told> groups = tally.by(indicator, axes.toArray(new Axis[0])).stream()
                .map(this::told)
                .toList();
        return new Bands(this, axes, all, groups);
    }

    /** The size follows from the two ends of yes and no, if it is printed. */
    private Told told(Cell cell) {
        Count yes = cell.yes();
        long size = Math.addExact(yes.low(), cell.no().high());
        boolean sized = size == Math.addExact(yes.high(), cell.no().low());
        Optional<Band> band = sized && yes.low() >= 0 && yes.low() <= size
                ? coding.band(yes.low(), size).filter(one -> one.low() <= yes.low() && yes.high() <= one.high())
                : Optional.empty();
        return new Told(cell.name(), sized ? Optional.of(size) : Optional.empty(), band);
    }

    /**
     * What is told of one group.
     *
     * @param group its name
     * @param size how many; empty if that is hidden
     * @param band in which its rate lies; empty if none is told
     */
    public record Told(String group, Optional<Long> size, Optional<Band> band) {
        Optional<Double> from() {
            return band.map(told -> (double) told.low() / size.orElse(1L));
        }

        Optional<Double> to() {
            return band.map(told -> (double) told.high() / size.orElse(1L));
        }
    }

    /**
     * The bands of groups.
     *
     * @param asked which rates
     * @param axes along what the groups stand
     * @param all everybody
     * @param groups the groups
     */
    public record Bands(CodedRate asked, List<Axis> axes, Told all, List<Told> groups) implements Tabular {
        /** Copies the lists. */
        public Bands {
            axes = List.copyOf(axes);
            groups = List.copyOf(groups);
        }

        @Override
        public Table toTable() {
            Table.Builder table = Table.builder("Rate in bands")
                    .column(Column.text("axis", "along what the group stands"))
                    .column(Column.text("group", "who"))
                    .column(Column.count("n", "window closed, outcome known: the denominator"))
                    .column(Column.text("rate", "the band in which yes / n lies"))
                    .column(Column.share("rate_from", "the lowest rate of the band"))
                    .column(Column.share("rate_to", "the highest rate of the band"))
                    .column(Column.points("gap_from", "the lowest that the gap to everybody can be"))
                    .column(Column.points("gap_to", "the highest that the gap to everybody can be"))
                    .column(Column.text("indicator", "stable name and version of the definition"));
            String hidden = Undefined.MASKED.toString();
            for (Told told : groups) {
                List<Datum> row = new ArrayList<>();
                row.add(Datum.text(axes.stream().map(Axis::title).collect(Collectors.joining(" x "))));
                row.add(Datum.text(told.group()));
                row.add(told.size().map(Datum::whole).orElse(Datum.missing(hidden)));
                row.add(told.band().map(band -> Datum.text(band.label())).orElse(Datum.missing(hidden)));
                row.add(Datum.realOr(told.from(), hidden));
                row.add(Datum.realOr(told.to(), hidden));
                row.add(Datum.realOr(difference(told.from(), all.to()), hidden));
                row.add(Datum.realOr(difference(told.to(), all.from()), hidden));
                row.add(Datum.text(
                        asked.indicator().id() + " v" + asked.indicator().version()));
                table.row(row);
            }
            return table.note(asked.indicator() + ": " + asked.indicator().sentence())
                    .note("Rates are told in bands: " + asked.coding() + ".")
                    .build();
        }

        private static Optional<Double> difference(Optional<Double> one, Optional<Double> other) {
            return one.flatMap(a -> other.map(b -> a - b));
        }

        /** The table. */
        @Override
        public String toString() {
            return toTable().toString();
        }
    }
}
