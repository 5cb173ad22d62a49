package org.waymark.io.page;

import org.waymark.io.language.Language;

/** Marks what a page has no phrase for, so that a screen reader speaks it in the language in which it was written. */
final class Told {
    private static final String WRITTEN = "en";

    private Told() {}

    /** The attribute {@code lang} of an element that holds a text; nothing where the text is in the language of the page. */
    static String lang(String text, Language language) {
        return language.knows(text) ? "" : " lang=\"" + WRITTEN + "\"";
    }
}
