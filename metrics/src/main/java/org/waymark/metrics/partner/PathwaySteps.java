package org.waymark.metrics.partner;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.waymark.core.pathway.CareerPathway;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Program;
import org.waymark.core.population.Population;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Tabular;

/**
 * Which career pathways have a step that earns college credit, and which lead through to a credential.
 *
 * <p><b>Formula:</b> a pathway has a dual-credit step if one of its programs gives college credits, a Launch step if one is
 * Career Launch, and leads through if it has a dual-credit step and a credential. <b>Unit:</b> pathways. <b>How to read it:</b>
 * pathways without such a step are those to align. <b>When it applies:</b> to programs that name their pathway. <b>Edge
 * cases:</b> a region without pathways has no share. <b>Source:</b> Career Connect Southwest, align career pathways that
 * streamline dual credit opportunities and transition to post-secondary training.
 *
 * @param day on which endorsements are looked at
 * @param pathways one row each, in the order of the population
 */
public record PathwaySteps(LocalDate day, List<Steps> pathways) implements Tabular {
    /**
     * The steps of one pathway.
     *
     * @param name what it is called
     * @param industry its sector; empty if it is not told
     * @param programs how many programs it has
     * @param dualCredit how many of them give college credits
     * @param launch how many of them are Career Launch, endorsed on the day
     * @param credential whether it leads to a credential
     */
    public record Steps(String name, String industry, long programs, long dualCredit, long launch, boolean credential) {
        /** Whether credits earned at school lead on to its credential. */
        public boolean leadsThrough() {
            return dualCredit > 0 && credential;
        }
    }

    /** Copies the pathways. */
    public PathwaySteps {
        pathways = List.copyOf(pathways);
    }

    /** The steps of the population's pathways on a day. */
    public static PathwaySteps of(Population population, LocalDate day) {
        List<Program> programs = population.stream(Program.SCHEMA).toList();
        return new PathwaySteps(
                day,
                population.stream(CareerPathway.SCHEMA)
                        .map(pathway -> steps(pathway, programs, day))
                        .toList());
    }

    private static Steps steps(CareerPathway pathway, List<Program> programs, LocalDate day) {
        List<Program> own = programs.stream()
                .filter(program ->
                        program.pathway().filter(pathway.id()::equals).isPresent())
                .toList();
        return new Steps(
                pathway.name().orElse(pathway.id().value()),
                pathway.industry().orElse(""),
                own.size(),
                own.stream()
                        .filter(program -> program.collegeCredits()
                                .filter(credits -> credits.signum() > 0)
                                .isPresent())
                        .count(),
                own.stream()
                        .filter(program -> program.level() == Level.LAUNCH && program.endorsedOn(day))
                        .count(),
                !pathway.credentials().isEmpty());
    }

    /** How many have a dual-credit step. */
    public long withDualCredit() {
        return pathways.stream().filter(one -> one.dualCredit > 0).count();
    }

    /** How many lead from a dual-credit step to a credential. */
    public long leadingThrough() {
        return pathways.stream().filter(Steps::leadsThrough).count();
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Steps of career pathways")
                .column(Column.text("pathway", "what it is called"))
                .column(Column.text("industry", "its sector"))
                .column(Column.count("programs", "how many programs"))
                .column(Column.count("dual_credit", "how many of them give college credits"))
                .column(Column.count("launch", "how many of them are Career Launch, endorsed on the day"))
                .column(Column.text("credential", "whether it leads to a credential"));
        for (Steps one : pathways) {
            table.row(
                    Datum.text(one.name),
                    Datum.text(one.industry),
                    Datum.whole(one.programs),
                    Datum.whole(one.dualCredit),
                    Datum.whole(one.launch),
                    Datum.text(one.credential ? "yes" : "no"));
        }
        if (!pathways.isEmpty()) {
            table.note(withDualCredit() + " of " + pathways.size() + " pathways have a dual-credit step, "
                    + leadingThrough() + " lead on from it to a credential"
                    + String.format(Locale.ROOT, " (%.0f %%).", 100.0 * leadingThrough() / pathways.size()));
        }
        return table.build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
