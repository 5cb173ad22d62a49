package org.waymark.io.internal;

import java.util.List;

/**
 * The colours of pictures and pages. Series differ in lightness as well as in hue, and each has a shape and a dash of its
 * own, so that nothing depends on colour.
 *
 * @param background behind everything
 * @param raised behind cards and headers
 * @param ink words and figures
 * @param soft second words: notes, ticks
 * @param line grid lines and borders that carry no meaning
 * @param edge borders and axes that carry meaning
 * @param link links, buttons and focus
 * @param good a goal that is met
 * @param bad a goal that is not
 * @param series the lines and points of up to eight series
 */
public record Palette(
        String background,
        String raised,
        String ink,
        String soft,
        String line,
        String edge,
        String link,
        String good,
        String bad,
        List<String> series) {
    /** On white. */
    public static final Palette LIGHT = new Palette(
            "#ffffff",
            "#f3f5f8",
            "#14181d",
            "#4a5562",
            "#d5dae1",
            "#6b7683",
            "#0b4f8a",
            "#0a6344",
            "#9a3412",
            List.of("#0b4f8a", "#b35c00", "#00806a", "#8a3a8f", "#4d4d4d", "#a4243b", "#5b6b00", "#1a7f9c"));

    /** On near black. */
    public static final Palette DARK = new Palette(
            "#14181d",
            "#1f252c",
            "#eef1f4",
            "#b3bdc8",
            "#38424d",
            "#8b97a4",
            "#8cc4f5",
            "#6fdcae",
            "#ffb38a",
            List.of("#8cc4f5", "#ffb04d", "#4fd1b0", "#e2a1e6", "#c9c9c9", "#ff8f9c", "#cbd65c", "#6fd0e8"));

    /** Fills from little to much; the same in light and dark, each with its own words upon it. */
    public static final List<String> STEPS = List.of("#eaf2fb", "#c5dcf2", "#93bde3", "#5a97cd", "#2c6fae", "#0f4a82");

    /** Fills below zero, from near to far. */
    public static final List<String> STEPS_BELOW = List.of("#fdf0e1", "#f8d5ad", "#eeb06c", "#b35c00", "#7d3f00");

    /** Copies the series. */
    public Palette {
        series = List.copyOf(series);
    }

    /** Black or white, whichever is read better upon a colour. */
    public static String upon(String colour) {
        return contrast("#14181d", colour) >= contrast("#ffffff", colour) ? "#14181d" : "#ffffff";
    }

    /**
     * How well one colour is seen upon another, from 1 to 21, after WCAG 2.1, "contrast ratio".
     *
     * @param one as in {@code #0b4f8a}
     * @param other as in {@code #ffffff}
     */
    public static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** How light a colour is in grey, from 0 to 1, after WCAG 2.1, "relative luminance". */
    public static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
