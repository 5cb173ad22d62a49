package org.waymark.examples;

import static org.waymark.core.student.Students.SCHOOL;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.PostsecondaryEnrolment;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.place.District;
import org.waymark.core.place.School;
import org.waymark.core.population.Cohort;
import org.waymark.core.population.Population;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.CohortExit;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Base;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.catalog.CredentialPolicy;
import org.waymark.metrics.catalog.EnrolmentRule;
import org.waymark.metrics.comparison.Comparison;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;

/**
 * What changed between last year's release and this year's run, and why: time that passed, records that had happened but arrived
 * late, a definition that was changed, and numbers that the release had kept back.
 */
public final class WhatChanged {
    static final LocalDate EARLIER = LocalDate.of(2025, 6, 30);
    private static final String LATE = "1166";
    private static final List<Schema<?, ?>> DELIVERED = List.of(
            District.SCHEMA,
            School.SCHEMA,
            Student.SCHEMA,
            Enrolment.SCHEMA,
            CohortExit.SCHEMA,
            CredentialAward.SCHEMA);
    private static final Indicator ENROLLED = Catalog.enrolledWithinAYear();
    private static final Indicator TWO_YEARS = Catalog.enrolled(EnrolmentRule.WITHIN_TWO_YEARS, Base.GRADUATES);
    private static final Indicator CREDENTIAL = Catalog.credentialYearsAfterGraduation(1);

    private WhatChanged() {}

    /** Prints. */
    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        out.println(compared(Synthetic.region(6_000, 42)).toTable());
    }

    /** Last year's release held against what is known now. */
    static Comparison compared(Population now) {
        Tally released = released(asDelivered(now));
        Cohort today = now.classOf(2024);
        Tally newer = today.tally(
                List.of(ENROLLED, TWO_YEARS, withBadges()), released.question().faces());
        Question then = newer.question().asOf(EARLIER);
        return Comparison.of(released, newer, today.asOf(EARLIER).tally(then));
    }

    /** Badges count from this year on: another version, so that nobody takes the difference for growth. */
    private static Indicator withBadges() {
        return CREDENTIAL.toBuilder()
                .version(CREDENTIAL.version() + 1)
                .success(Catalog.AWARD
                        .taken()
                        .where(Where.in(
                                Catalog.KIND,
                                CredentialPolicy.WITH_BADGES.kinds().toArray(new String[0])))
                        .within(Window.within(Period.ofYears(1), Students.GRADUATION_DATE)))
                .build();
    }

    /** What everyone was told: small schools hidden, and as many more as that takes. */
    private static Tally released(Population then) {
        Tally counted =
                then.classOf(2024).asOf(EARLIER).tally(List.of(ENROLLED, TWO_YEARS, CREDENTIAL), Faces.each(SCHOOL));
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(counted));
        if (outcome instanceof ReleaseOutcome.Cleared cleared) {
            return cleared.release().tallies().get(0);
        }
        throw new IllegalStateException("the release of the earlier day was refused: " + outcome);
    }

    /** The data as it was delivered last year: the community college had not reported one school's graduates yet. */
    private static Population asDelivered(Population now) {
        Population.Builder then = Population.builder().asOf(EARLIER);
        for (Schema<?, ?> schema : DELIVERED) {
            then.addAll(now.stream(schema).toList());
        }
        Map<StudentId, Enrolment> last = new LinkedHashMap<>();
        now.stream(Enrolment.SCHEMA)
                .forEach(one ->
                        last.merge(one.student(), one, (was, is) -> is.start().isAfter(was.start()) ? is : was));
        Set<StudentId> late = last.values().stream()
                .filter(one -> one.school().value().equals(LATE))
                .map(Enrolment::student)
                .collect(Collectors.toSet());
        then.addAll(now.stream(PostsecondaryEnrolment.SCHEMA)
                .filter(one -> !late.contains(one.student())
                        || one.sector().filter("PUBLIC_2_YEAR"::equals).isEmpty())
                .toList());
        return then.build();
    }
}
