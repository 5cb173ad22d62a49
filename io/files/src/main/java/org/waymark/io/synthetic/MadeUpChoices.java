package org.waymark.io.synthetic;

import java.time.LocalDate;
import java.util.Locale;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.schema.Milestone;

/** What a student chooses: the program of a course, what is studied and how much of it, what is done instead of college. */
final class MadeUpChoices {
    /** Sets this sequence of numbers apart from the others, so that none moves another. */
    static final long OWN = 0x43686F69636573L;

    /** Families of the classification of instructional programs: health, engineering technologies, business, liberal arts. */
    private static final String[] STUDIES = {"51", "15", "52", "24"};

    private static final int INDUSTRIES = 4;
    private static final int PROGRAMS_OF_EACH = 6;

    private final SplitMix random;
    private final ColumnSink military;
    private final ColumnSink noncredit;
    private int industry;

    MadeUpChoices(SplitMix random, RosterBuilder students) {
        this.random = random;
        this.military = students.days(Milestone.of("military_date"));
        this.noncredit = students.days(Milestone.of("noncredit_training_date"));
    }

    void begin() {
        industry = random.below(INDUSTRIES);
    }

    /** A course's program, most often of the industry that the student has chosen. */
    String course() {
        int of = random.chance(0.7) ? industry : random.below(INDUSTRIES);
        return program(of, 1 + 3 * random.below(2) + random.below(2));
    }

    /** A program of Career Launch in that industry. */
    String launch() {
        return program(industry, 3 * random.below(2));
    }

    private static String program(int industry, int number) {
        return String.format(Locale.ROOT, "G%03d", industry * PROGRAMS_OF_EACH + number + 1);
    }

    boolean sitsTheExam() {
        return random.chance(0.75);
    }

    String intensity(boolean fourYear) {
        return random.chance(fourYear ? 0.88 : 0.6) ? "full time" : "part time";
    }

    String studies() {
        return STUDIES[random.weighted(30, 20, 25, 25)];
    }

    /** Credits of the first year; nothing is known of some. */
    String firstCredits(String intensity, boolean stops, double reach) {
        boolean enough = !stops && random.logit(0.3 + reach);
        int full = intensity.equals("full time") ? 30 : 15;
        int credits = enough ? full + random.below(16) : random.below(full);
        return random.chance(0.95) ? Integer.toString(credits) : "";
    }

    /** What some do right after school. */
    void after(LocalDate graduation) {
        int choice = random.weighted(4, 5, 91);
        LocalDate day = graduation.plusDays(20 + random.below(90));
        if (choice < 2 && !day.isAfter(Synthetic.AS_OF)) {
            (choice == 0 ? military : noncredit).put(day.toString());
        }
    }
}
