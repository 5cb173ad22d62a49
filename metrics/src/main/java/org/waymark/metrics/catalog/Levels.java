package org.waymark.metrics.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Of whom or of what a dimension speaks: a student can live in town and go to a rural school. */
final class Levels {
    private static final Map<String, String> LEVELS = new LinkedHashMap<>();

    static {
        LEVELS.put("gender, race and ethnicity, home language, first generation", "of the student");
        LEVELS.put("low income, disability, multilingual, homeless, foster, migrant", "of the student, a dated status");
        LEVELS.put("rural", "the locale of the student's last school by the as-of day");
        LEVELS.put("school, district, educational service district, network", "of the last school by the as-of day");
        LEVELS.put("county", "of the school, an area of the census");
    }

    private Levels() {}

    static String sentence() {
        return LEVELS.entrySet().stream()
                        .map(level -> level.getKey() + ": " + level.getValue())
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
