package org.waymark.metrics.partner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.core.id.DistrictId;
import org.waymark.core.id.PartnerId;
import org.waymark.core.id.ProfessionalId;
import org.waymark.core.id.SchoolId;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.partner.Engagement;
import org.waymark.core.partner.Mode;
import org.waymark.core.place.District;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.table.Table;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.catalog.Careers;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * Whom the engagements of a school year reached, and how deeply.
 *
 * <p><b>Formula:</b> counts over the engagements that began in the year. Students known one by one are counted once; a
 * headcount is the number who were there, so the same student may stand in several: it is reach, not students. A contact hour
 * is one student for one hour. <b>Unit:</b> as each figure says. <b>How to read it:</b> unduplicated students are at least
 * those known one by one and at most those and the headcounts together. <b>When it applies:</b> to populations with
 * engagements. <b>Edge cases:</b> engagements without a headcount or hours add nothing to sums, and how many there are is
 * told; without districts there is no coverage. <b>Source:</b> Career Connect Southwest, "every community"; Washington
 * Alliance for Better Schools, "ripple effect": direct and indirect reach stand apart.
 *
 * @param year which school year
 * @param engagements how many began in it
 * @param partners different partners in them
 * @param professionals different professionals in them
 * @param students different students known one by one
 * @param headcount the sum of headcounts of engagements whose students are not known one by one, or not all of them
 * @param withoutHeadcount engagements that tell neither students nor a headcount
 * @param educators the sum of educators
 * @param pairs educators times partners, over engagements: who met whom
 * @param contactHours students times hours, where both are told
 * @param sessions the sum of sessions, where they are told
 * @param rigorous engagements that were extended and deepened learning
 * @param virtual engagements that were not in person
 * @param covered districts with an engagement at one of their schools
 * @param districts all districts
 * @param coveredSchools schools with an engagement
 * @param schools all schools
 * @param nearby students enrolled in the year at those schools: the most that could hear of it from others; indirect reach
 */
public record Reach(
        SchoolYear year,
        long engagements,
        long partners,
        long professionals,
        long students,
        long headcount,
        long withoutHeadcount,
        long educators,
        long pairs,
        BigDecimal contactHours,
        long sessions,
        long rigorous,
        long virtual,
        long covered,
        long districts,
        long coveredSchools,
        long schools,
        long nearby)
        implements Tabular {

    /** The reach of the population's engagements that began in the year and by its as-of day. */
    public static Reach of(Population population, SchoolYear year) {
        Counter counter = new Counter(population);
        population.stream(Engagement.SCHEMA)
                .filter(engagement -> year.contains(engagement.start()))
                .filter(engagement -> !engagement.start().isAfter(population.asOf()))
                .forEach(counter::add);
        return counter.reach(year, nearby(population, year, counter.coveredSchools));
    }

    private static long nearby(Population population, SchoolYear year, Set<SchoolId> schools) {
        boolean enrolled = population.find(Unit.STUDENT).isPresent()
                && population.find(Students.ENROLMENT.unit()).isPresent();
        if (!enrolled || schools.isEmpty()) {
            return 0;
        }
        Indicator there = Careers.inReach(schools.stream().map(SchoolId::value).toList());
        CohortDefinition all = CohortDefinition.all(Unit.STUDENT);
        Question question =
                Question.of(all, List.of(there), Faces.TOTAL, population.asOf()).during(year);
        return population.cohort(all).tally(question).total(there).yes().low();
    }

    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        figures.add(count("Engagements", engagements));
        figures.add(count("Partners", partners));
        figures.add(count("Professionals", professionals));
        figures.add(count("Students known one by one", students));
        figures.add(count("Students by headcount", headcount));
        figures.add(count("Students enrolled at those schools", nearby));
        figures.add(count("Engagements without a headcount", withoutHeadcount));
        figures.add(count("Rigorous engagements", rigorous));
        figures.add(count("Sessions", sessions));
        figures.add(count("Educators", educators));
        figures.add(count("Pairs of educators and partners", pairs));
        figures.add(Figure.of("Contact hours", contactHours.doubleValue())
                .inference(Inference.DESCRIPTIVE)
                .build());
        figures.add(per("Students per engagement", students + headcount, engagements));
        figures.add(per("Students per partner", students + headcount, partners));
        figures.add(per("Students per professional", students + headcount, professionals));
        figures.add(per("Share of engagements not in person", virtual, engagements));
        figures.add(per("Share of districts with an engagement", covered, districts));
        figures.add(per("Share of schools with an engagement", coveredSchools, schools));
        return Figure.table("Reach in " + year, figures);
    }

    private static Figure count(String name, long value) {
        return Figure.of(name, value).inference(Inference.DESCRIPTIVE).build();
    }

    private static Figure per(String name, long of, long per) {
        Figure.Builder figure =
                per == 0 ? Figure.undefined(name, Undefined.ZERO_DENOMINATOR) : Figure.of(name, (double) of / per);
        return figure.count("yes", of)
                .count("n", per)
                .inference(Inference.DESCRIPTIVE)
                .build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }

    /** Adds engagements up. */
    private static final class Counter {
        private final Map<SchoolId, DistrictId> districtOf = new LinkedHashMap<>();
        private final Set<PartnerId> partners = new LinkedHashSet<>();
        private final Set<ProfessionalId> professionals = new LinkedHashSet<>();
        private final Set<StudentId> students = new LinkedHashSet<>();
        private final Set<DistrictId> covered = new LinkedHashSet<>();
        private final long districts;
        private long engagements;
        private long headcount;
        private long without;
        private long educators;
        private long pairs;
        private BigDecimal hours = BigDecimal.ZERO;
        private long virtual;
        private long sessions;
        private long rigorous;
        private final Set<SchoolId> coveredSchools = new LinkedHashSet<>();
        private final long schools;

        Counter(Population population) {
            population.stream(School.SCHEMA)
                    .forEach(school -> school.district().ifPresent(district -> districtOf.put(school.id(), district)));
            districts = population.stream(District.SCHEMA).count();
            schools = population.stream(School.SCHEMA).count();
        }

        void add(Engagement engagement) {
            engagements++;
            partners.addAll(engagement.partners());
            professionals.addAll(engagement.professionals());
            students.addAll(engagement.students());
            long known = engagement.students().size();
            long told = engagement.headcount().orElse(0);
            headcount += Math.max(0, told - known);
            without += known + told == 0 ? 1 : 0;
            long teachers = engagement.educators().orElse(0);
            educators += teachers;
            pairs += teachers * engagement.partners().size();
            long there = Math.max(known, told);
            hours = hours.add(engagement.hours().orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(there)));
            virtual += engagement.mode().filter(mode -> mode != Mode.IN_PERSON).isPresent() ? 1 : 0;
            sessions += engagement.sessions().orElse(0);
            rigorous += engagement.isRigorous() ? 1 : 0;
            coveredSchools.addAll(engagement.schools());
            for (SchoolId school : engagement.schools()) {
                DistrictId district = districtOf.get(school);
                if (district != null) {
                    covered.add(district);
                }
            }
        }

        Reach reach(SchoolYear year, long nearby) {
            return new Reach(
                    year,
                    engagements,
                    partners.size(),
                    professionals.size(),
                    students.size(),
                    headcount,
                    without,
                    educators,
                    pairs,
                    hours,
                    sessions,
                    rigorous,
                    virtual,
                    covered.size(),
                    districts,
                    coveredSchools.size(),
                    schools,
                    nearby);
        }
    }
}
