package org.waymark.metrics.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/** The entries of the catalogue, in the order of the field's own. */
final class Entries {
    private static final String CCSW = "Career Connect Southwest";
    private static final String STEM = "Washington STEM";
    private static final String E_W = "Education-to-Workforce Indicator Framework";
    private static final String LEFT_OUT_BY_LAW = "whom the law leaves out, by Reporting.withoutExcluded";

    static final List<Entry> ALL = List.of(
            Entry.of(
                    Catalog.credentialByAge(26),
                    "Catalog.credentialByAge",
                    "age; AgeRule WHILE_AGED or BEFORE_BIRTHDAY; CredentialPolicy POSTSECONDARY, WITH_BADGES, DEGREES or one's own"),
            Entry.of(
                    Catalog.credentialYearsAfterGraduation(6),
                    "Catalog.credentialYearsAfterGraduation",
                    "years since graduation, where birth dates lack"),
            Entry.measure(
                    "A2",
                    "Projected attainment",
                    "share",
                    "Graduation rate x enrolment rate of graduates x completion rate of those enrolled, of three cohorts that"
                            + " are named; a projection, never an observation. Of several groups by GroupReading: ANY_OF or EACH.",
                    "ProjectedAttainment",
                    CCSW + ", students currently on track; Partnership for Learning"),
            Entry.of(
                    Catalog.enrolledWithinAYear(),
                    "Catalog.enrolled, Catalog.enrolledAt",
                    "EnrolmentRule WITHIN_365_DAYS, WITHIN_TWO_YEARS, BY_JUNE_30, BY_OCTOBER_31, FIRST_FALL or"
                            + " FOLLOWING_ACADEMIC_YEAR; Base GRADUATES or SENIORS; sector or state of the"
                            + " institution"),
            Entry.measure(
                    "A4",
                    "Regional credential attainment",
                    "share",
                    "A1 of a region's class. The source names neither class nor window, so that both are chosen and the goal says"
                            + " that they are.",
                    "Catalog.credentialYearsAfterGraduation",
                    CCSW + ", credential attainment from 33 % to 56 %"),
            Entry.measure(
                    "A5",
                    "Gap to the universal goal",
                    "percentage points",
                    "The group's rate minus the goal, with the fewest more who would have to succeed.",
                    "Gap with Reference.given",
                    CCSW + ", targeted universalism"),
            Entry.measure(
                    "A6",
                    "Gap between groups",
                    "percentage points or ratio",
                    "The group's rate against that of a named group, the rest, everybody or the best.",
                    "Gap",
                    "Washington Alliance for Better Schools, " + STEM + ", " + CCSW),
            Entry.measure(
                    "A7",
                    "Change of a gap",
                    "percentage points and ratio",
                    "The gap at the later date minus that at the earlier, and which side moved.",
                    "GapChange",
                    CCSW + ", narrow the participation gap"),
            Entry.of(Catalog.exploreOrPrep(), "Catalog.exploreOrPrep", "level"),
            Entry.of(
                    Catalog.careerLearning("K-5", "K", "1", "2", "3", "4", "5"),
                    "Catalog.careerLearning",
                    "the grades"),
            Entry.of(Catalog.careerLearning("6-8", "6", "7", "8"), "Catalog.careerLearning", "the grades"),
            Entry.of(Catalog.careerLearning("9-12", "9", "10", "11", "12"), "Catalog.careerLearning", "the grades"),
            Entry.measure(
                    "B2",
                    "Participation rate",
                    "share",
                    "Students with a participation among those enrolled at any time in the school year: the rate of B1.",
                    "Rate of B1",
                    CCSW + ", strategic goal 2"),
            Entry.measure(
                    "B3",
                    "Growth multiple",
                    "multiple",
                    "Students in the year divided by those of the baseline year; a baseline of 0 has none.",
                    "GoalCheck.multiple",
                    CCSW + ", double participation, triple rigorous engagements"),
            Entry.measure(
                    "B4",
                    "Parity with the region",
                    "index",
                    "The group's share of participants divided by its share of the region's population.",
                    "GoalCheck.parity",
                    CCSW + ", meet or exceed regional demographics"),
            Entry.of(Catalog.neverEngaged(), "Catalog.neverEngaged", ""),
            Entry.of(Catalog.launch(), "Catalog.launch", ""),
            Entry.of(Careers.launchCompleted(), "Careers.launchCompleted", ""),
            Entry.of(Catalog.dualCredit(), "Catalog.dualCredit", "kind of dual credit"),
            Entry.of(Catalog.dualCreditEarned(), "Catalog.dualCreditEarned", "kind of dual credit"),
            Entry.of(Catalog.problemBased(), "Catalog.problemBased", ""),
            Entry.measure(
                    "B9",
                    "Programs within reach",
                    "programs, students",
                    "Schools that have a program to a credential within reach, the students at them, and programs by county"
                            + " with those in STEM.",
                    "ProgramAccess, Careers.inReach",
                    "Washington Alliance for Better Schools, access to post-secondary certification options; " + STEM),
            Entry.measure(
                    "B10",
                    "Steps of career pathways",
                    "pathways",
                    "Pathways with a step that earns college credit, and those that lead on from it to a credential.",
                    "PathwaySteps",
                    CCSW + ", align career pathways that streamline dual credit"),
            Entry.of(Catalog.rigorousEngagement(), "Catalog.rigorousEngagement", ""),
            Entry.of(
                    Catalog.sustainedPartner(),
                    "Catalog.sustainedPartner",
                    "SustainedRule ANY_TWO or TWO_IN_A_ROW, or one's own"),
            Entry.of(Catalog.retainedPartner(), "Catalog.retainedPartner, PartnerFlow", ""),
            Entry.measure(
                    "C4",
                    "Reach",
                    "students",
                    "Students reached by engagements, one by one where they are known and as headcounts where not; districts"
                            + " with at least one.",
                    "Reach",
                    CCSW + ", every community; Washington Alliance for Better Schools, ripple effect"),
            Entry.measure(
                    "C5",
                    "Identity match",
                    "share",
                    "Contacts of students and professionals who share a self-reported group, among those where both are"
                            + " known, beside what random assignment would give.",
                    "IdentityMatch",
                    CCSW + ", professionals that reflect their identity"),
            Entry.measure(
                    "C6",
                    "Representation of an organisation",
                    "index",
                    "A group's share of staff, board or partner representatives against its share of the community.",
                    "Headcount of staff, Representation",
                    "Alliance for Education, diversity reflected in staff, board and partners"),
            Entry.measure(
                    "C7",
                    "Sponsors by level, partners by sector",
                    "number",
                    "How many sponsorships of each level, how many partners of each industry.",
                    "Headcount",
                    "Washington Alliance for Better Schools, sponsors of an event"),
            Entry.of(Catalog.graduation(4), "Catalog.graduation", "years: 4, 5, 6 or 7"),
            Entry.of(Catalog.ready(), "Catalog.ready", "the rule of readiness"),
            Entry.of(Catalog.skill("COMMUNICATION", 3), "Catalog.skill", "least score"),
            Entry.of(Catalog.skill("COLLABORATION", 3), "Catalog.skill", "least score"),
            Entry.of(Catalog.skill("CRITICAL_THINKING", 3), "Catalog.skill", "least score"),
            Entry.of(Catalog.skill("CREATIVITY", 3), "Catalog.skill", "least score"),
            Entry.measure(
                    "D4",
                    "STEM literacy",
                    "share",
                    "Students who meet a rule among those of whom it can be asked; rule and base are given.",
                    "Catalog.stemLiterate",
                    CCSW + ", STEM literacy"),
            Entry.measure(
                    "D5",
                    "Predictability of an outcome",
                    "index",
                    "How strongly an outcome goes with a family of groups: 0 where it cannot be told from the group.",
                    "Predictability",
                    CCSW + ", success not predictable by social, cultural, gender, racial or economic factors"),
            Entry.measure(
                    "E1",
                    "Demand shares",
                    "share",
                    "Nested shares of jobs: the second is a share of the first.",
                    "DemandShares",
                    CCSW + ", 70 % of jobs and 67 % of those"),
            Entry.measure(
                    "E2",
                    "Supply and demand",
                    "openings",
                    "Projected openings that need a credential minus projected completers of it, in the same years.",
                    "SupplyDemand",
                    "Partnership for Learning, job openings; " + STEM),
            Entry.of(
                    Catalog.familyWage(new BigDecimal("8750")),
                    "Catalog.familyWage",
                    "threshold of a quarter; 35,000 US dollars a year by default, as Education-to-Workforce has it; by region and"
                            + " year, by Careers.familyWage"),
            Entry.measure(
                    "E4",
                    "Works in the region",
                    "share",
                    "Students found in wage records of one of the regions that are given, among those found in any.",
                    "Catalog.stayed",
                    CCSW + ", students stay within their communities"),
            Entry.of(Careers.served(), "Careers.served, Linkage", "the districts, by the cohort"),
            Entry.of(Catalog.familyEngaged(), "Catalog.familyEngaged", ""),
            Entry.of(Careers.familyLeads("leads", "advises"), "Careers.familyLeads", "the roles"),
            Entry.of(
                    Careers.worksIn(List.of("54", "62")),
                    "Careers.worksIn",
                    "the industries; by default professional and technical services, and health"),
            Entry.of(
                    Careers.highDemandTraining(List.of("15", "51")),
                    "Careers.highDemandTraining",
                    "the fields in high demand; by default engineering technologies and health"),
            Entry.measure(
                    "E9",
                    "Programs of industries in high demand",
                    "share",
                    "Students with a part in a program of an industry in high demand, among those enrolled in the school year;"
                            + " the programs are given.",
                    "Careers.highDemandPrograms",
                    CCSW + ", high-demand industry sectors"),
            Entry.of(Careers.hoursWorked(420), "Careers.hoursWorked, MedianBand", "the least hours of a quarter"),
            Entry.measure(
                    "NSC-typology",
                    "Typology of schools",
                    "schools",
                    "Low-income schools, with more than 50 % of students of low income; high-minority schools, with 40 % or"
                            + " more of the groups asked about.",
                    "SchoolTypology",
                    "National Student Clearinghouse, High School Benchmarks"),
            Entry.measure(
                    "R1",
                    "Resident adults with a credential",
                    "share",
                    "Adults of a region with a degree, or with some college or a degree, among all adults of the age that a survey"
                            + " asks about, with its margin of error: people who live there, wherever they went to school.",
                    "SurveyEstimate, Benchmark",
                    "Washington Student Achievement Council, attainment of adults; American Community Survey"),
            Entry.of(Catalog.plan(), "Catalog.plan", ""),
            Entry.of(Careers.planFollowed(), "Careers.planFollowed", ""),
            Entry.of(Careers.districtPlan(), "Careers.districtPlan", ""),
            Entry.measure(
                    "G1",
                    "Pace",
                    "percentage points a year",
                    "Where a goal should stand today on the way from baseline to target, and the pace it needs from now.",
                    "Pace",
                    CCSW + "; Partnership for Learning"),
            Entry.measure(
                    "G2",
                    "Status of a goal",
                    "verdict",
                    "One word for how a goal stands, decided on exact numbers.",
                    "GoalCheck",
                    CCSW),
            Entry.of(EducationToWorkforce.directEnrolment(), "EducationToWorkforce.directEnrolment", ""),
            Entry.of(
                    EducationToWorkforce.careerTransition(),
                    "EducationToWorkforce.careerTransition",
                    "wages of a quarter; 8,750 US dollars by default"),
            Entry.of(
                    EducationToWorkforce.completionFourYear(),
                    "EducationToWorkforce.completionFourYear",
                    "percent of the program's length: 100, 150 or 200"),
            Entry.of(
                    EducationToWorkforce.completionTwoYear(),
                    "EducationToWorkforce.completionTwoYear",
                    "percent of the program's length: 100, 150 or 200"),
            Entry.of(
                    EducationToWorkforce.transfer(),
                    "EducationToWorkforce.transfer",
                    "percent of the first program's length: 100, 150 or 200"),
            Entry.of(EducationToWorkforce.firstYearCredits(), "EducationToWorkforce.firstYearCredits", ""),
            Entry.of(EducationToWorkforce.persistence(), "EducationToWorkforce.persistence", ""),
            Entry.of(EducationToWorkforce.aidApplication(), "EducationToWorkforce.aidApplication", ""),
            Entry.measure(
                    "EW9",
                    "Concentration in one career pathway",
                    "share",
                    "Students in grade 12 with two courses of career and technical education in one pathway, among those who"
                            + " ever took one; the programs of each pathway are given.",
                    "EducationToWorkforce.pathwayConcentration",
                    E_W + ", CTE pathway concentration"),
            Entry.of(EducationToWorkforce.workBasedLearning(), "EducationToWorkforce.workBasedLearning", ""),
            Entry.of(
                    EducationToWorkforce.inDemandPrograms(List.of("health")),
                    "EducationToWorkforce.inDemandPrograms",
                    "the industries in demand"),
            Entry.of(
                    EducationToWorkforce.earlyCollege(3),
                    "EducationToWorkforce.earlyCollege",
                    "least exam score; sources differ"),
            Entry.of(
                    EducationToWorkforce.earlyCollegeCredit(3),
                    "EducationToWorkforce.earlyCollegeCredit",
                    "least exam score; sources differ"),
            Entry.of(EducationToWorkforce.examTaken(), "EducationToWorkforce.examTaken", ""),
            Entry.measure(
                    "EW6",
                    "Concentrated in a program of study in the first year",
                    "share",
                    "Those with nine credits or three courses of one field, by a rule that is given, among those who entered.",
                    "EducationToWorkforce.programConcentration",
                    E_W + ", first-year program of study concentration"),
            Entry.measure(
                    "EW14",
                    "Employment in a quality job",
                    "share",
                    "Those in a job of quality among those of whom it can be asked; the index and its least score are given.",
                    "EducationToWorkforce.qualityJob",
                    E_W + ", employment in a quality job"),
            Entry.of(EducationToWorkforce.industryCredential(), "EducationToWorkforce.industryCredential", ""),
            Entry.of(Reporting.perkinsGraduated(), "Reporting.perkinsGraduated", ""),
            Entry.of(
                    Reporting.perkinsGraduatedExtended(1),
                    "Reporting.perkinsGraduatedExtended",
                    "how many more years the state gives"),
            Entry.measure(
                    "P-2S",
                    "Proficiency of concentrators",
                    "share",
                    "Concentrators proficient in a subject among those of whom it can be asked; the rule is given.",
                    "Reporting.perkinsProficient",
                    "Perkins V, 2S1 to 2S3"),
            Entry.of(Reporting.perkinsPlaced(), "Reporting.perkinsPlaced", ""),
            Entry.measure(
                    "P-4S1",
                    "Concentrators in programs non-traditional for their gender",
                    "share",
                    "Concentrators with a course of a program that is non-traditional for their gender, among women and men;"
                            + " the programs are given.",
                    "Reporting.perkinsNonTraditional",
                    "Perkins V, 4S1"),
            Entry.of(Reporting.perkinsCredential(), "Reporting.perkinsCredential", ""),
            Entry.of(Reporting.perkinsCredits(), "Reporting.perkinsCredits", ""),
            Entry.of(Reporting.perkinsWorkBased(), "Reporting.perkinsWorkBased", ""),
            Entry.of(Reporting.wioaSecondQuarter(), "Reporting.wioaSecondQuarter", LEFT_OUT_BY_LAW),
            Entry.of(Reporting.wioaFourthQuarter(), "Reporting.wioaFourthQuarter", LEFT_OUT_BY_LAW),
            Entry.measure(
                    "WIOA-earnings",
                    "Median earnings in the second quarter after exit",
                    "US dollars in a quarter",
                    "Between which amounts the median of those employed lies, from how many earned each amount at least.",
                    "Reporting.wioaEarnings, MedianBand",
                    "Workforce Innovation and Opportunity Act, primary indicators of performance"),
            Entry.of(Reporting.wioaCredential(), "Reporting.wioaCredential", LEFT_OUT_BY_LAW),
            Entry.measure(
                    "WIOA-employers",
                    "Effectiveness in serving employers",
                    "share",
                    "Those with the same employer in the second and fourth quarter after exit, by a rule that is given, among those "
                            + "employed in the second.",
                    "Reporting.wioaSameEmployer",
                    "U.S. Department of Labor, final rule on effectiveness in serving employers (2024), 89 FR 13814"),
            Entry.measure(
                    "WIOA-gains",
                    "Measurable skill gains",
                    "share",
                    "Those with a gain by a rule that is given, among those who took part in a program in the year.",
                    "Reporting.wioaSkillGain",
                    "Workforce Innovation and Opportunity Act, measurable skill gains"),
            Entry.of(Reporting.persistence(), "Reporting.persistence", ""),
            Entry.of(Reporting.degreeWithinSixYears(), "Reporting.degreeWithinSixYears", ""),
            Entry.of(Reporting.onTrackNinthGrade(), "Reporting.onTrackNinthGrade", ""));

    private Entries() {}

    static Table leftOut() {
        Table.Builder table = Table.builder("Left out of the catalogue")
                .column(Column.text("id", "where it stands in the field's catalogues"))
                .column(Column.text("name", "what it is called"))
                .column(Column.text("why", "what it needs that cannot be had"));
        row(
                table,
                "EW15-return",
                "Minimum economic return, earning a living wage",
                "needs the cost of a program; the wage itself is E3");
        row(table, "EW16", "Social capital", "has no settled measure");
        row(table, "EW17", "Kindergarten readiness", "wording of the source was not checked");
        row(table, "P-5S4", "Program quality set by the state", "each state sets its own");
        row(table, "P-1P", "Postsecondary Perkins indicators", "wording of the source was not checked");
        row(table, "SQSS-attendance", "Regular attendance", "wording of the source was not checked");
        return table.build();
    }

    private static void row(Table.Builder table, String id, String name, String why) {
        table.row(Datum.text(id), Datum.text(name), Datum.text(why));
    }
}
