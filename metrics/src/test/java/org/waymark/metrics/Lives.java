package org.waymark.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.credential.Employment;
import org.waymark.core.credential.PostsecondaryEnrolment;
import org.waymark.core.id.ProgramId;
import org.waymark.core.id.SchoolId;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.pathway.ActivityKind;
import org.waymark.core.pathway.DualCredit;
import org.waymark.core.pathway.DualCreditKind;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Participation;
import org.waymark.core.place.School;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.Population;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.CohortExit;
import org.waymark.core.student.ExitKind;
import org.waymark.core.student.SchoolYearRecord;
import org.waymark.core.tally.Cell;
import org.waymark.core.time.SchoolYear;

/** Students of whom every date is chosen by hand, and what an indicator counts among them. */
final class Lives {
    private static final LocalDate AS_OF = LocalDate.of(2032, 1, 1);

    private final Population.Builder builder = Population.builder().asOf(AS_OF);
    private final RosterBuilder students = builder.roster(Unit.STUDENT);
    private final ColumnSink id = students.ids();
    private final ColumnSink gender = students.labels(Dimension.of("gender"));
    private final ColumnSink graduation = students.days(Milestone.of("graduation_date"));
    private final ColumnSink aid = students.days(Milestone.of("fafsa_date"));
    private final ColumnSink exit = students.days(Milestone.of("program_exit_date"));
    private final ColumnSink military = students.days(Milestone.of("military_date"));
    private final ColumnSink training = students.days(Milestone.of("noncredit_training_date"));
    private final List<Object> events = new ArrayList<>();
    private String now = "";

    Lives() {
        events.add(School.builder().id(SchoolId.of("1")).build());
        // Of every roster there is a row, of somebody of whom nothing that is asked for is true.
        someone("nobody", "M", "")
                .college("1990-09-01", "1990-12-01", "PRIVATE_4_YEAR", "full time", "24", 0)
                .award("1990-01-01", CredentialKind.SECONDARY_DIPLOMA)
                .took("1990-01-01", Level.EXPLORE, ActivityKind.CAREER_FAIR, "")
                .dual("1990-01-01", DualCreditKind.CHS, "0", "")
                .work("1990-01-01", 0, 0)
                .record("1990-09-01", "1", 0, 0)
                .left("1990-01-01", ExitKind.UNKNOWN);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** The student of whom the following speaks; an empty day is none. */
    Lives someone(String name, String genderOf, String graduated) {
        if (!now.isEmpty()) {
            students.endRow(0);
        }
        now = name;
        id.put(name);
        gender.put(genderOf);
        if (!graduated.isEmpty()) {
            graduation.put(graduated);
        }
        return this;
    }

    Lives graduate(String name) {
        return someone(name, "F", "2024-06-10");
    }

    Lives aid(String on) {
        aid.put(on);
        return this;
    }

    Lives leavesProgram(String on) {
        exit.put(on);
        return this;
    }

    Lives joinsMilitary(String on) {
        military.put(on);
        return this;
    }

    Lives trains(String on) {
        training.put(on);
        return this;
    }

    private StudentId student() {
        return StudentId.of(now);
    }

    Lives college(String from, String until, String sector, String intensity, String program, long credits) {
        events.add(PostsecondaryEnrolment.builder()
                .student(student())
                .start(day(from))
                .end(day(until))
                .sector(sector)
                .intensity(intensity)
                .program(program)
                .creditsEarned(BigDecimal.valueOf(credits))
                .build());
        return this;
    }

    Lives college(String from, String until, String sector) {
        return college(from, until, sector, "full time", "24", 0);
    }

    Lives award(String on, CredentialKind kind) {
        events.add(CredentialAward.builder()
                .student(student())
                .kind(kind)
                .awardedOn(day(on))
                .build());
        return this;
    }

    Lives took(String from, Level level, ActivityKind activity, String program) {
        Participation.Builder participation = Participation.builder()
                .student(student())
                .level(level)
                .activity(activity)
                .start(day(from))
                .end(day(from).plusDays(1));
        if (!program.isEmpty()) {
            participation.program(ProgramId.of(program));
        }
        events.add(participation.build());
        return this;
    }

    Lives course(String from, String program) {
        return took(from, Level.PREP, ActivityKind.CTE_COURSE, program);
    }

    Lives dual(String on, DualCreditKind kind, String earned, String score) {
        DualCredit.Builder credit =
                DualCredit.builder().student(student()).kind(kind).start(day(on));
        if (!earned.isEmpty()) {
            credit.creditsEarned(new BigDecimal(earned));
        }
        if (!score.isEmpty()) {
            credit.examScore(new BigDecimal(score));
        }
        events.add(credit.build());
        return this;
    }

    Lives work(String quarter, long wages, long hours) {
        events.add(Employment.builder()
                .student(student())
                .quarter(day(quarter))
                .wages(BigDecimal.valueOf(wages))
                .hours(BigDecimal.valueOf(hours))
                .build());
        return this;
    }

    Lives record(String from, String grade, long attempted, long earned) {
        events.add(SchoolYearRecord.builder()
                .student(student())
                .school(SchoolId.of("1"))
                .grade(grade)
                .start(day(from))
                .creditsAttempted(BigDecimal.valueOf(attempted))
                .creditsEarned(BigDecimal.valueOf(earned))
                .build());
        return this;
    }

    Lives inGrade12() {
        return record("2023-09-01", "12", 6, 6);
    }

    Lives left(String on, ExitKind kind) {
        events.add(
                CohortExit.builder().student(student()).kind(kind).day(day(on)).build());
        return this;
    }

    Population population() {
        students.endRow(0);
        return builder.addAll(events).build();
    }

    static Cell total(Population population, Indicator indicator) {
        CohortDefinition all = CohortDefinition.all(indicator.unit());
        Question question = Question.of(all, List.of(indicator), Faces.TOTAL, population.asOf())
                .during(SchoolYear.ending(2024));
        return population.cohort(all).tally(question).total(indicator);
    }

    /** Successes of those of known outcome, in the school year 2023-24. */
    static String counted(Population population, Indicator indicator) {
        Cell cell = total(population, indicator);
        return cell.yes() + " of " + cell.known();
    }
}
