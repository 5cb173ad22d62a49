package org.waymark.core.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the codes of the model, such as {@code CERTIFICATE_1TO2Y}, stand in a sentence; other labels stand as they are. */
final class Codes {
    private static final Set<String> ACRONYMS =
            new TreeSet<>(List.of("AP", "ASVAB", "CHS", "CTE", "DC", "ELL", "GED", "IB", "IEP", "K", "SAT", "STEM"));

    private Codes() {}

    /** Labels as alternatives. */
    static String anyOf(List<String> labels) {
        return labels.stream().map(Codes::inWords).collect(Collectors.joining(" or "));
    }

    private static String inWords(String label) {
        return label.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*") && label.length() > 1
                ? Arrays.stream(label.split("_", -1)).map(Codes::word).collect(Collectors.joining(" "))
                : label;
    }

    private static String word(String part) {
        if (ACRONYMS.contains(part)) {
            return part;
        }
        return part.toLowerCase(Locale.ROOT)
                .replaceFirst("^lt(\\d+)y$", "under $1 year")
                .replaceFirst("^(\\d+)to(\\d+)y$", "$1 to $2 years");
    }
}
