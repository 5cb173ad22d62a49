package org.waymark.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What every key has in common: how names are written and how lists of labels are copied. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private Names() {}

    static void check(String argument, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    argument + ": must be lower case words joined by underscores, was " + name);
        }
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
