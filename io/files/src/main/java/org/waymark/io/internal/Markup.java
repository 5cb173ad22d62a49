package org.waymark.io.internal;

/** Text inside HTML, SVG and XML. */
public final class Markup {
    private Markup() {}

    /** The text so that it can close no element, end no attribute and hold no character that markup forbids. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isPlain(c) ? c : ' ');
            }
        });
        return out.toString();
    }

    private static boolean isPlain(int c) {
        boolean forbidden = Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE;
        return c == '\n' || !forbidden;
    }
}
