package org.waymark.io.chart;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How much room a text takes, without a font at hand: widths of Helvetica, to which Arial and Liberation Sans are equal, in
 * thousandths of the size, and a little more for fonts that run wider.
 */
final class TextWidth {
    /** DejaVu Sans, the widest of the usual fonts in the stack, runs about so much wider. */
    private static final double RESERVE = 1.12;

    private static final double BOLD = 1.07;
    private static final int FULL = 1000;
    private static final int USUAL = 667;

    /** From the space to the tilde. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
    };

    private TextWidth() {}

    static double of(String text, Face face) {
        int thousandths = Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .map(TextWidth::width)
                .sum();
        return thousandths / 1000.0 * face.size() * RESERVE * (face.bold() ? BOLD : 1);
    }

    private static int width(int c) {
        if (c >= ' ' && c - ' ' < WIDTHS.length) {
            return WIDTHS[c - ' '];
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return 0;
        }
        // East Asian signs and pictures fill a square; Greek, Cyrillic, Arabic and the like run as Latin does.
        return c >= 0x1100 ? FULL : c > 0x2000 ? FULL : USUAL + 100;
    }

    /** The text in lines of at most some width: broken between words, a word that is wider is broken inside. */
    static List<String> wrap(String text, Face face, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            while (!rest.isEmpty()) {
                String joined = line.isEmpty() ? rest : line + " " + rest;
                if (of(joined, face) <= width) {
                    line.setLength(0);
                    line.append(joined);
                    rest = "";
                } else if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                } else {
                    int cut = fitting(rest, face, width);
                    lines.add(rest.substring(0, cut));
                    rest = rest.substring(cut);
                }
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** How many characters fit, one at least, no surrogate pair cut. */
    private static int fitting(String word, Face face, double width) {
        int cut = word.offsetByCodePoints(0, 1);
        while (cut < word.length()) {
            int next = word.offsetByCodePoints(cut, 1);
            if (of(word.substring(0, next), face) > width) {
                break;
            }
            cut = next;
        }
        return cut;
    }

    /** The widest of some texts; 0 for none. */
    static double widest(List<String> texts, Face face) {
        return texts.stream().mapToDouble(text -> of(text, face)).max().orElse(0);
    }
}
