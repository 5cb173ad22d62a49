package org.waymark.metrics.partner;

import java.util.ArrayList;
import java.util.List;
import org.waymark.core.partner.Engagement;
import org.waymark.core.population.Population;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.measure.Tabular;

/**
 * Whether the rigorous engagements of a school year had all three roles: professionals, students and educators.
 *
 * <p><b>Formula:</b> an engagement has professionals or partners named, students named or a headcount above 0, educators
 * above 0. <b>Unit:</b> engagements. <b>How to read it:</b> those that lack a role are no rigorous engagement by the
 * organisation's own definition, or their record is not complete. <b>When it applies:</b> to engagements marked rigorous.
 * <b>Edge cases:</b> a role of which nothing is told is lacking, as a role that was not there: only the people who ran it can
 * tell which. <b>Source:</b> Career Connect Southwest, strategic goal 3, footnote.
 *
 * @param year which school year
 * @param complete engagements with all three roles
 * @param incomplete the others, by id, with the roles that lack
 */
public record EngagementRoles(SchoolYear year, long complete, List<Lacking> incomplete) implements Tabular {
    /**
     * One engagement that lacks a role.
     *
     * @param engagement its id
     * @param roles which roles
     */
    public record Lacking(String engagement, List<String> roles) {
        /** Copies the roles. */
        public Lacking {
            roles = List.copyOf(roles);
        }
    }

    /** Copies the list. */
    public EngagementRoles {
        incomplete = List.copyOf(incomplete);
    }

    /** The rigorous engagements that began in the year and by the population's as-of day. */
    public static EngagementRoles of(Population population, SchoolYear year) {
        List<Lacking> incomplete = new ArrayList<>();
        long[] complete = new long[1];
        population.stream(Engagement.SCHEMA)
                .filter(engagement -> engagement.isRigorous())
                .filter(engagement -> year.contains(engagement.start()))
                .filter(engagement -> !engagement.start().isAfter(population.asOf()))
                .forEach(engagement -> {
                    List<String> lacking = lacking(engagement);
                    if (lacking.isEmpty()) {
                        complete[0]++;
                    } else {
                        incomplete.add(new Lacking(engagement.id().value(), lacking));
                    }
                });
        return new EngagementRoles(year, complete[0], incomplete);
    }

    private static List<String> lacking(Engagement engagement) {
        List<String> lacking = new ArrayList<>();
        if (engagement.professionals().isEmpty() && engagement.partners().isEmpty()) {
            lacking.add("professionals");
        }
        if (engagement.students().isEmpty() && engagement.headcount().orElse(0) == 0) {
            lacking.add("students");
        }
        if (engagement.educators().orElse(0) == 0) {
            lacking.add("educators");
        }
        return lacking;
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Rigorous engagements without all three roles, " + year)
                .column(Column.text("engagement_id", "which engagement"))
                .column(Column.text("lacking", "the roles of which nothing is told"))
                .note(complete + " rigorous engagements have professionals, students and educators.");
        for (Lacking one : incomplete) {
            table.row(Datum.text(one.engagement), Datum.text(String.join(", ", one.roles)));
        }
        return table.build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
