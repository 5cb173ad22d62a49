package org.waymark.metrics.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What others call the same figure, where their page was read: the name of the indicator's page in the Education-to-Workforce
 * framework, which numbers none, and the number of the connection of the Common Education Data Standards that says how to make it.
 * Where a page was not found, nothing is said: the framework's high school graduation and program-of-study concentration have no
 * name here, and its early college coursework no connection.
 */
final class Standards {
    static final String NOTE =
            "Ids of others stand where their page was read: the Education-to-Workforce framework (E-W) numbers"
                    + " none, so that its pages' names are given; connections of the Common Education Data Standards (CEDS) have"
                    + " numbers. Of early college coursework there is a connection whose number was not found; of the other E-W"
                    + " indicators here none is known.";

    private static final Map<String, String> IDS = new LinkedHashMap<>();

    static {
        put("D1-4", "", "30906");
        put("EW1", "postsecondary-enrollment-directly-after-high-school-graduation", "30903");
        put("EW2", "successful-career-transition-after-high-school", "");
        put("EW3-4-year", "postsecondary-certificate-or-degree-completion", "30930");
        put("EW3-2-year", "postsecondary-certificate-or-degree-completion", "30930");
        put("EW4", "transfer-if-applicable", "30933");
        put("EW5", "first-year-credit-accumulation", "30925");
        put("EW6", "first-year-program-study-concentration", "30926");
        put("EW7", "postsecondary-persistence", "");
        put("EW8", "fafsa-completion", "30952");
        put("EW9", "cte-pathway-concentration", "");
        put("EW10", "participation-work-based-learning", "");
        put("EW11", "access-demand-cte-pathways", "");
        put("EW12", "early-college-coursework-completion", "");
        put("EW12-credit", "early-college-coursework-completion", "");
        put("EW13", "access-early-college-coursework", "");
        put("EW14", "employment-quality-job", "");
        put("EW15", "industry-recognized-credential", "");
    }

    private Standards() {}

    private static void put(String id, String framework, String connection) {
        String name = framework.isEmpty() ? "" : "E-W " + framework;
        String number = connection.isEmpty() ? "" : "CEDS connection " + connection;
        IDS.put(id, name.isEmpty() || number.isEmpty() ? name + number : name + "; " + number);
    }

    /** The ids that others give an entry; empty where none is known. */
    static String of(String id) {
        return IDS.getOrDefault(id, "");
    }
}
