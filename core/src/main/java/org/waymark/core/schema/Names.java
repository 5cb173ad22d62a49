package org.waymark.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What every key has in common: how names are written and how lists of labels are copied. */
final class Names {
    private Names() {}

    static void check(String argument, String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    argument + ": must be lower case words joined by underscores, was " + name);
        }
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (i == 0 || c != '_' && (c < '0' || c > '9'))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** A copy without repetitions in the order given: order reaches sentences, files and SQL. */
    static List<String> distinct(String argument, List<String> labels) {
        List<String> copy = new ArrayList<>();
        for (String label : labels) {
            if (!copy.contains(Objects.requireNonNull(label, argument))) {
                copy.add(label);
            }
        }
        return List.copyOf(copy);
    }
}
