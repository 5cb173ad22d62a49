package org.waymark.metrics.survey;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/**
 * A number that was estimated from a sample, with the margin of error printed beside it, such as those of the American
 * Community Survey.
 *
 * <p><b>Formula:</b> margin = factor · standard error, with the normal quantile of the level as factor; at 90 % it is 1.645,
 * exactly, as the Census Bureau prescribes. Margins of derived numbers: of a sum or difference √(Σ m²); of a share x/y
 * √(m_x² - p² m_y²)/y, with plus where the radicand is negative, and m_x/y where p = 1; of a ratio √(m_x² + r² m_y²)/y; of a
 * product √(x² m_y² + y² m_x²).
 *
 * <p><b>Unit:</b> that of the number.
 *
 * <p><b>How to read it:</b> had the sample been drawn again and again, so many in a hundred of the ranges value ± margin would
 * hold the true number.
 *
 * <p><b>When it applies:</b> the formulas take the parts as independent of each other; with replicate weights the survey's own
 * variance is better: {@link ReplicateWeights}.
 *
 * <p><b>Edge cases:</b> a margin of 0 is a number without sampling error; a share of nobody, a share
 * above 1 and a ratio to nothing are refused.
 *
 * <p><b>Source:</b> U.S. Census Bureau, Understanding and Using American Community Survey Data (2020), chapter 8.
 *
 * @param value the number, exact as it was published or derived
 * @param margin its margin of error, 0 or more
 * @param level the level of the margin, in (0, 1)
 */
public record SurveyEstimate(Fraction value, double margin, double level) {
    /** The level of the margins that the American Community Survey prints. */
    public static final double CENSUS_LEVEL = 0.90;

    private static final double CENSUS_FACTOR = 1.645;

    /** Refuses negative and infinite margins, and levels outside (0, 1). */
    public SurveyEstimate {
        Objects.requireNonNull(value, "value");
        if (!(margin >= 0) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("margin: must be finite and 0 or more, was " + margin);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level: must lie in (0, 1), was " + level);
        }
    }

    /** A count with its margin at 90 %, as the American Community Survey prints it. */
    public static SurveyEstimate of(long count, long margin) {
        return new SurveyEstimate(Fraction.of(count), margin, CENSUS_LEVEL);
    }

    /** A decimal, such as a share, with its margin at 90 %. */
    public static SurveyEstimate of(BigDecimal value, BigDecimal margin) {
        return new SurveyEstimate(Fraction.of(value), margin.doubleValue(), CENSUS_LEVEL);
    }

    /** A number with its standard error. */
    public static SurveyEstimate withError(Fraction value, double standardError) {
        return new SurveyEstimate(value, standardError * CENSUS_FACTOR, CENSUS_LEVEL);
    }

    /** A number without sampling error. */
    public static SurveyEstimate exact(Fraction value) {
        return new SurveyEstimate(value, 0, CENSUS_LEVEL);
    }

    /** Whether it has no sampling error. */
    public boolean isExact() {
        return margin == 0;
    }

    /** The standard error. */
    public double standardError() {
        return margin / factor(level);
    }

    /** The same with the margin of another level. */
    public SurveyEstimate atLevel(double other) {
        return new SurveyEstimate(value, standardError() * factor(other), other);
    }

    /** Value ± margin at a level, not clipped. */
    public Interval interval(double confidence) {
        double reach = Quantiles.normal(confidence) * standardError();
        double middle = value.doubleValue();
        return new Interval(middle - reach, middle + reach, confidence, "margin of error");
    }

    private static double factor(double level) {
        return level == CENSUS_LEVEL ? CENSUS_FACTOR : Quantiles.normal(level);
    }

    /** The sum of estimates at one level, at least one. */
    public static SurveyEstimate sum(List<SurveyEstimate> parts) {
        return parts.stream()
                .reduce(SurveyEstimate::plus)
                .orElseThrow(() -> new IllegalArgumentException("parts: must not be empty"));
    }

    /**
     * The sum of estimates of which several may be 0: of their margins only the largest counts, for they are all made from the
     * same model of a count of nobody.
     */
    public static SurveyEstimate sumWithZeros(List<SurveyEstimate> parts) {
        double zeros = parts.stream()
                .filter(part -> part.value.signum() == 0)
                .mapToDouble(SurveyEstimate::margin)
                .max()
                .orElse(0);
        double others = parts.stream()
                .filter(part -> part.value.signum() != 0)
                .mapToDouble(part -> part.margin * part.margin)
                .sum();
        return sum(parts).withMargin(Math.sqrt(others + zeros * zeros));
    }

    /** Both together. */
    public SurveyEstimate plus(SurveyEstimate other) {
        return new SurveyEstimate(value.plus(other.value), Math.hypot(margin, sameLevel(other).margin), level);
    }

    /** The difference. */
    public SurveyEstimate minus(SurveyEstimate other) {
        return new SurveyEstimate(value.minus(other.value), Math.hypot(margin, sameLevel(other).margin), level);
    }

    /** The product. */
    public SurveyEstimate times(SurveyEstimate other) {
        double reach = Math.hypot(value.doubleValue() * sameLevel(other).margin, other.value.doubleValue() * margin);
        return new SurveyEstimate(value.times(other.value), reach, level);
    }

    /** The ratio to a number of which this is no part. */
    public SurveyEstimate over(SurveyEstimate other) {
        Fraction ratio = value.over(nonZero(other).value);
        double reach = Math.hypot(margin, ratio.doubleValue() * sameLevel(other).margin);
        return new SurveyEstimate(ratio, reach / Math.abs(other.value.doubleValue()), level);
    }

    /** The share of a whole of which this is a part; refuses a part larger than the whole. */
    public SurveyEstimate shareOf(SurveyEstimate whole) {
        if (value.signum() < 0 || value.compareTo(whole.value) > 0) {
            throw new IllegalArgumentException("whole: must not be smaller than its part of " + value.doubleValue()
                    + ", was " + whole.value.doubleValue());
        }
        return switch (shareRule(whole)) {
            case MINUS -> share(whole, Math.max(0, radicand(whole)));
            case PLUS -> over(whole);
            case WHOLE -> share(whole, margin * margin);
        };
    }

    private SurveyEstimate share(SurveyEstimate whole, double radicand) {
        double reach = Math.sqrt(radicand) / whole.value.doubleValue();
        return new SurveyEstimate(value.over(whole.value), reach, level);
    }

    /** How the margin of a share is found. */
    public enum ShareRule {
        /** The ordinary formula, which takes the whole's margin away. */
        MINUS,
        /** That of a ratio, where the ordinary one has no root. */
        PLUS,
        /** The part is the whole. */
        WHOLE
    }

    /** How the margin of the share of a whole is found. */
    public ShareRule shareRule(SurveyEstimate whole) {
        if (value.equals(nonZero(whole).value)) {
            return ShareRule.WHOLE;
        }
        return radicand(whole) < 0 ? ShareRule.PLUS : ShareRule.MINUS;
    }

    private double radicand(SurveyEstimate whole) {
        double part = value.over(whole.value).doubleValue() * sameLevel(whole).margin;
        return margin * margin - part * part;
    }

    private SurveyEstimate withMargin(double other) {
        return new SurveyEstimate(value, other, level);
    }

    private SurveyEstimate sameLevel(SurveyEstimate other) {
        return other.level == level ? other : other.atLevel(level);
    }

    private static SurveyEstimate nonZero(SurveyEstimate other) {
        if (other.value.signum() == 0) {
            throw new IllegalArgumentException("other: must not be 0, nothing can be related to it");
        }
        return other;
    }

    /** Written as {@code 33500 ± 1450 (90 %)}. */
    @Override
    public String toString() {
        BigDecimal number = BigDecimal.valueOf(value.doubleValue()).stripTrailingZeros();
        String plain =
                number.scale() > 4 ? String.format(Locale.ROOT, "%.4f", value.doubleValue()) : number.toPlainString();
        String reach = String.format(Locale.ROOT, number.scale() > 0 ? "%.4f" : "%.0f", margin);
        return plain + " ± " + reach + String.format(Locale.ROOT, " (%.0f %%)", 100 * level);
    }
}
