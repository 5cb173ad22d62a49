package org.waymark.metrics.catalog;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.pathway.GraduationOption;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Students;

/** Indicators of what students planned, what is offered within their reach, and how they live by their work. */
public final class Careers {
    private static final String ALLIANCE = "Washington Alliance for Better Schools";
    private static final String STEM = "Washington STEM";
    private static final String CCSW = "Career Connect Southwest";

    private Careers() {}

    /** E5: enrolled at any time in the school year, each student once. */
    public static Indicator served() {
        return Indicator.builder("E5")
                .name("Students served in the school year")
                .success(Keys.enrolledInPeriod())
                .citation(ALLIANCE + ", over a quarter million students")
                .build();
    }

    /** B6: completed, among those who began Career Launch in the school year. */
    public static Indicator launchCompleted() {
        Where launch = Where.in(Catalog.LEVEL, "LAUNCH");
        return Indicator.builder("B6-completed")
                .name("Career Launch completed")
                .universe(Catalog.PARTICIPATION.taken().where(launch).within(Window.PERIOD))
                .success(Catalog.PARTICIPATION
                        .taken()
                        .where(launch.and(new Where.In(Dimension.of("outcome"), List.of("COMPLETED"))))
                        .within(Window.PERIOD))
                .citation(CCSW + ", strategic goal 3")
                .build();
    }

    /** B9: the student's school is one of those that have a program leading to a credential within reach. */
    public static Indicator inReach(List<String> schools) {
        return Indicator.builder("B9")
                .name("A program to a credential within reach")
                .universe(Keys.enrolledInPeriod())
                .success(schools.isEmpty() ? Condition.always().not() : Students.SCHOOL.in(schools))
                .citation(ALLIANCE + ", access to post-secondary certification options; the schools are given")
                .build();
    }

    /**
     * E3: at least the family-sustaining wage of the region where they worked, each region with its own; thresholds change
     * from year to year, so those of the year asked about are to be given.
     */
    public static Indicator familyWage(SortedMap<String, BigDecimal> quarterlyThresholds) {
        List<Condition> enough = new ArrayList<>();
        quarterlyThresholds.forEach((region, least) -> enough.add(Keys.EMPLOYMENT
                .taken()
                .where(Where.in(Keys.REGION, region).and(Keys.WAGES.atLeast(least)))
                .within(Window.PERIOD)));
        return Indicator.builder("E3-by-region")
                .name("Earns a family-sustaining wage of the region")
                .universe(Keys.EMPLOYMENT
                        .taken()
                        .where(Keys.where(Keys.REGION, List.copyOf(quarterlyThresholds.keySet())))
                        .within(Window.PERIOD))
                .success(new Condition.Or(enough))
                .citation(STEM + ", economic security; thresholds by region and year are given")
                .build();
    }

    /**
     * E10: worked so many hours at least in a quarter, among those found in wage records that began in the year. Asked for several
     * numbers it gives the median: {@link org.waymark.metrics.attainment.MedianBand}.
     */
    public static Indicator hoursWorked(long least) {
        return Indicator.builder("E10-" + least)
                .name("Worked " + least + " hours or more in a quarter")
                .universe(Keys.EMPLOYMENT.taken().within(Window.PERIOD))
                .success(Keys.EMPLOYMENT
                        .taken()
                        .where(Where.all(Keys.HOURS.atLeast(least)))
                        .within(Window.PERIOD))
                .citation("Education Research and Data Center, high school graduate outcomes")
                .build();
    }

    /** E7: works in one of the industries, by the first digits of NAICS, among those found in wage records in the year. */
    public static Indicator worksIn(List<String> industries) {
        return Indicator.builder("E7")
                .name("Works in the industries asked about")
                .universe(Keys.EMPLOYMENT.taken().within(Window.PERIOD))
                .success(Keys.EMPLOYMENT
                        .taken()
                        .where(Keys.where(Dimension.of("naics"), industries))
                        .within(Window.PERIOD))
                .citation(STEM + ", access to STEM jobs; the industries are given")
                .build();
    }

    /**
     * E8: began training after high school in a field of high demand within a year of graduation, among graduates who began any.
     *
     * @param programs the programs of study, as the records have them, such as families of the classification of instructional
     *     programs
     */
    public static Indicator highDemandTraining(List<String> programs) {
        Window year = Window.within(Period.ofDays(366), Students.GRADUATION_DATE);
        return Indicator.builder("E8")
                .name("Training after high school in a field of high demand")
                .universe(Students.GRADUATION_DATE
                        .reached()
                        .and(Catalog.COLLEGE.taken().within(year)))
                .success(Catalog.COLLEGE
                        .taken()
                        .where(Keys.where(Keys.PROGRAM, programs))
                        .within(year))
                .citation(CCSW
                        + ", strategic goal 1: post-secondary training in high-demand sectors; the fields are given")
                .build();
    }

    /** E9: students of the school year with a part in a program of an industry of high demand, the programs being given. */
    public static Indicator highDemandPrograms(List<String> programs) {
        return Indicator.builder("E9")
                .name("In a program of an industry in high demand")
                .universe(Keys.enrolledInPeriod())
                .success(Catalog.PARTICIPATION
                        .taken()
                        .where(Keys.where(Keys.PROGRAM_ID, programs))
                        .within(Window.PERIOD))
                .citation(CCSW + ", high-demand industry sectors; the programs are given")
                .build();
    }

    /** E6: families that led or advised, among those that took part in the school year; a role is as the file gives it. */
    public static Indicator familyLeads(String... roles) {
        return Indicator.builder("E6-leads")
                .name("Family led in the school year")
                .universe(Keys.FAMILY.taken().within(Window.PERIOD))
                .success(Keys.FAMILY
                        .taken()
                        .where(Keys.where(Dimension.of("role"), Arrays.asList(roles)))
                        .within(Window.PERIOD))
                .citation(ALLIANCE + ", family leadership, engagement and advocacy")
                .build();
    }

    /** H2: met the graduation pathway option that the plan had named, among graduates of the year whose plan named one. */
    public static Indicator planFollowed() {
        List<Condition> planned = new ArrayList<>();
        List<Condition> followed = new ArrayList<>();
        for (GraduationOption option : GraduationOption.values()) {
            Condition plan = Keys.PLAN.taken().where(Where.in(Dimension.of("graduation_option"), option.name()));
            planned.add(plan);
            followed.add(plan.and(Keys.OPTION_MET.taken().where(Where.in(Dimension.of("option"), option.name()))));
        }
        return Indicator.builder("H2")
                .name("Graduated by the pathway that was planned")
                .universe(Keys.graduatedInPeriod().and(new Condition.Or(planned)))
                .success(new Condition.Or(followed))
                .citation("Partnership for Learning, the career pathways of their choice; WAC 180-51-220")
                .build();
    }

    /** H3: districts that had adopted a plan for career connected learning by the end of the school year. */
    public static Indicator districtPlan() {
        return Indicator.builder("H3")
                .name("District with an adopted plan")
                .unit(Unit.of("districts"))
                .success(Milestone.of("plan_adopted").within(Window.before(Bound.PERIOD_END)))
                .citation(CCSW + ", strategies: each member school district in developing a plan")
                .build();
    }
}
