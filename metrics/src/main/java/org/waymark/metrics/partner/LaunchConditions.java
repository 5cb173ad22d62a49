package org.waymark.metrics.partner;

import java.time.LocalDate;
import java.util.List;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Program;
import org.waymark.core.population.Population;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Tabular;

/**
 * Which conditions of Career Launch each program meets on a day, one by one.
 *
 * <p><b>Formula:</b> a registered apprenticeship meets them by itself; any other program must be endorsed, paid, supervised,
 * aligned with classroom learning, and lead to a credential or to 45 college credits. <b>Unit:</b> programs. <b>How to read
 * it:</b> what a program does not meet, or does not tell, stands in its row. <b>When it applies:</b> to programs at the
 * launch level. <b>Edge cases:</b> a condition that nobody told is not met. <b>Source:</b> RCW 28C.30.020; State Board for
 * Community and Technical Colleges, Career Launch endorsement.
 *
 * @param day on which day
 * @param programs the launch programs with what they do not meet
 */
public record LaunchConditions(LocalDate day, List<Checked> programs) implements Tabular {
    /**
     * One program.
     *
     * @param program its id
     * @param endorsed whether it is endorsed on the day
     * @param unmet the conditions that it does not meet
     */
    public record Checked(String program, boolean endorsed, List<String> unmet) {
        /** Copies the list. */
        public Checked {
            unmet = List.copyOf(unmet);
        }
    }

    /** Copies the list. */
    public LaunchConditions {
        programs = List.copyOf(programs);
    }

    /** The launch programs of a population on a day. */
    public static LaunchConditions of(Population population, LocalDate day) {
        return new LaunchConditions(
                day,
                population.stream(Program.SCHEMA)
                        .filter(program -> program.level() == Level.LAUNCH)
                        .map(program -> new Checked(
                                program.id().value(), program.endorsedOn(day), program.unmetLaunchConditions(day)))
                        .toList());
    }

    /** How many programs meet all conditions. */
    public long met() {
        return programs.stream().filter(program -> program.unmet.isEmpty()).count();
    }

    /** How many programs are endorsed. */
    public long endorsed() {
        return programs.stream().filter(Checked::endorsed).count();
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Conditions of Career Launch on " + day)
                .column(Column.text("program_id", "which program"))
                .column(Column.text("endorsed", "whether it is endorsed on the day"))
                .column(Column.text("unmet", "the conditions that it does not meet or does not tell"))
                .note(met() + " of " + programs.size() + " programs meet all conditions; " + endorsed()
                        + " are endorsed.");
        for (Checked program : programs) {
            table.row(
                    Datum.text(program.program),
                    Datum.text(program.endorsed ? "yes" : "no"),
                    Datum.text(program.unmet.isEmpty() ? "none" : String.join(", ", program.unmet)));
        }
        return table.build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
