package org.waymark.io.chart;

/** The few sizes in which words stand in a picture. */
enum Face {
    TITLE("wm-t", 16, true),
    HEAD("wm-h", 13, true),
    BODY("wm-b", 13, false),
    SMALL("wm-s", 11.5, false);

    private final String css;
    private final double size;
    private final boolean bold;

    Face(String css, double size, boolean bold) {
        this.css = css;
        this.size = size;
        this.bold = bold;
    }

    String css() {
        return css;
    }

    double size() {
        return size;
    }

    boolean bold() {
        return bold;
    }

    /** From one line to the next. */
    double line() {
        return Math.ceil(size * 1.35);
    }
}
