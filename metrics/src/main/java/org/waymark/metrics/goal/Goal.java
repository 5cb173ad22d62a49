package org.waymark.metrics.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.time.SchoolYear;

/**
 * A published goal.
 *
 * @param name what it is called in print
 * @param kind what is compared with the target
 * @param target the target, exact: a share for {@link Kind#LEVEL}, a number of people or things for {@link Kind#COUNT}, a
 *     multiple of the baseline for {@link Kind#MULTIPLE}, an index for {@link Kind#PARITY}, a difference of shares for
 *     {@link Kind#GAP}
 * @param strict whether the target must be passed and not only reached: "more than 2,000"
 * @param due the school year by whose end it is to be met
 * @param source where it was published
 * @param baseline what the publisher says it started from; empty if nothing is said
 * @param tolerance how far a gap may still lie beyond the target and count as closed; 0 for every other kind
 * @param judges whom it is judged on, such as {@code class of 2030}; empty where the source does not say
 */
public record Goal(
        String name,
        Kind kind,
        BigDecimal target,
        boolean strict,
        SchoolYear due,
        String source,
        Optional<Baseline> baseline,
        BigDecimal tolerance,
        String judges) {
    private static final int PLACES = 1;

    /** What is compared with the target. */
    public enum Kind {
        /** A rate. */
        LEVEL,
        /** How many succeeded. */
        COUNT,
        /** How many succeeded, as a multiple of how many did in the baseline. */
        MULTIPLE,
        /** The group's share among those who succeeded, divided by its share of the population. */
        PARITY,
        /** How far the group's rate lies behind that of its reference; ahead is no gap. */
        GAP
    }

    /** Refuses negative targets and tolerances, levels and gaps above 1, and a tolerance of anything but a gap. */
    public Goal {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(judges, "judges");
        boolean share = kind == Kind.LEVEL || kind == Kind.GAP;
        boolean tooHigh = share && target.compareTo(BigDecimal.ONE) > 0;
        if (target.signum() < 0 || tooHigh) {
            throw new IllegalArgumentException(
                    "target: must be 0 or more" + (share ? " and at most 1" : "") + ", was " + target);
        }
        if (tolerance.signum() < 0 || (kind != Kind.GAP && tolerance.signum() > 0)) {
            throw new IllegalArgumentException("tolerance: must be 0 or more, and 0 unless of a gap, was " + tolerance);
        }
    }

    /** A goal without baseline. */
    public Goal(String name, Kind kind, BigDecimal target, boolean strict, SchoolYear due, String source) {
        this(name, kind, target, strict, due, source, Optional.empty(), BigDecimal.ZERO, "");
    }

    /** The goal to close a gap, as good as closed where it is no larger than the tolerance, both as shares. */
    public static Goal closed(String name, BigDecimal tolerance, SchoolYear due, String source) {
        return new Goal(name, Kind.GAP, BigDecimal.ZERO, false, due, source, Optional.empty(), tolerance, "");
    }

    /** The same with what it started from. */
    public Goal from(Baseline start) {
        return new Goal(name, kind, target, strict, due, source, Optional.of(start), tolerance, judges);
    }

    /** The same, judged on certain people. */
    public Goal judgedOn(String whom) {
        return new Goal(name, kind, target, strict, due, source, baseline, tolerance, whom);
    }

    /** Whether an exact fraction meets the target: {@code yes / of}, compared by multiplying out. */
    boolean isMetBy(BigDecimal yes, BigDecimal of) {
        int order = yes.compareTo(target.multiply(of));
        return strict ? order > 0 : order >= 0;
    }

    /**
     * What it asks for, in words: {@code 46 % to 60 %: +14 points, +30.4 %}. Points and percent are told apart; without a
     * baseline, or from one of 0, it is the target alone.
     */
    public String asks() {
        String to = (strict ? "more than " : "") + inUnit(target);
        if (baseline.isEmpty()) {
            return tolerance.signum() > 0 ? to + ", within " + points(tolerance) : to;
        }
        BigDecimal from = baseline.get().value();
        StringBuilder text = new StringBuilder(baseline.get().inWords(inUnit(from)) + " to " + to);
        if (from.signum() > 0 && kind != Kind.MULTIPLE && kind != Kind.GAP) {
            BigDecimal change = target.subtract(from);
            text.append(": ").append(kind == Kind.LEVEL ? signed(points(change), change) + ", " : "");
            BigDecimal percent = change.movePointRight(2).divide(from, PLACES, RoundingMode.HALF_EVEN);
            text.append(signed(plain(percent) + " %", change));
        }
        return text.toString();
    }

    /**
     * A value in the unit of this goal, such as {@code 60 %}, {@code 8,000}, {@code x 2}, {@code 2 points}; a negative gap is
     * {@code 2 points ahead}.
     */
    public String inUnit(BigDecimal value) {
        return switch (kind) {
            case LEVEL -> plain(value.movePointRight(2)) + " %";
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
            case MULTIPLE -> "x " + plain(value);
            case PARITY -> "index " + plain(value);
            case GAP -> points(value.abs()) + (value.signum() < 0 ? " ahead" : "");
        };
    }

    private static String points(BigDecimal share) {
        return plain(share.movePointRight(2)) + " points";
    }

    private static String signed(String text, BigDecimal change) {
        return change.signum() > 0 ? "+" + text : text;
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    @Override
    public String toString() {
        return name;
    }
}
