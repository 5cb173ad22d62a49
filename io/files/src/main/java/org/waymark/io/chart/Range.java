package org.waymark.io.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waymark.core.table.Column;

/**
 * The values an axis spans, and how they are written upon it.
 *
 * @param min where it begins
 * @param max where it ends
 * @param kind what the values are
 */
record Range(double min, double max, Column.Kind kind) {
    private static final int ABOUT = 5;

    /** The values and a little more, from round number to round number; for bars with zero. */
    static Range over(List<Double> values, Column.Kind kind, boolean withZero) {
        double low = values.stream().mapToDouble(v -> v).min().orElse(0);
        double high = values.stream().mapToDouble(v -> v).max().orElse(1);
        if (withZero) {
            low = Math.min(0, low);
            high = Math.max(0, high);
        }
        if (high - low < 1e-9) {
            double apart =
                    kind == Column.Kind.SHARE || kind == Column.Kind.POINTS ? 0.05 : Math.max(1, Math.abs(low) / 10);
            low -= withZero ? 0 : apart;
            high += apart;
        }
        double step = step((high - low) / ABOUT);
        double from = Math.floor(low / step + 1e-9) * step;
        double until = Math.ceil(high / step - 1e-9) * step;
        boolean share = kind == Column.Kind.SHARE;
        return new Range(share ? Math.max(0, from) : from, share ? Math.min(1, until) : until, kind);
    }

    /** The next of 1, 2 and 5 with their tens, not below. */
    private static double step(double least) {
        double ten = Math.pow(10, Math.floor(Math.log10(least)));
        double part = least / ten;
        return ten * (part <= 1 + 1e-9 ? 1 : part <= 2 + 1e-9 ? 2 : part <= 5 + 1e-9 ? 5 : 10);
    }

    /** Round numbers, at most so many. */
    List<Double> ticks(int most) {
        double step = step((max - min) / Math.max(1, most - 1));
        if (kind == Column.Kind.COUNT) {
            step = Math.max(1, step);
        }
        List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(min / step - 1e-9); k * step <= max + step * 1e-9; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** As many round numbers as find room, labels side by side, between two places. */
    List<Double> ticksWithin(double room) {
        for (int most = 8; most > 2; most--) {
            List<Double> ticks = ticks(most);
            double widest =
                    TextWidth.widest(ticks.stream().map(t -> label(t, ticks)).toList(), Face.SMALL);
            if (ticks.size() * (widest + 14) <= room + widest) {
                return ticks;
            }
        }
        return ticks(2);
    }

    /** How a tick is written: as its neighbours, with no more decimals than they need. */
    String label(double tick, List<Double> ticks) {
        boolean percent = kind == Column.Kind.SHARE || kind == Column.Kind.POINTS;
        double apart = ticks.size() < 2 ? 1 : (ticks.get(1) - ticks.get(0)) * (percent ? 100 : 1);
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(apart) - 1e-9));
        double shown = percent ? 100 * tick : tick;
        double plain = Math.abs(shown) < 1e-9 ? 0 : shown;
        return switch (kind) {
            case SHARE -> String.format(Locale.ROOT, "%." + decimals + "f %%", plain);
            case POINTS -> String.format(Locale.ROOT, plain == 0 ? "%.0f" : "%+." + decimals + "f", plain);
            case COUNT -> String.format(Locale.ROOT, "%,.0f", plain);
            default -> String.format(Locale.ROOT, "%." + decimals + "f", plain);
        };
    }

    /** Where a value lies between two places on the sheet. */
    double at(double value, double from, double until) {
        return from + (value - min) / (max - min) * (until - from);
    }
}
