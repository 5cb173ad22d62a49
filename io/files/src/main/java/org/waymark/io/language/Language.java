package org.waymark.io.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The words of pictures and pages in one language: labels, headings of columns, what a status means.
 *
 * <p>{@link #ENGLISH} and {@link #SPANISH} are here. Another is a file of properties in UTF-8 with every key of
 * {@link #keys()} and the key {@code language}, its tag as in {@code vi} or {@code es-MX}; it is read by {@link #read}, which
 * refuses a file in which a key is missing. What tables say, their titles, notes and names, is told by {@link #said} as far as
 * there are phrases for it; {@link #saying} adds one's own. Citations stay in the language of what they cite.
 */
public final class Language {
    /** What tables are written in. */
    private static final String SOURCE = "en";

    /** English. */
    public static final Language ENGLISH = bundled("en");

    /** Spanish, as it is read in the United States. */
    public static final Language SPANISH = bundled("es");

    private final Map<String, String> words;
    private final Phrases phrases;

    private Language(Map<String, String> words, Phrases phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    /** The languages that need no file. */
    public static List<Language> bundled() {
        return List.of(ENGLISH, SPANISH);
    }

    /**
     * Reads a language.
     *
     * @throws IllegalArgumentException if a key is missing or has no words; the message names each
     */
    public static Language read(Path properties) throws IOException {
        try (Reader reader = Files.newBufferedReader(properties)) {
            Language language = new Language(words(reader), Phrases.NONE);
            List<String> missing = ENGLISH.keys().stream()
                    .filter(key -> language.words.getOrDefault(key, "").isBlank())
                    .toList();
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("properties: must have words for each key, lacked " + missing);
            }
            return language;
        }
    }

    private static Language bundled(String tag) {
        String name = "words_" + tag + ".properties";
        try (InputStream in = Objects.requireNonNull(Language.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Map<String, String> words = words(reader);
            return new Language(words, tag.equals(SOURCE) ? Phrases.NONE : phrases("phrases_" + tag + ".csv", tag));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Phrases phrases(String name, String tag) throws IOException {
        try (InputStream in = Objects.requireNonNull(Language.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return Phrases.read(reader, tag);
        }
    }

    private static Map<String, String> words(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> words = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return Collections.unmodifiableMap(words);
    }

    /**
     * The same with phrases for what tables say: names of goals and groups, titles, notes. A CSV file in UTF-8 with a column
     * {@code english} and one named by the tag, {@code es}. A phrase may have places, {@code {0}, class of {1}}, for a phrase, a
     * number or a code each; of two for the same text the one added last holds.
     *
     * @throws IllegalArgumentException if a column is missing, a row lacks words, or places differ; the message names the lines
     */
    public Language saying(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Language(words, phrases.and(Phrases.read(reader, tag())));
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(file.getFileName() + ": " + refused.getMessage(), refused);
        }
    }

    /**
     * The same with one phrase more.
     *
     * @param english what is written, with places or without
     * @param told what it is in this language, with the same places
     */
    public Language saying(String english, String told) {
        return new Language(words, phrases.and(Phrases.of(english, told)));
    }

    /** Its tag, as a page says it: {@code en}, {@code es}. */
    public String tag() {
        return word("language");
    }

    /** What it has words for, in alphabetical order. */
    public Collection<String> keys() {
        return words.keySet();
    }

    /**
     * The words of a key, with {@code {0}}, {@code {1}} and so on replaced.
     *
     * @throws IllegalArgumentException if the key is not known
     */
    public String word(String key, Object... parts) {
        String text = find(key).orElseThrow(() -> new IllegalArgumentException("key: must be known, was " + key));
        for (int i = 0; i < parts.length; i++) {
            text = text.replace("{" + i + "}", parts[i].toString());
        }
        return text;
    }

    /** The words of a key, if it is known. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(words.get(key));
    }

    /** What a column is called; its own name where the language has none for it. */
    public String column(String name) {
        return find("column." + name).orElseGet(() -> {
            String plain = name.replace('_', ' ');
            return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
        });
    }

    /**
     * What a table says, in this language: the meaning of a word in capitals that measures and goals write, or a phrase that is
     * known; the text as it was written where it is none of them.
     */
    public String said(String text) {
        return find("status." + text).or(() -> phrases.of(text)).orElse(text);
    }

    /** Whether {@link #said} has the whole of a text in this language; a page marks what it has not as English. */
    public boolean knows(String text) {
        return tag().equals(SOURCE)
                || find("status." + text).or(() -> phrases.of(text)).isPresent();
    }

    /** The tag. */
    @Override
    public String toString() {
        return tag();
    }
}
