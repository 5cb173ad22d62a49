package org.waymark.metrics.representation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.rate.Share;

/**
 * Which groups are represented among those who take part: of all members of one tally, or beside benchmarks of a region.
 *
 * <p>Those who take part are those who fulfil the indicator, early or not. Groups whose counts are masked are left out. Members
 * whose label is not known are of no group, but of the whole; with overlapping groups each is compared for itself.
 *
 * @param indicator who takes part
 * @param axis along what the groups stand
 */
public record RepresentationByGroup(Indicator indicator, Axis axis) {
    /** Refuses null. */
    public RepresentationByGroup {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(axis, "axis");
    }

    /** Beside everybody of the same tally who could have taken part: those who do are part of them. */
    public Measure<Tally, List<Representation>> amongMembers() {
        return tally -> {
            Cell all = tally.total(indicator);
            List<Representation> groups = new ArrayList<>();
            for (Cell cell : groups(tally)) {
                Optional<Share> programme = share(reached(cell), reached(all));
                Optional<Share> region = share(asked(cell), asked(all));
                if (programme.isPresent()
                        && region.filter(members -> members.n() > 0).isPresent()) {
                    groups.add(Representation.of(cell.name(), programme.get(), region.get()));
                }
            }
            return groups;
        };
    }

    /** The same as a table. */
    public Measure<Tally, Table> amongMembersTable() {
        return amongMembers().then(groups -> RepresentationTable.of("Representation by " + axis.title(), groups));
    }

    /** Beside what is known of a region, one benchmark a group; groups without one are left out. */
    public Measure<Tally, List<EstimatedParity>> beside(List<Benchmark> benchmarks) {
        List<Benchmark> known = List.copyOf(benchmarks);
        return tally -> {
            Count all = reached(tally.total(indicator));
            List<EstimatedParity> groups = new ArrayList<>();
            for (Cell cell : groups(tally)) {
                known.stream()
                        .filter(benchmark -> benchmark.group().equals(cell.name()))
                        .findFirst()
                        .ifPresent(benchmark -> share(reached(cell), all)
                                .ifPresent(share -> groups.add(EstimatedParity.of(share, benchmark))));
            }
            return groups;
        };
    }

    private List<Cell> groups(Tally tally) {
        return tally.by(indicator, axis).stream()
                .filter(cell -> cell.labels().stream().allMatch(Label::isGroup))
                .toList();
    }

    private static Count reached(Cell cell) {
        return cell.yes().plus(cell.early());
    }

    private static Count asked(Cell cell) {
        return reached(cell).plus(cell.no());
    }

    private static Optional<Share> share(Count part, Count whole) {
        return part.isExact() && whole.isExact()
                ? Optional.of(new Share(part.exact(), whole.exact()))
                : Optional.empty();
    }
}
