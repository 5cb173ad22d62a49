package org.waymark.metrics.attainment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Groups;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;

/**
 * Schools told apart by who their students are: low-income schools and high-minority schools, as the reports on high school
 * graduates of the National Student Clearinghouse have them.
 *
 * <p><b>Formula:</b> a school is of the type if more than the share, or at least the share, of its students of known outcome
 * are of the group; decided on whole numbers. <b>Unit:</b> schools. <b>How to read it:</b> the type is the school's, so that
 * a student who is not poor can be at a low-income school. <b>When it applies:</b> to a tally by school of an indicator that
 * says who is of the group. <b>Edge cases:</b> a school with nobody of known outcome, and one whose masked or unknown counts
 * leave both open, is of neither kind: {@link Schools#open()}. <b>Source:</b> National Student Clearinghouse, High School
 * Benchmarks: low-income above 50 % of students eligible for free or reduced-price meals, high-minority 40 % or more.
 *
 * @param indicator who is of the group
 * @param school the axis of schools
 * @param share the share that makes the type, in (0, 1]
 * @param above whether a school must lie above the share, not only reach it
 */
public record SchoolTypology(Indicator indicator, Axis school, BigDecimal share, boolean above)
        implements Measure<Tally, SchoolTypology.Schools> {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal FOUR_TENTHS = new BigDecimal("0.4");

    /** Refuses shares outside (0, 1]. */
    public SchoolTypology {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(school, "school");
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("share: must lie in (0, 1], was " + share.toPlainString());
        }
    }

    /** Low-income schools: more than half of the students are of low income. */
    public static SchoolTypology lowIncome(Indicator lowIncome, Axis school) {
        return new SchoolTypology(lowIncome, school, HALF, true);
    }

    /** High-minority schools: four in ten students at least are of the groups that are asked about. */
    public static SchoolTypology highMinority(Indicator minority, Axis school) {
        return new SchoolTypology(minority, school, FOUR_TENTHS, false);
    }

    /**
     * The schools of either kind, in the order of the tally.
     *
     * @param of those of the type
     * @param others those that are not
     * @param open those of which it cannot be told
     */
    public record Schools(List<String> of, List<String> others, List<String> open) {
        /** Copies the lists. */
        public Schools {
            of = List.copyOf(of);
            others = List.copyOf(others);
            open = List.copyOf(open);
        }

        /** Members by the type of their school. */
        public Groups groups(String name, Dimension school) {
            Groups.Builder groups = Groups.named(name);
            if (!of.isEmpty()) {
                groups.group(name, school.in(of));
            }
            if (!others.isEmpty()) {
                groups.group("other schools", school.in(others));
            }
            return groups.build();
        }
    }

    @Override
    public Schools over(Tally counted) {
        List<String> of = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Cell cell : counted.by(indicator, school)) {
            if (!cell.labels().get(0).isGroup()) {
                continue;
            }
            long unknown = cell.unknown().high();
            long known = cell.yes().low() + cell.no().low();
            boolean certain = is(cell.yes().low(), Math.addExact(cell.no().high(), unknown));
            boolean possible =
                    is(Math.addExact(cell.yes().high(), unknown), cell.no().low());
            (known == 0 || certain != possible ? open : certain ? of : others).add(cell.name());
        }
        return new Schools(of, others, open);
    }

    private boolean is(long yes, long no) {
        BigDecimal all = BigDecimal.valueOf(Math.addExact(yes, no));
        int compared = BigDecimal.valueOf(yes).compareTo(share.multiply(all));
        return all.signum() > 0 && (above ? compared > 0 : compared >= 0);
    }
}
