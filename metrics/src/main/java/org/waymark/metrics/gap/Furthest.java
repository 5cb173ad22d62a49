package org.waymark.metrics.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.RankIntervals;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.rate.Share;

/**
 * Which group is furthest behind, with the ranks that chance leaves open.
 *
 * <p><b>Formula:</b> {@link RankIntervals} by pairs, rank 1 for the worst rate; each pair by the interval of its gap, which knows
 * of members who stand in both and of clusters. <b>Unit:</b> ranks. <b>How to read it:</b> who may be furthest behind is everyone
 * whose lower limit is 1; often that is not one group. <b>When it applies:</b> to the groups of one axis whose rates are known.
 * <b>Edge cases:</b> groups of nobody, masked ones and members of an unknown group have no rank; of a complete count the ranks are
 * what they are. <b>Source:</b> as of the ranks.
 *
 * @param rate how rates are found; its level is that of all ranks together
 * @param axis along what the groups stand
 */
public record Furthest(Rate rate, Axis axis) implements Measure<Tally, Furthest.Ranking> {
    /** Refuses null. */
    public Furthest {
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(axis, "axis");
    }

    /** Of an indicator, for a process at 95 %. */
    public static Furthest of(Indicator indicator, Axis axis) {
        return new Furthest(Rate.of(indicator), axis);
    }

    /** The same with rates found otherwise. */
    public Furthest rates(Rate other) {
        return new Furthest(other, axis);
    }

    /**
     * Groups with their ranks.
     *
     * @param groups the rates, in the axis's order; their level is that of all ranks together
     * @param ranks the rank of each; 1 is the worst
     */
    public record Ranking(List<Estimate> groups, List<RankIntervals.Rank> ranks) implements Tabular {
        /** Copies the lists. */
        public Ranking {
            groups = List.copyOf(groups);
            ranks = List.copyOf(ranks);
        }

        /** The names of all groups of whom chance does not exclude that they are furthest behind. */
        public List<String> mayBeFurthest() {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                if (ranks.get(i).lower() == 1) {
                    names.add(groups.get(i).group());
                }
            }
            return names;
        }

        /** The ranks as rows that all families of measures share; the limits are the ranks that chance leaves open. */
        public List<Figure> figures() {
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                Estimate group = groups.get(i);
                RankIntervals.Rank rank = ranks.get(i);
                Share share = group.share().orElseThrow();
                Figure.Builder figure = Figure.of("Rank from the worst rate", (double) rank.rank())
                        .of(group.group())
                        .count("yes", share.yes())
                        .count("n", share.n())
                        .verdict(rank.lower() == 1 ? "MAY_BE_FURTHEST" : "NOT_FURTHEST")
                        .inference(group.inference());
                if (group.inference() != Inference.DESCRIPTIVE) {
                    figure.interval(new Interval(rank.lower(), rank.upper(), group.confidence(), "ranks by pairs"));
                }
                figures.add(figure.build());
            }
            return figures;
        }

        @Override
        public Table toTable() {
            Table.Builder table = Table.builder("Who is furthest behind")
                    .column(Column.text("group", "who"))
                    .column(Column.share("rate", "the group's rate"))
                    .column(Column.count("rank", "1 is the worst rate"))
                    .column(Column.count("rank_lower", "lowest rank that chance leaves open, all ranks together"))
                    .column(Column.count("rank_upper", "highest rank that chance leaves open"));
            for (int i = 0; i < groups.size(); i++) {
                RankIntervals.Rank rank = ranks.get(i);
                table.row(List.of(
                        Datum.text(groups.get(i).group()),
                        Datum.realOr(groups.get(i).value(), ""),
                        Datum.whole(rank.rank()),
                        Datum.whole(rank.lower()),
                        Datum.whole(rank.upper())));
            }
            return table.note("May be furthest behind: " + String.join(", ", mayBeFurthest()) + ".")
                    .build();
        }

        /** The table. */
        @Override
        public String toString() {
            return toTable().toString();
        }
    }

    @Override
    public Ranking over(Tally tally) {
        List<Estimate> groups = rate.by(axis).over(tally).groups().stream()
                .filter(group -> group.cell().labels().stream().allMatch(Label::isGroup))
                .filter(group -> group.value().isPresent())
                .toList();
        double level = RankIntervals.pairLevel(groups.size(), rate.confidence());
        List<List<GapEstimate>> toEach = groups.stream()
                .map(group -> new Gap(rate, Reference.named(group.group()), Scale.POINTS, Gap.DEFAULT_MARGIN)
                        .by(axis)
                        .over(tally)
                        .groups())
                .toList();
        int sign = rate.indicator().direction() == Direction.ADVERSE ? -1 : 1;
        return new Ranking(
                groups,
                RankIntervals.of(
                        groups.size(),
                        (i, j) -> sign * seen(groups.get(i), groups.get(j)),
                        (i, j) -> sign * surely(groups.get(i), groups.get(j), toEach.get(j), level)));
    }

    private static int seen(Estimate one, Estimate other) {
        return one.share().orElseThrow().compareRate(other.share().orElseThrow());
    }

    /** How two compare where the interval of their gap excludes 0; of a complete count as they are. */
    private static int surely(Estimate one, Estimate other, List<GapEstimate> toOther, double level) {
        if (one.inference() == Inference.DESCRIPTIVE) {
            return seen(one, other);
        }
        return toOther.stream()
                .filter(gap -> gap.group().cell().labels().equals(one.cell().labels()))
                .findFirst()
                .flatMap(gap -> gap.confidence(level).interval())
                .map(limits -> limits.upper() < 0 ? -1 : limits.lower() > 0 ? 1 : 0)
                .orElse(0);
    }
}
