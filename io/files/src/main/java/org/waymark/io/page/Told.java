package org.waymark.io.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waymark.io.language.Language;

/** How a page says what others wrote: so that a screen reader speaks it in its language, and calls no two things alike. */
final class Told {
    private static final String WRITTEN = "en";

    private Told() {}

    /** The attribute {@code lang} of an element that holds a text; nothing where the text is in the language of the page. */
    static String lang(String text, Language language) {
        return language.knows(text) ? "" : " lang=\"" + WRITTEN + "\"";
    }

    /** Names, those that come again with their number behind them. */
    static List<String> apart(List<String> names) {
        Map<String, Integer> times = new HashMap<>();
        return names.stream()
                .map(name -> {
                    int time = times.merge(name, 1, Integer::sum);
                    return time == 1 ? name : name + " (" + time + ")";
                })
                .toList();
    }
}
