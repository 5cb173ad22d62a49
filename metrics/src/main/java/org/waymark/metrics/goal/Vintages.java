package org.waymark.metrics.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Tabular;

/**
 * Figures in every vintage: history that was restated keeps both numbers, so that nobody mistakes a correction for a change.
 *
 * <p><b>Formula:</b> none; a figure known on a day is the one of the latest vintage not after it. <b>Unit:</b> that of the
 * figures. <b>How to read it:</b> a series has one vintage rule and one standing; observed, estimated, projected and promised
 * figures stay apart. <b>When it applies:</b> to figures that a publisher revises. <b>Edge cases:</b> two values for the same
 * thing in the same vintage are refused. <b>Source:</b> practice of attainment reports, which restate earlier classes.
 *
 * @param observations every figure, in the order in which they were given
 */
public record Vintages(List<Observation> observations) implements Tabular {
    /** Copies the figures; refuses a second value of the same thing in the same vintage. */
    public Vintages {
        observations = List.copyOf(observations);
        for (int i = 0; i < observations.size(); i++) {
            Observation one = observations.get(i);
            boolean again = observations.subList(0, i).stream()
                    .anyMatch(other ->
                            other.speaksOfTheSame(one) && other.vintage().equals(one.vintage()));
            if (again) {
                throw new IllegalArgumentException("observations: must hold one value of " + one.of() + ", "
                        + one.period() + " as of " + one.vintage());
            }
        }
    }

    /** What was known on a day, of one standing: of each thing and period the latest vintage not after the day. */
    public List<Observation> knownOn(LocalDate day, Standing standing) {
        List<Observation> known = new ArrayList<>();
        for (Observation one : observations) {
            if (one.standing() == standing && !one.vintage().isAfter(day)) {
                int at = -1;
                for (int i = 0; i < known.size(); i++) {
                    at = known.get(i).speaksOfTheSame(one) ? i : at;
                }
                if (at < 0) {
                    known.add(one);
                } else if (known.get(at).vintage().isBefore(one.vintage())) {
                    known.set(at, one);
                }
            }
        }
        return List.copyOf(known);
    }

    /** The figures that a later vintage gives another value: restated history. */
    public List<Observation> restated() {
        return observations.stream()
                .filter(one -> observations.stream()
                        .anyMatch(later -> later.speaksOfTheSame(one)
                                && later.vintage().isAfter(one.vintage())
                                && later.value().compareTo(one.value()) != 0))
                .toList();
    }

    @Override
    public Table toTable() {
        List<Observation> restated = restated();
        Table.Builder table = Table.builder("Figures in every vintage")
                .column(Column.text("figure", "what and of whom"))
                .column(Column.text("period", "of when"))
                .column(Column.number("value", "as it was published or counted"))
                .column(Column.text("standing", "observed, estimated, projected or target"))
                .column(Column.day("vintage", "the day as of which it was known"))
                .column(Column.text("restated", "whether a later vintage gives another value"))
                .column(Column.text("source", "where it stands"));
        for (Observation one : observations) {
            table.row(
                    Datum.text(one.of()),
                    Datum.text(one.period()),
                    Datum.exact(one.value()),
                    Datum.text(one.standing().toString()),
                    Datum.day(one.vintage()),
                    Datum.text(restated.contains(one) ? "yes" : "no"),
                    Datum.text(one.source()));
        }
        return table.build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
