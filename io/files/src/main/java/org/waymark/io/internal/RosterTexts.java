package org.waymark.io.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.result.FindingLog;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;

/** Puts rows into the rosters of a builder as texts in the form of {@link PopulationFolder}, and copies whole rosters. */
public final class RosterTexts {
    private final Population.Builder builder;
    private final String source;
    private final FindingLog findings;

    /** Puts rows of a source into a builder. */
    public RosterTexts(Population.Builder builder, String source, FindingLog findings) {
        this.builder = builder;
        this.source = source;
        this.findings = findings;
    }

    /** Takes the rows of one roster. */
    public static final class Target {
        private final RosterRows rows;
        private final int columns;

        private Target(RosterRows rows, int columns) {
            this.rows = rows;
            this.columns = columns;
        }

        /** Adds a row; an empty text gives a column nothing. */
        public void add(long line, List<String> fields) {
            rows.begin(line);
            for (int i = 0; i < fields.size(); i++) {
                char[] text = fields.get(i).toCharArray();
                rows.field(i, text, 0, text.length);
            }
            rows.end(line, columns);
        }
    }

    /** The rows of a unit under headers of the field list, or marked by their kind. */
    public Target into(Unit unit, List<String> headers) {
        RosterRows rows = new RosterRows(builder.roster(unit), source, new LinkedHashMap<>(), findings);
        rows.headers(headers, 0);
        return new Target(rows, headers.size());
    }

    /** Copies every roster of a population, the students with one more column. */
    public void copy(Population population, String header, Function<String, String> valueOfStudent) {
        for (Roster roster : population.rosters()) {
            RosterText text = RosterText.of(roster, roster.owner().flatMap(population::find));
            boolean students = roster.unit().equals(Unit.STUDENT);
            List<String> headers = new ArrayList<>(text.headers());
            int there = headers.indexOf(header);
            if (students && there < 0) {
                headers.add(header);
            }
            Target target = into(roster.unit(), headers);
            for (int row = 0; row < roster.size(); row++) {
                List<String> fields = new ArrayList<>(text.row(row));
                if (students) {
                    String value = valueOfStudent.apply(roster.id(row));
                    if (there < 0) {
                        fields.add(value);
                    } else if (!value.isEmpty()) {
                        fields.set(there, value);
                    }
                }
                target.add(0, fields);
            }
        }
    }

    /** The header of a column of labels that the model does not have. */
    public static String labelHeader(String name) {
        return RosterText.LABEL + name;
    }

    /** A label as it is written in a column. */
    public static String label(String label) {
        return label.isEmpty() ? "" : RosterText.label(label);
    }

    /** A reason as it is written where there is no value. */
    public static String unknown(Unknown reason) {
        return RosterText.unknown(reason);
    }
}
