package org.waymark.io.sql.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.waymark.core.schema.Unknown;

/**
 * Answers as whole numbers: 0 no, 9 yes, and between them unknown by reason, 2 for the first. So the least of several
 * answers is what all of them together say: no if one is no, else the first of the reasons, else yes.
 */
final class Truths {
    static final String NO = "0";
    static final String YES = "9";

    private static final int FIRST_REASON = 2;

    private Truths() {}

    static int unknown(Unknown reason) {
        return FIRST_REASON + reason.ordinal();
    }

    static Unknown reason(int answer) {
        return Unknown.values()[answer - FIRST_REASON];
    }

    /** All must hold. */
    static String and(List<String> answers) {
        return least(answers);
    }

    /** One must hold. */
    static String or(List<String> answers) {
        if (answers.size() == 1) {
            return answers.get(0);
        }
        return "CASE GREATEST(" + String.join(", ", answers) + ") WHEN 9 THEN 9 WHEN 0 THEN 0 ELSE "
                + firstReason(answers) + " END";
    }

    /** The first of the reasons of answers of which one at least is unknown and none is yes. */
    static String firstReason(List<String> answers) {
        return least(answers.stream()
                .map(answer -> "CASE WHEN " + answer + " = 0 THEN 9 ELSE " + answer + " END")
                .toList());
    }

    static String least(List<String> numbers) {
        return numbers.size() == 1 ? numbers.get(0) : "LEAST(" + String.join(", ", numbers) + ")";
    }

    static String not(String answer) {
        return "CASE " + answer + " WHEN 0 THEN 9 WHEN 9 THEN 0 ELSE " + answer + " END";
    }

    /** The number of a reason that a column of reasons writes in words; 0 for {@code none}. */
    static String ofWritten(String column) {
        return "CASE " + column + " WHEN '" + NONE + "' THEN 0 "
                + List.of(Unknown.values()).stream()
                        .map(reason -> "WHEN '" + written(reason) + "' THEN " + unknown(reason))
                        .collect(Collectors.joining(" "))
                + " ELSE " + unknown(Unknown.UNREADABLE) + " END";
    }

    /** What a column of reasons says where there is known to be none. */
    static final String NONE = "none";

    static String written(Unknown reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
