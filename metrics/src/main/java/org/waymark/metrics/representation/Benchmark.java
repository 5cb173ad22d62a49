package org.waymark.metrics.representation;

import java.util.Objects;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.survey.SurveyEstimate;

/**
 * What share of a region's people is of a group, as far as it is known: counted, or estimated by a survey.
 *
 * <p>A count of everybody, such as a school district's enrolment, has no margin; an estimate, such as one of the American
 * Community Survey, has. The year matters: participants of one year are compared with the people of another.
 *
 * @param group the name of the group
 * @param share its share of the region, in [0, 1], with its margin of error
 * @param source where it was published
 * @param year the year it speaks of; of an estimate over several years the last
 */
public record Benchmark(String group, SurveyEstimate share, String source, int year) {
    /** Refuses shares outside [0, 1]. */
    public Benchmark {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(source, "source");
        if (share.value().signum() < 0 || share.value().compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("share: must lie in [0, 1], was " + share.value());
        }
    }

    /** A complete count of the region's people; nobody at all is refused. */
    public static Benchmark counted(String group, Share region, String source, int year) {
        Fraction share = Fraction.of(region.yes(), region.n());
        return new Benchmark(group, SurveyEstimate.exact(share), source, year);
    }

    /**
     * Estimates of the group and of the region of which it is a part.
     *
     * @param group the name of the group
     * @param members how many of the region are of the group
     * @param region how many there are in the region; not 0
     * @param source where both were published
     * @param year the year they speak of
     */
    public static Benchmark estimated(
            String group, SurveyEstimate members, SurveyEstimate region, String source, int year) {
        return new Benchmark(group, members.shareOf(region), source, year);
    }

    /** Whether it is a complete count, without sampling error. */
    public boolean isExact() {
        return share.isExact();
    }

    /** Written as {@code Latinx 0.2829 ± 0.0122 (90 %), ACS 5-year (2023)}. */
    @Override
    public String toString() {
        return group + " " + share + ", " + source + " (" + year + ")";
    }
}
