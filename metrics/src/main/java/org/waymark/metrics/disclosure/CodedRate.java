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
 * <p><b>Formula:</b> the band of yes / (yes + no) under a {@link RateCoding}, from the lowest to the highest rate that its label tells
 * of; a gap is between the lower end of the one band minus the upper end of the other, and the upper minus the lower.
 * <b>Unit:</b> shares in [0, 1] and their differences. <b>How to read it:</b> the rate lies in the band; a gap whose ends have
 * the same sign is one. <b>When it applies:</b> to releases under a policy with a coding, which print sizes, or classes of
 * sizes, and no numerators; on counts it gives the same bands. <b>Edge cases:</b> a group whose size is hidden by itself has no
 * band, and a band that follows from hidden counts is none. <b>Source:</b> the widths are those of {@link RateCoding}.
 *
 * @param indicator which
 * @param coding how rates are told
 * @param sizes how sizes are told; a release tells them as its policy says, whatever is asked for here
 */
public record CodedRate(Indicator indicator, RateCoding coding, SizeCoding sizes)
        implements Measure<Tally, CodedRate.Bands> {
    /** Refuses no coding. */
    public CodedRate {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(sizes, "sizes");
        if (coding == RateCoding.NONE) {
            throw new IllegalArgumentException("coding: must tell rates somehow, was " + coding);
        }
    }

    /** Rates in equal bands, and sizes as numbers. */
    public static CodedRate of(Indicator indicator) {
        return new CodedRate(indicator, RateCoding.EQUAL_BANDS, SizeCoding.PRINTED);
    }

    /** The same told otherwise. */
    public CodedRate coding(RateCoding other) {
        return new CodedRate(indicator, other, sizes);
    }

    /** The same with sizes told otherwise. */
    public CodedRate sizes(SizeCoding other) {
        return new CodedRate(indicator, coding, other);
    }

    /** The rate of everybody. */
    @Override
    public Bands over(Tally tally) {
        return by().over(tally);
    }

    /** The same by group. */
    public Measure<Tally, Bands> by(Axis... axes) {
        return new Grouped(this, List.of(axes));
    }

    /** Rates in bands along axes; a release knows it, for it must see sizes that it tells in classes. */
    record Grouped(CodedRate rate, List<Axis> axes) implements Measure<Tally, Bands> {
        /** The same as a policy tells sizes. */
        Grouped sizes(SizeCoding sizes) {
            return new Grouped(rate.sizes(sizes), axes);
        }

        @Override
        public Bands over(Tally tally) {
            Told all = rate.told(tally.total(rate.indicator));
            List<Told> groups = tally.by(rate.indicator, axes.toArray(new Axis[0])).stream()
                    .map(rate::told)
                    .toList();
            return new Bands(rate, axes, all, groups);
        }
    }

    /** The size follows from the two ends of yes and no, if it is printed. */
    private Told told(Cell cell) {
        Count yes = cell.yes();
        long size = Math.addExact(yes.low(), cell.no().high());
        boolean sized = !yes.equals(ProtectedTally.ANYTHING)
                && size == Math.addExact(yes.high(), cell.no().low());
        Optional<Band> band = sized && yes.low() >= 0 && yes.low() <= size
                ? coding.band(yes.low(), size).filter(one -> one.low() <= yes.low() && yes.high() <= one.high())
                : Optional.empty();
        return new Told(cell.name(), sized ? sizes.of(size) : Optional.empty(), band);
    }

    /**
     * What is told of one group.
     *
     * @param group its name
     * @param size how many, or between what; empty if that is hidden
     * @param band in which its rate lies; empty if none is told
     */
    public record Told(String group, Optional<String> size, Optional<Band> band) {
        Optional<Double> from() {
            return band.map(Band::from);
        }

        Optional<Double> to() {
            return band.map(Band::to);
        }

        Datum sized(SizeCoding sizes, String hidden) {
            return size.map(told -> sizes == SizeCoding.PRINTED ? Datum.whole(Long.parseLong(told)) : Datum.text(told))
                    .orElse(Datum.missing(hidden));
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
            boolean numbers = asked.sizes == SizeCoding.PRINTED;
            String sized = "window closed, outcome known: the denominator";
            Table.Builder table = Table.builder("Rate in bands")
                    .column(Column.text("axis", "along what the group stands"))
                    .column(Column.text("group", "who"))
                    .column(numbers ? Column.count("n", sized) : Column.text("n", sized + ", between what it lies"))
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
                row.add(told.sized(asked.sizes, hidden));
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
                    .note("Rates are told in bands: " + asked.coding() + "; " + asked.sizes() + ".")
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
