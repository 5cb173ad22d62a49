package org.waymark.examples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.waymark.core.indicator.Provenance;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.goal.GoalCheck;
import org.waymark.metrics.goal.GoalChecks;
import org.waymark.metrics.goal.GoalStatus;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.representation.Benchmark;
import org.waymark.metrics.survey.SurveyEstimate;

/** The goals of a scorecard, each with what was observed of it. */
final class GoalRows {
    private final ScorecardTallies tallies;
    private final ScorecardFolder folder;

    GoalRows(ScorecardTallies tallies, ScorecardFolder folder) {
        this.tallies = tallies;
        this.folder = folder;
    }

    Table table() {
        Table.Builder table = Table.builder("Goals")
                .columns(GoalChecks.columns())
                .column(Column.text("judged", "whom and when it was judged on"))
                .columns(Provenance.columns());
        for (ScorecardFolder.Promise promise : folder.goals()) {
            for (GoalCheck check : check(promise)) {
                table.row(row(promise, check));
            }
        }
        return table.build();
    }

    private List<Datum> row(ScorecardFolder.Promise promise, GoalCheck check) {
        List<Datum> row = new ArrayList<>(GoalChecks.row(check));
        row.add(Datum.text(judged(promise)));
        row.addAll(
                Provenance.of(promise.indicator(), tallies.population().asOf()).data());
        return row;
    }

    private String judged(ScorecardFolder.Promise promise) {
        String own = tallies.of(promise.indicator(), promise.cohort(), promise.period())
                        .question()
                        .of()
                        .name()
                + promise.period().map(year -> ", " + year).orElse("");
        return promise.goal().judges().isEmpty() || promise.goal().judges().equals(own)
                ? own
                : own + "; promised of: " + promise.goal().judges();
    }

    private List<GoalCheck> check(ScorecardFolder.Promise promise) {
        Tally tally = tallies.of(promise.indicator(), promise.cohort(), promise.period());
        List<GoalCheck> checks = new ArrayList<>();
        for (Cell cell : cells(promise, tally)) {
            checks.add(check(promise, tally, cell));
        }
        if (promise.group().equals("*")) {
            checks.add(GoalCheck.every(promise.goal(), checks));
        }
        return checks;
    }

    private GoalCheck check(ScorecardFolder.Promise promise, Tally tally, Cell cell) {
        Goal goal = promise.goal();
        LocalDate asOf = tallies.population().asOf();
        Cell everybody = tally.total(promise.indicator());
        return switch (goal.kind()) {
            case LEVEL -> GoalCheck.level(goal, cell, asOf);
            case COUNT -> GoalCheck.count(goal, cell, asOf);
            case MULTIPLE -> GoalCheck.multiple(goal, cell, baseline(promise, cell), asOf);
            case PARITY -> parity(promise, cell, everybody, asOf);
            case GAP -> GoalCheck.gap(goal, cell, everybody.minus(cell), asOf);
        };
    }

    private Cell baseline(ScorecardFolder.Promise promise, Cell cell) {
        Tally before = tallies.of(promise.indicator(), promise.cohort(), promise.baseline());
        return cells(promise, before).stream()
                .filter(other -> other.labels().equals(cell.labels()))
                .findFirst()
                .orElse(new Cell(cell.labels(), new LinkedHashMap<>()));
    }

    /** Against the region as the folder has it, or where it gives no number, against those of whom success is asked. */
    private GoalCheck parity(ScorecardFolder.Promise promise, Cell group, Cell everybody, LocalDate asOf) {
        Optional<Benchmark> given = folder.benchmarks().getOrDefault(group.name(), Optional.empty());
        Count asked = asked(group);
        Count askedOfAll = asked(everybody);
        if (given.isEmpty() && !(asked.isExact() && askedOfAll.isExact())) {
            return new GoalCheck(
                    promise.goal(), group.name(), Optional.empty(), GoalStatus.CANNOT_TELL, OptionalLong.empty());
        }
        Benchmark region = given.or(() -> Optional.of(new Share(asked.exact(), askedOfAll.exact()))
                        .filter(share -> share.n() > 0)
                        .map(share -> Benchmark.counted(group.name(), share, "the data itself", asOf.getYear())))
                .orElse(new Benchmark(group.name(), SurveyEstimate.exact(Fraction.ZERO), "nobody", asOf.getYear()));
        return GoalCheck.parity(promise.goal(), group, everybody, region, asOf);
    }

    private static Count asked(Cell cell) {
        return cell.members().minus(cell.outside());
    }

    private List<Cell> cells(ScorecardFolder.Promise promise, Tally tally) {
        if (promise.group().isEmpty() || tallies.watched(promise.indicator()).isEmpty()) {
            return List.of(tally.total(promise.indicator()));
        }
        return tally
                .by(promise.indicator(), tallies.watched(promise.indicator()).get())
                .stream()
                .filter(cell -> cell.labels().get(0).isGroup())
                .filter(cell -> promise.group().equals("*") || cell.name().equals(promise.group()))
                .toList();
    }
}
