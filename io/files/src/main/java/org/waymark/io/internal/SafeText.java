package org.waymark.io.internal;

/**
 * Text that a spreadsheet would take for a formula, made harmless by an apostrophe in front, and made itself again.
 *
 * <p>After OWASP, CSV injection: a text is dangerous if its first character that is no space is one of {@code = + - @}, in
 * their wide forms as well, or a tab, a line break or NUL. A text that begins with an apostrophe gets one more, so that
 * nothing is lost on the way back.
 */
public final class SafeText {
    private SafeText() {}

    /** The text as it is written. */
    public static String written(String text) {
        return isDangerous(text) || text.startsWith("'") ? "'" + text : text;
    }

    /** The text that was written so. */
    public static String read(String written) {
        if (!written.startsWith("'")) {
            return written;
        }
        String text = written.substring(1);
        return isDangerous(text) || text.startsWith("'") ? text : written;
    }

    private static boolean isDangerous(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ') {
                return "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20".indexOf(c) >= 0;
            }
        }
        return false;
    }

    /** A name from a source as it may stand in a message: short and printable, or not at all. */
    public static String name(String header) {
        boolean plain = header.length() <= 40 && header.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return plain ? header : "";
    }

    /** What a column is called whose header nobody knows: where headers were lost, it may be a value. */
    public static String place(int column) {
        return "column " + (column + 1);
    }
}
