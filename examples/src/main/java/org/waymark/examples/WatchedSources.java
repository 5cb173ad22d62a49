package org.waymark.examples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.Provenance;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.demand.DemandShares;
import org.waymark.metrics.demand.SupplyDemand;
import org.waymark.metrics.goal.Observation;
import org.waymark.metrics.goal.Standing;
import org.waymark.metrics.goal.Vintages;

/** Figures that others published: shown as they stand, with what follows from them and what they leave open. */
final class WatchedSources {
    /** Figures of others: what they were made by is not ours to say. */
    static final String CLAIMS = "claims";

    static final List<String> IDS = List.of(CLAIMS, "E1", "E2");

    private final ScorecardFolder folder;

    WatchedSources(ScorecardFolder folder) {
        this.folder = folder;
    }

    Table table(ScorecardFolder.Watched watched) {
        return switch (watched.id()) {
            case "E1" -> shares(watched.parameter()).toTable();
            case "E2" -> demand();
            default -> claims();
        };
    }

    /** Published figures in every vintage; a group's stand beside those of everybody, if the source gives both. */
    private Table claims() {
        List<Observation> observations = new ArrayList<>();
        for (Map<String, String> row : folder.claims()) {
            observations.add(new Observation(
                    get(row, "figure") + ", " + get(row, "group"),
                    get(row, "period"),
                    new BigDecimal(get(row, "value")),
                    Standing.valueOf(get(row, "standing").toUpperCase(Locale.ROOT)),
                    LocalDate.parse(get(row, "vintage")),
                    get(row, "source")));
        }
        List<Observation> restated = new Vintages(observations).restated();
        Table.Builder table = Table.builder("Published figures, as their sources have them")
                .column(Column.text("figure", "what"))
                .column(Column.text("group", "of whom"))
                .column(Column.text("period", "of when"))
                .column(Column.share("value", "as it was published"))
                .column(Column.text("standing", "observed, estimated, projected or target"))
                .column(Column.day("vintage", "the day as of which it was known"))
                .column(Column.text("restated", "whether a later vintage gives another value"))
                .column(Column.points("gap", "to everybody, of the same figure, period, standing and vintage"))
                .column(Column.number("ratio", "to everybody"))
                .column(Column.text("source", "where it stands"))
                .columns(Provenance.columns());
        for (int i = 0; i < observations.size(); i++) {
            Map<String, String> row = folder.claims().get(i);
            Observation one = observations.get(i);
            Optional<Observation> all = everybody(observations, row, one);
            List<Datum> cells = new ArrayList<>(List.of(
                    Datum.text(get(row, "figure")),
                    Datum.text(get(row, "group")),
                    Datum.text(one.period()),
                    Datum.exact(one.value()),
                    Datum.text(one.standing().toString()),
                    Datum.day(one.vintage()),
                    Datum.text(restated.contains(one) ? "yes" : "no"),
                    all.map(there -> Datum.exact(one.value().subtract(there.value())))
                            .orElse(Datum.missing("")),
                    all.map(there -> Datum.real(
                                    one.value().doubleValue() / there.value().doubleValue()))
                            .orElse(Datum.missing("")),
                    Datum.text(one.source())));
            cells.addAll(provenance(row, one).data());
            table.row(cells);
        }
        return table.build();
    }

    /** A claim is data as of its vintage; its digest is that of what is claimed of whom, by whom, not of the number. */
    private static Provenance provenance(Map<String, String> row, Observation one) {
        String indicator = get(row, "indicator");
        return Provenance.of(
                indicator.isEmpty() ? CLAIMS : indicator,
                1,
                String.join("\n", one.of(), one.period(), one.standing().toString(), one.source()),
                one.vintage());
    }

    private static Optional<Observation> everybody(
            List<Observation> observations, Map<String, String> row, Observation one) {
        return observations.stream()
                .filter(other -> !other.equals(one)
                        && other.of().equals(get(row, "figure") + ", all")
                        && other.period().equals(one.period())
                        && other.standing() == one.standing()
                        && other.vintage().equals(one.vintage()))
                .findFirst();
    }

    /** {@code what=share|of those=share}, each a share of the one before. */
    static DemandShares shares(String steps) {
        DemandShares shares = DemandShares.of("jobs", 2030, "the organisation's own text");
        for (String step : steps.split("\\|", -1)) {
            int equals = step.indexOf('=');
            shares = shares.then(step.substring(0, equals), step.substring(equals + 1));
        }
        return shares;
    }

    /** Openings against completers by sector and region; what the source does not print stays missing. */
    private Table demand() {
        Table.Builder table = Table.builder("Openings and completers")
                .column(Column.text("sector", "which sector, and whether it is in high demand"))
                .column(Column.text("region", "where"))
                .column(Column.text("years", "over which years"))
                .column(Column.text("unit", "what is counted"))
                .column(Column.count("openings", "over all the years"))
                .column(Column.count("completers", "over all the years"))
                .column(Column.number("gap_a_year", "openings minus completers, in a year"))
                .column(Column.text("source", "where it stands"));
        for (Map<String, String> row : folder.demand()) {
            Optional<SupplyDemand.Amount> openings = amount(row, "openings");
            Optional<SupplyDemand.Amount> completers = amount(row, "completers");
            table.row(
                    Datum.text(get(row, "sector") + (get(row, "high_demand").equals("yes") ? " (high demand)" : "")),
                    Datum.text(get(row, "region")),
                    Datum.text(get(row, "from") + " to " + get(row, "until")),
                    Datum.text(get(row, "unit")),
                    openings.map(one -> Datum.whole(one.value().longValue())).orElse(Datum.missing("not printed")),
                    completers.map(one -> Datum.whole(one.value().longValue())).orElse(Datum.missing("not printed")),
                    openings.flatMap(demand -> completers.map(supply -> Datum.exact(
                                    new SupplyDemand(demand, supply).gap().stripTrailingZeros())))
                            .orElse(Datum.missing("one of them is missing")),
                    Datum.text(get(row, "source")));
        }
        return table.note("A gap assumes an even flow over the years.").build();
    }

    private static Optional<SupplyDemand.Amount> amount(Map<String, String> row, String column) {
        return get(row, column).isEmpty()
                ? Optional.empty()
                : Optional.of(new SupplyDemand.Amount(
                        column,
                        get(row, "unit"),
                        get(row, "region"),
                        new BigDecimal(get(row, column)),
                        Integer.parseInt(get(row, "from")),
                        Integer.parseInt(get(row, "until")),
                        get(row, "source")));
    }

    private static String get(Map<String, String> row, String header) {
        return ScorecardFolder.get(row, header);
    }
}
