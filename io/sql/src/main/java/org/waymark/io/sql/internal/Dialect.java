package org.waymark.io.sql.internal;

import java.time.Period;
import java.util.List;

/** Where the texts of the engines differ. Everything else is written once. */
public interface Dialect {
    /** How a number is written, as a regular expression. */
    String NUMBER = "[+-]?[0-9]{1,15}([.][0-9]{0,8})?";

    /** What stands between the labels of {@link #joined}. */
    char BETWEEN = '\u001f';

    /** The name of a table or column. */
    default String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The type of a text. */
    default String textType() {
        return "VARCHAR";
    }

    /** The text as a literal; for names and files, never for what is asked. */
    default String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** What stands in the text for a parameter, of which there are so many before it. */
    default String parameter(int before) {
        return "?";
    }

    /** Whether a list of texts holds a text. */
    String contains(String list, String text);

    /** Whether all elements of a list are among texts. */
    String within(String list, List<String> texts);

    /** Whether the whole of a text is as a regular expression says, of those that all engines understand alike. */
    String matches(String text, String expression);

    /** How many elements a list has. */
    String size(String list);

    /** How many different elements a list has. */
    String distinctSize(String list);

    /** The different elements of a list in one text, in an order that does not depend on theirs. */
    String joined(String list);

    /** The parts of a text between semicolons, as a list. */
    String split(String text);

    /** A list with one more text. */
    String append(String list, String text);

    /** A list of one text. */
    String listOf(String text);

    /** The day so much later; days beyond a month's end fall on its last day. */
    String plus(String day, Period period);

    /** The day that a text writes; null if it writes none. {@link #writes} tells whether it is written as it must be. */
    String dayOfText(String text);

    /** Whether a text writes its day like {@code 2005-04-30}, of a day of the years 1900 to 2999. */
    String writes(String text, String day);

    /** The number that a text writes with digits; null if it is not such a number. */
    String numberOfText(String text);

    /**
     * Whether the rows of a step that several others read are kept under its name before they are; otherwise the engine makes
     * it once within the statement.
     */
    default boolean keepsSharedSteps() {
        return false;
    }

    /** The name of a step that several others read. */
    default String sharedName(String name) {
        return name;
    }

    /** What ends a step, so that the engine does not write its expressions out wherever they are used. */
    default String endOfStep() {
        return "";
    }
}
