package org.waymark.io.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.waymark.core.id.StudentId;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.LabelReading;
import org.waymark.core.population.Population;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;

/** Students with what they are, where they went and what they reached. */
final class MadeUpStudents {
    private static final String[] RACES = {"AIAN", "ASIAN", "BLACK", "NHPI", "WHITE"};
    private static final double[] RACE_EFFECT = {-0.45, 0.55, -0.35, -0.40, 0.15};

    private static final LabelReading SEMICOLONS = text -> Optional.of(Labels.of(List.of(text.split(";", -1))));

    private final MadeUpPlaces places;
    private final SplitMix random;
    private final RosterBuilder students;
    private final EventRows enrolments;
    private final EventRows exits;
    private final EventRows statuses;
    private final EventRows participations;
    private final EventRows dualCredits;
    private final EventRows colleges;
    private final EventRows awards;
    private final MadeUpLives lives;
    private final MadeUpChoices choices;
    private final ColumnSink[] columns;

    MadeUpStudents(MadeUpPlaces places, SplitMix random, Population.Builder builder) {
        this.places = places;
        this.random = random;
        this.students = builder.roster(Unit.STUDENT);
        this.columns = new ColumnSink[] {
            students.ids(),
            students.days(Milestone.of("birth_date")),
            students.labels(Dimension.of("gender")),
            students.labels(Dimension.of("hispanic")),
            students.labels(Dimension.of("races"), SEMICOLONS),
            students.labels(Dimension.of("first_generation")),
            students.labels(Dimension.of("home_language")),
            students.labels(Dimension.of("class_of")),
            students.days(Milestone.of("graduation_date"))
        };
        this.enrolments = new EventRows(builder, students, "enrolments", true, "school_id", "grade", "exit_kind");
        this.exits = new EventRows(builder, students, "cohort_exits", false, "kind");
        this.statuses = new EventRows(builder, students, "statuses", true, "kind");
        this.participations =
                new EventRows(builder, students, "participations", true, "level", "activity", "outcome", "program_id");
        this.dualCredits = new EventRows(
                builder,
                students,
                "dual_credits",
                false,
                List.of("kind"),
                List.of("credits_attempted", "credits_earned", "exam_score"));
        this.colleges = new EventRows(
                builder,
                students,
                "postsecondary_enrolments",
                true,
                List.of("sector", "intensity", "program"),
                List.of("credits_earned"));
        this.awards = new EventRows(builder, students, "credential_awards", false, "kind");
        this.choices = new MadeUpChoices(new SplitMix(random.state() ^ MadeUpChoices.OWN), students);
        this.lives = new MadeUpLives(
                places,
                choices,
                new SplitMix(random.state() ^ MadeUpLives.OWN),
                builder,
                students,
                awards,
                participations,
                dualCredits);
    }

    void add(int count) {
        int classes = Synthetic.LAST_CLASS - Synthetic.FIRST_CLASS + 1;
        for (int i = 0; i < count; i++) {
            add(id(i), Synthetic.FIRST_CLASS + i % classes);
        }
    }

    /** The id of the student of that number, from 0. */
    static StudentId id(int number) {
        return StudentId.of(Integer.toString(1_000_001 + number));
    }

    private void add(StudentId id, int year) {
        int school = places.pick(random);
        int gender = random.weighted(487, 505, 8);
        boolean hispanic = random.chance(places.isRural(school) ? 0.30 : 0.22);
        int race = random.weighted(2, 8, 5, 1, 84);
        boolean second = random.chance(0.08);
        boolean raceKnown = random.chance(hispanic ? 0.75 : 0.97);
        boolean low =
                random.logit(-0.25 + (hispanic ? 0.8 : 0) - RACE_EFFECT[race] + (places.isRural(school) ? 0.3 : 0));
        boolean multilingual = random.chance(hispanic ? 0.30 : race == 1 ? 0.22 : 0.03);
        boolean disability = random.chance(low ? 0.17 : 0.11);
        boolean homeless = random.chance(low ? 0.05 : 0.004);
        boolean firstGeneration = random.logit(low ? 0.3 : -0.9);
        double reach = places.effect(school)
                + (gender == 0 ? 0.25 : gender == 1 ? -0.1 : -0.3)
                + RACE_EFFECT[race]
                - (hispanic ? 0.35 : 0)
                - (low ? 0.6 : 0)
                - (places.isRural(school) ? 0.3 : 0)
                - (multilingual ? 0.25 : 0)
                - (disability ? 0.5 : 0)
                - (homeless ? 0.7 : 0)
                + 0.04 * (year - 2020)
                + 0.5 * random.bell();

        columns[0].put(id.value());
        int birthYear = year - 18 - (random.chance(0.06) ? 1 : 0);
        columns[1].put(LocalDate.of(birthYear, 1 + random.below(12), 1 + random.below(28))
                .toString());
        columns[2].put(new String[] {"F", "M", "X"}[gender]);
        if (random.chance(0.985)) {
            columns[3].put(hispanic ? "yes" : "no");
        }
        if (raceKnown) {
            columns[4].put(second ? RACES[race] + ";" + RACES[(race + 2) % RACES.length] : RACES[race]);
        }
        if (random.chance(0.8)) {
            columns[5].put(firstGeneration ? "yes" : "no");
        }
        columns[6].put(multilingual ? hispanic ? "Spanish" : "Other" : "English");
        columns[7].put(Integer.toString(year));

        LocalDate began = LocalDate.of(year - 4, 9, 1);
        choices.begin();
        lives.begin(year, school, reach);
        school(year, began, school, reach);
        status("LOW_INCOME", low, began, random);
        status("MULTILINGUAL", multilingual, began, random);
        status("DISABILITY", disability, began, random);
        status("HOMELESS", homeless, began.plusDays(random.below(900)), random);
        learning(year, reach, low || places.isRural(school));
        lives.end();
        students.endRow(0);
    }

    private void school(int year, LocalDate began, int school, double reach) {
        LocalDate june = LocalDate.of(year, 6, 5).plusDays(random.below(15));
        int exit = random.weighted(930, 45, 8, 2);
        boolean leaves = exit == 1 || exit == 2 || exit == 3;
        LocalDate left = began.plusDays(60 + random.below(1_200));
        boolean graduates = !leaves && random.logit(1.9 + reach);
        boolean late = !graduates && !leaves && random.chance(0.3);
        LocalDate end = leaves ? left : graduates ? june : began.plusDays(300 + random.below(1_100));
        boolean moves = random.chance(0.12);
        if (moves) {
            LocalDate moved = began.plusDays(120 + random.below(100));
            enrolments.add(began, moved, places.id(random.below(places.size())).value(), "9", "TRANSFERRED_OUT");
            began = moved;
        }
        enrolments.add(began, end, places.id(school).value(), moves ? "10" : "9", "");
        lives.atSchoolUntil(end);
        if (leaves) {
            exits.add(left, null, new String[] {"", "TRANSFERRED_OUT", "EMIGRATED", "DECEASED"}[exit]);
        } else if (graduates || late) {
            LocalDate day = late ? june.plusYears(1) : june;
            columns[8].put(day.toString());
            exits.add(day, null, "GRADUATED");
            lives.graduates(day);
            college(day, reach);
        } else {
            exits.add(end, null, "DROPPED_OUT");
        }
    }

    private void status(String kind, boolean has, LocalDate from, SplitMix draw) {
        if (has) {
            LocalDate until = draw.chance(0.25) ? from.plusDays(200 + draw.below(700)) : null;
            statuses.add(from, until, kind);
        }
    }

    private void college(LocalDate graduation, double reach) {
        if (!random.logit(0.05 + 0.9 * reach)) {
            if (random.chance(0.05)) {
                awards.add(graduation.plusDays(500 + random.below(1_500)), null, "APPRENTICESHIP_CERTIFICATE");
            }
            return;
        }
        boolean prompt = random.chance(0.85);
        LocalDate start = graduation.plusDays(prompt ? 60 + random.below(120) : 380 + random.below(900));
        boolean fourYear = random.logit(0.2 + 0.6 * reach);
        LocalDate end = start.plusDays((fourYear ? 1_300 : 600) + random.below(500));
        boolean completes = random.logit(0.35 + 0.8 * reach);
        boolean stops = !completes && lives.stopsEarly();
        String sector = fourYear ? "PUBLIC_4_YEAR" : "PUBLIC_2_YEAR";
        String intensity = choices.intensity(fourYear);
        String credits = choices.firstCredits(intensity, stops, reach);
        colleges.add(start, stops ? start.plusDays(200) : end, sector, intensity, choices.studies(), credits);
        if (!fourYear && lives.transfers()) {
            colleges.add(end.plusDays(30), end.plusDays(800), "PUBLIC_4_YEAR", "full time", choices.studies(), "");
        }
        if (completes) {
            boolean certificate = !fourYear && random.chance(0.35);
            awards.add(end, null, fourYear ? "BACHELOR" : certificate ? "CERTIFICATE_1TO2Y" : "ASSOCIATE");
        }
    }

    private void learning(int year, double reach, boolean farther) {
        for (int grade = 9; grade <= 12; grade++) {
            LocalDate fall = LocalDate.of(year - 13 + grade, 9, 15);
            if (fall.isAfter(Synthetic.AS_OF)) {
                break;
            }
            double lean = 0.4 * reach - (farther ? 0.45 : 0) + 0.08 * (year - 2022);
            if (random.logit(-1.6 + lean)) {
                LocalDate day = fall.plusDays(random.below(240));
                String visit = random.chance(0.5) ? "CAREER_FAIR" : "JOB_SHADOW";
                String activity = lives.meetsAProblem() ? "PROBLEM_BASED_LEARNING" : visit;
                participations.add(day, null, "EXPLORE", activity, "COMPLETED");
            }
            if (grade >= 10 && random.logit(-2.2 + lean)) {
                participations.add(
                        fall.plusDays(random.below(60)),
                        null,
                        "PREP",
                        random.chance(0.7) ? "CTE_COURSE" : "INTERNSHIP",
                        random.chance(0.9) ? "COMPLETED" : "WITHDREW",
                        choices.course());
            }
            if (grade >= 11 && random.logit(-3.4 + lean)) {
                LocalDate day = fall.plusDays(random.below(60));
                boolean over = fall.getYear() < Synthetic.AS_OF.getYear() - 1;
                String outcome = !over ? "IN_PROGRESS" : reach > -0.6 ? "COMPLETED" : "WITHDREW";
                participations.add(day, null, "LAUNCH", "YOUTH_APPRENTICESHIP", outcome, choices.launch());
            }
            if (grade >= 10 && random.logit(-0.9 + 0.6 * reach)) {
                dualCredits.add(fall, null, random.chance(0.6) ? "CTE_DC" : "CHS", "5", lives.creditsOf(5));
            }
        }
    }
}
