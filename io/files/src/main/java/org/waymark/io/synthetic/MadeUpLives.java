package org.waymark.io.synthetic;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.Population;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.schema.Milestone;

/** What else happens to a student: school years with credits, plans, skills, families, pathways met, work afterwards. */
final class MadeUpLives {
    /** Sets this sequence of numbers apart from that of the students, so that neither moves the other. */
    static final long OWN = 0x4C69766573L;

    private static final String[] SKILLS = {"COMMUNICATION", "COLLABORATION", "CRITICAL_THINKING", "CREATIVITY"};
    private static final String[] INDUSTRIES = {"health", "manufacturing", "construction", "information technology"};
    private static final String[] OPTIONS = {
        "STATE_ASSESSMENT", "DUAL_CREDIT", "AP_IB_CAMBRIDGE", "SAT_ACT", "TRANSITION_COURSE", "CTE_SEQUENCE"
    };
    private static final int FIRST_GRADE = 9;
    private static final int LAST_GRADE = 12;

    /** The years before high school of which records are kept: pre-kindergarten (grade -1), grade 5 and grade 8. */
    private static final int[] EARLY_GRADES = {-1, 5, 8};

    private static final long EARLY = 0x4561726C79L;

    private final MadeUpPlaces places;
    private final MadeUpChoices choices;
    private final SplitMix random;
    private final SplitMix early;
    private final EventRows awards;
    private final EventRows participations;
    private final EventRows dualCredits;
    private final EventRows records;
    private final EventRows plans;
    private final EventRows skills;
    private final EventRows families;
    private final EventRows options;
    private final EventRows employments;
    private final ColumnSink aidApplication;
    private final ColumnSink programExit;
    private int year;
    private int school;
    private double reach;
    private LocalDate atSchoolUntil = Synthetic.AS_OF;
    private @Nullable LocalDate graduation;

    MadeUpLives(
            MadeUpPlaces places,
            MadeUpChoices choices,
            SplitMix random,
            Population.Builder builder,
            RosterBuilder students,
            EventRows awards,
            EventRows participations,
            EventRows dualCredits) {
        this.places = places;
        this.choices = choices;
        this.random = random;
        this.early = new SplitMix(random.state() ^ EARLY);
        this.awards = awards;
        this.participations = participations;
        this.dualCredits = dualCredits;
        this.records = new EventRows(
                builder,
                students,
                "school_year_records",
                false,
                List.of("school_id", "grade"),
                List.of("credits_attempted", "credits_earned"));
        this.plans = new EventRows(builder, students, "high_school_plans", false, "industry", "graduation_option");
        this.skills = new EventRows(
                builder, students, "skill_assessments", false, List.of("skill", "scale"), List.of("score"));
        this.families =
                new EventRows(builder, students, "family_engagements", false, List.of("role"), List.of("hours"));
        this.options = new EventRows(builder, students, "graduation_options_met", false, "option");
        this.employments = new EventRows(
                builder, students, "employments", false, List.of("region", "naics"), List.of("hours", "wages"));
        this.aidApplication = students.days(Milestone.of("fafsa_date"));
        this.programExit = students.days(Milestone.of("program_exit_date"));
    }

    void begin(int classOf, int lastSchool, double likelyReach) {
        year = classOf;
        school = lastSchool;
        reach = likelyReach;
        graduation = null;
    }

    void atSchoolUntil(LocalDate day) {
        atSchoolUntil = day;
    }

    void graduates(LocalDate day) {
        graduation = day;
    }

    /** Whether a student who will not complete leaves college within the first year. */
    boolean stopsEarly() {
        return random.chance(0.4);
    }

    boolean transfers() {
        return random.logit(-1.2 + reach);
    }

    boolean meetsAProblem() {
        return random.chance(0.2);
    }

    /** The credits earned of so many attempted, most often all of them. */
    String creditsOf(int attempted) {
        return Integer.toString(random.logit(1.5 + reach) ? attempted : 0);
    }

    /** Writes down the student's life. */
    void end() {
        early();
        boolean concentrates = random.chance(0.08);
        for (int grade = FIRST_GRADE; grade <= LAST_GRADE; grade++) {
            LocalDate fall = LocalDate.of(year - 13 + grade, 9, 1);
            if (fall.isAfter(Synthetic.AS_OF) || fall.isAfter(atSchoolUntil)) {
                break;
            }
            schoolYear(fall, grade);
            if (concentrates && grade > FIRST_GRADE + 1) {
                participations.add(fall.plusDays(5), null, "PREP", "CTE_COURSE", "COMPLETED", choices.course());
            }
            if (grade == LAST_GRADE && random.logit(-2 + reach)) {
                String score = Integer.toString(Math.max(1, Math.min(5, (int) Math.rint(3 + reach + random.bell()))));
                dualCredits.add(fall.plusDays(245), null, "AP", "", "", choices.sitsTheExam() ? score : "");
            }
        }
        if (graduation != null && !graduation.isAfter(Synthetic.AS_OF)) {
            if (random.logit(0.1 + 0.7 * reach)) {
                aidApplication.put(graduation.minusDays(40 + random.below(190)).toString());
            }
            if (concentrates && random.chance(0.3)) {
                awards.add(graduation.minusDays(20), null, "INDUSTRY_CERTIFICATION");
            }
            if (random.chance(0.08)) {
                programExit.put(graduation.plusDays(20).toString());
                if (random.chance(0.3)) {
                    awards.add(graduation.plusDays(220), null, "CERTIFICATE_LT1Y");
                }
            }
            choices.after(graduation);
            options.add(graduation.minusDays(90), null, OPTIONS[random.weighted(55, 15, 8, 6, 6, 10)]);
            work(graduation);
        }
    }

    private void early() {
        for (int grade : EARLY_GRADES) {
            LocalDate fall = LocalDate.of(year - 13 + grade, 9, 1);
            boolean there = grade > 0 || early.logit(0.4 + 0.5 * reach);
            boolean explores = early.chance(grade < 0 ? 0 : grade == 5 ? 0.12 : 0.25);
            if (fall.isAfter(Synthetic.AS_OF) || !there) {
                continue;
            }
            String name = grade < 0 ? "PK" : Integer.toString(grade);
            records.add(fall, null, places.before(school).value(), name, "", "");
            if (explores) {
                LocalDate day = fall.plusDays(30 + early.below(200));
                if (!day.isAfter(Synthetic.AS_OF)) {
                    participations.add(day, null, "EXPLORE", "WORKSITE_TOUR", "COMPLETED");
                }
            }
        }
    }

    private void schoolYear(LocalDate fall, int grade) {
        boolean onTrack = random.logit(1.4 + reach + 0.1 * (grade - FIRST_GRADE));
        records.add(
                fall,
                null,
                places.id(school).value(),
                Integer.toString(grade),
                "6",
                onTrack ? "6" : Integer.toString(random.below(6)));
        if (random.chance(0.35)) {
            plans.add(
                    fall.plusDays(60 + random.below(150)),
                    null,
                    INDUSTRIES[random.below(INDUSTRIES.length)],
                    grade >= 11 ? OPTIONS[random.below(OPTIONS.length)] : "");
        }
        if (grade == 10 && random.chance(0.5)) {
            for (String skill : SKILLS) {
                int score = Math.max(1, Math.min(5, (int) Math.rint(3 + 0.8 * reach + 0.7 * random.bell())));
                skills.add(fall.plusDays(200), null, skill, "rubric 1 to 5", Integer.toString(score));
            }
        }
        if (random.chance(0.06)) {
            families.add(
                    fall.plusDays(random.below(270)),
                    null,
                    random.chance(0.2) ? "leads" : "attends",
                    Integer.toString(1 + random.below(3)));
        }
    }

    /** One quarter of work in each of the first two years after graduation, for those found in wage records. */
    private void work(LocalDate graduated) {
        for (int after = 0; after < 2; after++) {
            LocalDate quarter = LocalDate.of(graduated.getYear() + after, after == 0 ? 10 : 4, 1);
            if (quarter.isAfter(Synthetic.AS_OF) || !random.chance(0.55)) {
                continue;
            }
            int hours = 120 + random.below(380);
            double wage = 17 + 2.5 * after + 2 * reach + 3 * Math.abs(random.bell());
            employments.add(
                    quarter,
                    null,
                    random.chance(0.82) ? places.county(school) : "elsewhere",
                    random.chance(0.3) ? "62" : "44",
                    Integer.toString(hours),
                    Long.toString(Math.round(hours * wage)));
        }
    }
}
