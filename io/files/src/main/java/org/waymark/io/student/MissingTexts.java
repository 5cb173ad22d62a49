package org.waymark.io.student;

import java.util.ArrayList;
import java.util.List;

/** The texts that mean that nothing was reported. */
final class MissingTexts {
    private final List<char[]> texts = new ArrayList<>();
    private int longest;

    MissingTexts(List<String> all) {
        for (String text : all) {
            texts.add(text.toCharArray());
            longest = Math.max(longest, text.length());
        }
    }

    /** The same of bytes in UTF-8, of which only those in ASCII are looked for. */
    boolean has(byte[] text, int from, int to) {
        int length = to - from;
        for (char[] missing : texts) {
            int i = 0;
            while (i < length && missing.length == length && missing[i] == text[from + i]) {
                i++;
            }
            if (i == length && missing.length == length) {
                return true;
            }
        }
        return false;
    }

    boolean has(char[] text, int from, int to) {
        return to - from <= longest && isOne(text, from, to);
    }

    private boolean isOne(char[] text, int from, int to) {
        int length = to - from;
        for (char[] missing : texts) {
            int i = 0;
            while (i < length && missing.length == length && missing[i] == text[from + i]) {
                i++;
            }
            if (i == length && missing.length == length) {
                return true;
            }
        }
        return false;
    }
}
