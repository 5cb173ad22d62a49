package org.waymark.examples;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.goal.GoalCheck;
import org.waymark.metrics.rate.Rate;

/** Answers a scorecard's questions: the goals first, then each indicator by watched group. */
final class ScorecardRun {
    private record Asked(Indicator indicator, Optional<CohortDefinition> cohort, Optional<SchoolYear> period) {}

    private final Population population;
    private final ScorecardFolder folder;
    private final Map<Asked, Tally> tallies = new LinkedHashMap<>();

    ScorecardRun(Population population, ScorecardFolder folder) {
        this.population = population;
        this.folder = folder;
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(goals());
        for (Map.Entry<Asked, Tally> asked : tallies.entrySet()) {
            Indicator indicator = asked.getKey().indicator();
            Tally tally = asked.getValue();
            String title = indicator.name() + ", " + tally.question().of().name()
                    + tally.question().period().map(year -> ", " + year).orElse("");
            if (watched(indicator).isEmpty()) {
                tables.add(renamed(Rate.of(indicator).over(tally).toTable(), title));
                continue;
            }
            Axis axis = watched(indicator).get();
            tables.add(renamed(Rate.of(indicator).by(axis).over(tally).toTable(), title));
            tables.add(renamed(
                    Gap.of(indicator).to(Reference.rest()).by(axis).over(tally).toTable(),
                    title + ": gap to everybody else"));
        }
        return tables;
    }

    private static Table renamed(Table table, String title) {
        return new Table(title, table.columns(), table.rows(), table.notes());
    }

    private Table goals() {
        Table.Builder table = Table.builder("Goals")
                .column(Column.text("goal", "what was promised"))
                .column(Column.text("group", "whose goal it is"))
                .column(Column.text("observed", "what was observed, in the goal's unit"))
                .column(Column.text("target", "what was promised, in the goal's unit"))
                .column(Column.text("status", "how it stands by what was observed"))
                .column(Column.count("needed", "how many more would have had to succeed to meet it as counts stand"))
                .column(Column.text("due", "the school year by whose end it is to be met"))
                .column(Column.text("judged", "whom and when it was judged on"))
                .column(Column.text("indicator", "stable name and version of the definition"));
        for (ScorecardFolder.Promise promise : folder.goals()) {
            for (GoalCheck check : check(promise)) {
                table.row(
                        Datum.text(promise.goal().name()),
                        Datum.text(check.group()),
                        check.observed()
                                .map(value -> Datum.text(inUnit(promise.goal().kind(), value)))
                                .orElse(Datum.missing("none")),
                        Datum.text((promise.goal().strict() ? "more than " : "")
                                + inUnit(
                                        promise.goal().kind(),
                                        promise.goal().target().doubleValue())),
                        Datum.text(check.status().name()),
                        check.needed().isPresent() ? Datum.whole(check.needed().getAsLong()) : Datum.missing("none"),
                        Datum.text(promise.goal().due().toString()),
                        Datum.text(promise.cohort().map(CohortDefinition::name).orElse("all")
                                + promise.period().map(year -> ", " + year).orElse("")),
                        Datum.text(promise.indicator().id() + " v"
                                + promise.indicator().version()));
            }
        }
        return table.build();
    }

    private static String inUnit(Goal.Kind kind, double value) {
        return switch (kind) {
            case LEVEL -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
            case MULTIPLE -> String.format(Locale.ROOT, "x %.2f", value);
            case PARITY -> String.format(Locale.ROOT, "index %.2f", value);
        };
    }

    private List<GoalCheck> check(ScorecardFolder.Promise promise) {
        Tally tally = tally(promise.indicator(), promise.cohort(), promise.period());
        List<GoalCheck> checks = new ArrayList<>();
        for (Cell cell : cells(promise, tally)) {
            checks.add(
                    switch (promise.goal().kind()) {
                        case LEVEL -> GoalCheck.level(promise.goal(), cell, population.asOf());
                        case COUNT -> GoalCheck.count(promise.goal(), cell, population.asOf());
                        case MULTIPLE ->
                            GoalCheck.multiple(promise.goal(), cell, baseline(promise, cell), population.asOf());
                        case PARITY ->
                            GoalCheck.parity(
                                    promise.goal(),
                                    cell,
                                    tally.total(promise.indicator()),
                                    share(promise.indicator(), cell, tally),
                                    population.asOf());
                    });
        }
        return checks;
    }

    private Cell baseline(ScorecardFolder.Promise promise, Cell cell) {
        Tally before = tally(promise.indicator(), promise.cohort(), promise.baseline());
        return cells(promise, before).stream()
                .filter(other -> other.labels().equals(cell.labels()))
                .findFirst()
                .orElse(new Cell(cell.labels(), new LinkedHashMap<>()));
    }

    /** The group's share of the region, or where the folder names none, of those of whom success is asked. */
    private BigDecimal share(Indicator indicator, Cell cell, Tally tally) {
        BigDecimal given = folder.benchmarks().get(cell.name());
        if (given != null) {
            return given;
        }
        long asked = cell.members().minus(cell.outside()).exact();
        Cell total = tally.total(indicator);
        long everybody = total.members().minus(total.outside()).exact();
        return everybody == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(asked).divide(BigDecimal.valueOf(everybody), MathContext.DECIMAL128);
    }

    private List<Cell> cells(ScorecardFolder.Promise promise, Tally tally) {
        if (promise.group().isEmpty() || watched(promise.indicator()).isEmpty()) {
            return List.of(tally.total(promise.indicator()));
        }
        return tally.by(promise.indicator(), watched(promise.indicator()).get()).stream()
                .filter(cell -> cell.labels().get(0).isGroup())
                .filter(cell -> promise.group().equals("*") || cell.name().equals(promise.group()))
                .toList();
    }

    /** Watched groups are groups of students; partners and engagements have none. */
    private Optional<Axis> watched(Indicator indicator) {
        return indicator.unit().equals(Unit.STUDENT) ? folder.groups().map(groups -> groups) : Optional.empty();
    }

    private Tally tally(Indicator indicator, Optional<CohortDefinition> of, Optional<SchoolYear> period) {
        return tallies.computeIfAbsent(new Asked(indicator, of, period), asked -> {
            CohortDefinition cohort = of.orElse(CohortDefinition.all(indicator.unit()));
            Faces faces = watched(indicator).map(axis -> Faces.each(axis)).orElse(Faces.TOTAL);
            Question question =
                    new Question(cohort, List.of(indicator), faces, population.asOf(), period, cluster(indicator));
            return population.cohort(cohort).tally(question);
        });
    }

    /** Students of one school are not independent of each other. */
    private Optional<Axis> cluster(Indicator indicator) {
        boolean schools = population.find(Students.ENROLMENT.unit()).isPresent()
                || population
                        .find(Unit.STUDENT)
                        .filter(students -> students.dimensions().contains(Students.SCHOOL))
                        .isPresent();
        return schools && indicator.unit().equals(Unit.STUDENT) ? Optional.of(Students.SCHOOL) : Optional.empty();
    }
}
