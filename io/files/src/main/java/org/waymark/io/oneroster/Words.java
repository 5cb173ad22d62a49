package org.waymark.io.oneroster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the words of OneRoster are said in the model. */
final class Words {
    /** The label of students who are of two or more races, of whom nobody says which. */
    static final String SEVERAL_RACES = "MULTIPLE";

    /** The label of each race, by its header. */
    static final Map<String, String> RACES = races();

    private Words() {}

    private static Map<String, String> races() {
        Map<String, String> races = new LinkedHashMap<>();
        races.put("americanIndianOrAlaskaNative", "AIAN");
        races.put("asian", "ASIAN");
        races.put("blackOrAfricanAmerican", "BLACK");
        races.put("nativeHawaiianOrOtherPacificIslander", "NHPI");
        races.put("white", "WHITE");
        return Collections.unmodifiableMap(races);
    }

    /** The gender of a sex; empty where it is unspecified. */
    static String gender(String sex) {
        return switch (sex) {
            case "male" -> "M";
            case "female" -> "F";
            case "other" -> "X";
            default -> "";
        };
    }

    /** The sex of a gender, as version 1.2 has it. */
    static String sex(String gender) {
        return switch (gender) {
            case "M" -> "male";
            case "F" -> "female";
            default -> "other";
        };
    }
}
