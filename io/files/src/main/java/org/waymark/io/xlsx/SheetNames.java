package org.waymark.io.xlsx;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of sheets as spreadsheets allow them: at most 31 characters, some of them forbidden, each name once; "history" is taken
 * by the spreadsheet itself.
 */
final class SheetNames {
    private static final int LONGEST = 31;

    private final Set<String> taken = new HashSet<>(List.of("history"));

    String next(String title) {
        StringBuilder plain = new StringBuilder();
        title.codePoints()
                .map(c -> Character.isISOControl(c) || "[]:*?/\\'".indexOf(c) >= 0 ? ' ' : c)
                .forEach(plain::appendCodePoint);
        String name = cut(plain.toString().strip(), LONGEST);
        if (name.isEmpty()) {
            name = "Table";
        }
        String candidate = name;
        for (int number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
            String suffix = " " + number;
            candidate = cut(name, LONGEST - suffix.length()) + suffix;
        }
        return candidate;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end).strip();
    }
}
