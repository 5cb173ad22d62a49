package org.waymark.metrics.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Label;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.GapTest;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.measure.Bounds;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Clusters;
import org.waymark.metrics.rate.Share;

/** Impacts as rows. */
final class ImpactTable {
    private final Map<Column, Function<Impact, Datum>> columns = new LinkedHashMap<>();

    private ImpactTable() {}

    static Table full(Impacts impacts) {
        ImpactTable table = new ImpactTable();
        table.where(impacts);
        table.points();
        table.verdict();
        table.pointsMethod();
        table.shares();
        table.ratio("proportionality", Impact::proportionality);
        table.flagAndNeeded(
                "proportionality",
                Impact::proportionalityFlag,
                impact -> impact.proportionalityIndex().map(ProportionalityIndex::needed));
        table.ratio("ratio", Impact::ratio);
        table.flagAndNeeded(
                "ratio",
                Impact::ratioFlag,
                impact -> impact.eightyPercentIndex().map(EightyPercentIndex::needed));
        table.needed("ratio_moving", Impact::neededToEndTheRatioFlag);
        table.source();
        return table.build(impacts);
    }

    static Table summary(Impacts impacts) {
        ImpactTable table = new ImpactTable();
        table.where(impacts);
        table.add(
                Column.text("reference", "with what it is compared"),
                i -> Datum.text(i.gap().referenceName()));
        table.gap();
        table.add(
                Column.text("verdict", "behind by more than the margin?"),
                i -> Datum.text(i.claim().verdict().name()));
        table.add(
                Column.text("flags", "of percentage point gap, proportionality index and 80 % index"),
                i -> Datum.text(mark(i.pointsFlag()) + mark(i.proportionalityFlag()) + mark(i.ratioFlag())));
        table.add(
                Column.count("needed", "how many more to reach the reference"),
                i -> whole(i.percentagePointGap().map(gap -> gap.needed().fullParity()), ""));
        return table.build(impacts)
                .withNotes(List.of("Flags: F flagged, - not, n too few members, ? nothing to compute it from."));
    }

    private static String mark(Flag flag) {
        return switch (flag) {
            case FLAGGED -> "F";
            case NOT_FLAGGED -> "-";
            case INSUFFICIENT -> "n";
            case UNDEFINED -> "?";
        };
    }

    private void add(Column column, Function<Impact, Datum> value) {
        columns.put(column, value);
    }

    private void where(Impacts impacts) {
        List<Axis> scenarios = impacts.all().stream()
                .flatMap(impact -> impact.setting().scenario().keySet().stream())
                .distinct()
                .toList();
        for (int s = 0; s < scenarios.size(); s++) {
            Axis axis = scenarios.get(s);
            add(
                    Column.text(name(axis, s, scenarios), "restricted to this group of " + axis.title()),
                    i -> label(Optional.ofNullable(i.setting().scenario().get(axis))));
        }
        add(
                Column.text("outcome", "what is asked"),
                i -> Datum.text(i.rate().indicator().id()));
        if (impacts.all().stream().anyMatch(i -> i.setting().cohort().isPresent())) {
            add(Column.text("cohort", "of which cohort"), i -> label(i.setting().cohort()));
        }
        add(
                Column.text("dimension", "along what the group stands; nothing for everybody"),
                i -> i.axes().isEmpty()
                        ? Datum.missing("(all)")
                        : Datum.text(i.axes().stream().map(Axis::title).collect(Collectors.joining(" x "))));
        add(Column.text("group", "who"), i -> i.axes().isEmpty() ? Datum.missing("(all)") : Datum.text(i.group()));
        add(
                Column.count("n", "window closed, outcome known: the denominator"),
                i -> i.rate().share().map(Share::n).map(Datum::whole).orElse(Datum.missing(why(i.gap()))));
        add(
                Column.count("yes", "window closed with success"),
                i -> i.rate().share().map(Share::yes).map(Datum::whole).orElse(Datum.missing(why(i.gap()))));
        add(Column.share("rate", "yes / n"), i -> Datum.realOr(i.rate().value(), why(i.gap())));
    }

    private static String name(Axis axis, int at, List<Axis> all) {
        String words = "within_" + axis.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        boolean repeated = all.stream()
                        .filter(other -> other.title().equalsIgnoreCase(axis.title()))
                        .count()
                > 1;
        return repeated ? words + "_" + (at + 1) : words;
    }

    /** What restricts nothing is missing; a group that is called so is a text. */
    private static Datum label(Optional<Label> label) {
        return label.map(l -> Datum.text(l.name())).orElse(Datum.missing("(all)"));
    }

    private static String why(GapEstimate gap) {
        return gap.undefined().map(Undefined::toString).orElse("");
    }

    private void gap() {
        add(
                Column.points("gap", "rate minus that of the reference"),
                i -> Datum.realOr(i.gap().value(), why(i.gap())));
        limits("gap", true, i -> i.gap().interval(), Impact::gap);
    }

    private void points() {
        add(
                Column.text("reference", "with what it is compared"),
                i -> Datum.text(i.gap().referenceName()));
        add(
                Column.text("reference_kind", "which kind of reference"),
                i -> Datum.text(kind(i.gap().reference())));
        add(
                Column.share("reference_rate", "the rate of the reference"),
                i -> Datum.realOr(i.gap().referenceRate(), why(i.gap())));
        gap();
        add(
                Column.points("gap_least", "least it can be, whatever is masked or unknown"),
                i -> Datum.realOr(i.gap().bounds().map(Bounds::least), why(i.gap())));
        add(
                Column.points("gap_most", "most it can be, whatever is masked or unknown"),
                i -> Datum.realOr(i.gap().bounds().map(Bounds::most), why(i.gap())));
        add(
                Column.number("p", "two-sided, of no gap at all"),
                i -> Datum.realOr(i.gap().test().map(GapTest::p), ""));
        add(
                Column.number("design_effect", "by how much clusters widen the variance of the gap"),
                i -> Datum.realOr(i.gap().designEffect(), ""));
    }

    private static String kind(Reference reference) {
        if (reference instanceof Reference.Named) {
            return "group";
        }
        if (reference instanceof Reference.Best) {
            return "selected group";
        }
        return reference instanceof Reference.Given ? "given" : "members";
    }

    private void limits(
            String name, boolean points, Function<Impact, Optional<Interval>> of, Function<Impact, GapEstimate> gap) {
        String lower = "lower limit of the interval";
        String upper = "upper limit of the interval";
        add(
                points ? Column.points(name + "_lower", lower) : Column.number(name + "_lower", lower),
                i -> limit(of.apply(i).map(Interval::lower), gap.apply(i)));
        add(
                points ? Column.points(name + "_upper", upper) : Column.number(name + "_upper", upper),
                i -> limit(of.apply(i).map(Interval::upper), gap.apply(i)));
    }

    private static Datum limit(Optional<Double> value, GapEstimate gap) {
        String mark = gap.undefined()
                .or(gap::withoutLimits)
                .map(Undefined::toString)
                .orElse(value.isPresent() ? "no limit" : "");
        return Datum.realOr(value.filter(Double::isFinite), mark);
    }

    private void verdict() {
        limits("simultaneous", true, i -> i.claim().interval(), Impact::gap);
        add(
                Column.number("adjusted_p", "of the gap being exactly the margin, adjusted for the family"),
                i -> Datum.realOr(i.claim().adjustedP(), ""));
        add(
                Column.text("verdict", "behind by more than the margin, decided by the simultaneous interval"),
                i -> Datum.text(i.claim().verdict().name()));
        add(
                Column.text("why", "the reason of the verdict"),
                i -> Datum.text(i.claim().reason()));
        add(
                Column.points("margin", "how far behind is worth telling"),
                i -> Datum.exact(i.gap().margin()));
        add(
                Column.points("detectable", "smallest gap that would show, where it cannot be told"),
                i -> Datum.realOr(i.claim().detectable(), ""));
        add(
                Column.text("family", "what is looked at together"),
                i -> Datum.text(i.claim().family().toString()));
        add(
                Column.count("family_size", "how many comparisons are looked at together"),
                i -> Datum.whole(i.claim().size()));
        add(
                Column.text("correction", "how many are allowed for"),
                i -> Datum.text(
                        i.claim().correction().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private void pointsMethod() {
        add(
                Column.points("margin_of_error", "by the method, of the group's rate"),
                i -> Datum.realOr(i.marginOfError(), why(i.gap())));
        flagAndNeeded(
                "points",
                Impact::pointsFlag,
                impact -> impact.percentagePointGap().map(PercentagePointGap::needed));
        needed("points_moving", Impact::neededToEndThePointsFlag);
    }

    private void shares() {
        add(
                Column.share("share_of_members", "of everybody who counts"),
                i -> Datum.realOr(i.shareOfMembers(), why(i.proportionality())));
        add(
                Column.share("share_of_success", "of those who succeeded"),
                i -> Datum.realOr(i.shareOfSuccess(), why(i.proportionality())));
    }

    private void ratio(String name, Function<Impact, GapEstimate> of) {
        add(
                Column.text(name + "_reference", "with what it is compared"),
                i -> Datum.text(of.apply(i).referenceName()));
        add(
                Column.number(name, "rate divided by that of the reference"),
                i -> Datum.realOr(of.apply(i).value(), why(of.apply(i))));
        limits(name, false, i -> of.apply(i).interval(), of);
    }

    private void flagAndNeeded(String name, Function<Impact, Flag> flag, Function<Impact, Optional<Needed>> needed) {
        add(
                Column.text(name + "_flag", "what the method says; no verdict"),
                i -> Datum.text(flag.apply(i).name()));
        needed(name, needed);
    }

    private void needed(String name, Function<Impact, Optional<Needed>> needed) {
        add(
                Column.count(name + "_needed", "how many more to be no longer flagged"),
                i -> whole(needed.apply(i).map(Needed::notFlagged), ""));
        add(
                Column.count(name + "_needed_for_parity", "how many more to have the rate of the reference"),
                i -> whole(needed.apply(i).map(Needed::fullParity), ""));
    }

    private static Datum whole(Optional<OptionalLong> count, String mark) {
        return count.isPresent() && count.get().isPresent()
                ? Datum.whole(count.get().getAsLong())
                : Datum.missing(mark);
    }

    private void source() {
        add(
                Column.text("method", "how the interval of the gap was found"),
                i -> Datum.text(i.gap().interval().map(Interval::method).orElse("")));
        add(
                Column.text("inference", "what the limits speak about"),
                i -> Datum.text(i.rate().inference().name().toLowerCase(Locale.ROOT)));
        add(
                Column.text("indicator", "stable name and version of the definition"),
                i -> Datum.text(
                        i.rate().indicator().id() + " v" + i.rate().indicator().version()));
        add(
                Column.day("as_of", "what is dated later has not happened"),
                i -> Datum.day(i.rate().question().asOf()));
    }

    private Table build(Impacts impacts) {
        Table.Builder table = Table.builder(
                "Disproportionate impact by the rules of " + impacts.rules().name());
        columns.keySet().forEach(table::column);
        impacts.all().forEach(impact -> {
            List<Datum> row = new ArrayList<>();
            columns.values().forEach(value -> row.add(value.apply(impact)));
            table.row(row);
        });
        notes(impacts).forEach(table::note);
        return table.build();
    }

    private static List<String> notes(Impacts impacts) {
        List<String> notes = new ArrayList<>();
        if (!impacts.rules().citation().isEmpty()) {
            notes.add("Flags: " + impacts.rules().citation() + ".");
        }
        String margin = impacts.rules()
                .material()
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        String sizes = impacts.all().stream()
                .map(impact -> impact.claim().size())
                .filter(size -> size > 0)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        notes.add("Verdicts: behind by more than " + margin + " percentage points, decided by intervals at "
                + Math.round(1000 * impacts.confidence()) / 10.0 + " % for all of a family together ("
                + impacts.claims().family() + "; "
                + impacts.claims().correction().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + "; comparisons per family: " + (sizes.isEmpty() ? "none" : sizes) + ").");
        if (impacts.all().stream()
                .anyMatch(i -> i.gap().reference() instanceof Reference.Best
                        || i.ratio().reference() instanceof Reference.Best)) {
            notes.add("The best group was selected by looking at the data; its rate tends to be too high by chance.");
        }
        impacts.all().stream()
                .map(impact -> impact.gap().clusterError())
                .flatMap(Optional::stream)
                .filter(Clusters.StandardError::isDoubtful)
                .findFirst()
                .ifPresent(error -> notes.add(error.warning()));
        return notes;
    }
}
