package org.waymark.io.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.io.internal.Palette;
import org.waymark.io.language.Language;
import tools.jackson.databind.json.JsonMapper;

/** What is put into every page. */
final class Resources {
    private static final String LIBRARY = "META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";
    private static final Pattern CLOSING = Pattern.compile("</(?=script)|<!--", Pattern.CASE_INSENSITIVE);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Resources() {}

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The library for pictures that can be pointed at, if {@code org.webjars:echarts} is there. */
    static Optional<String> echarts() {
        return Library.TEXT;
    }

    /** Read once, when a page first asks. */
    private static final class Library {
        static final Optional<String> TEXT = read();

        private static Optional<String> read() {
            try (InputStream in = Resources.class.getClassLoader().getResourceAsStream(LIBRARY)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** Data that can end no element and begin none. */
    static String asData(String json) {
        return json.replace("<", "\\u003c");
    }

    /** Code that cannot end the element it stands in. A backslash before the stroke changes nothing. */
    static String inScript(String code) {
        return CLOSING.matcher(code).replaceAll(found -> found.group().equals("<!--") ? "\\\\x3C!--" : "<\\\\/");
    }

    /** What the script of a page says. */
    static String words(Language language) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("sort", language.word("sort"));
        words.put("up", language.word("sorted_up"));
        words.put("down", language.word("sorted_down"));
        words.put("explore", language.word("explore"));
        words.put("close", language.word("explore_close"));
        // The options of a picture name the colours of the light page; the script turns them into those of the page it
        // is on.
        words.put("series", String.join(" ", Palette.LIGHT.series()));
        return JSON.writeValueAsString(words);
    }
}
