package org.waymark.io.language;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tables say, phrase by phrase, in another language. A phrase may have places, such as {@code {0}, class of {1}}: a text fits it
 * if what stands in each place is a phrase itself, a number, a sign or a code. A text is told whole or not at all, so that no line
 * is half in one language and half in another.
 */
final class Phrases {
    /** No phrases: nothing is known but what every language writes alike. */
    static final Phrases NONE = new Phrases(Collections.emptyMap());

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern CODE = Pattern.compile("\\S*\\d\\S*");

    /** A text that is not understood after so many tries is not told. */
    private static final int MOST_TRIES = 20_000;

    private final Map<String, String> whole = new LinkedHashMap<>();
    private final List<Template> templates = new ArrayList<>();

    /** A phrase with places: what stands around them, and the phrase of the other language. */
    private record Template(List<String> around, List<Integer> places, String other) {
        static Template of(String phrase, String other) {
            List<String> around = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            int from = 0;
            for (Matcher match = PLACE.matcher(phrase); match.find(); from = match.end()) {
                around.add(phrase.substring(from, match.start()));
                places.add(Integer.parseInt(match.group(1)));
            }
            around.add(phrase.substring(from));
            return new Template(List.copyOf(around), List.copyOf(places), other);
        }

        String begin() {
            return around.get(0);
        }

        String end() {
            return around.get(around.size() - 1);
        }

        /** The other language's, with what stands in its places. */
        String with(List<String> parts) {
            return PLACE.matcher(other)
                    .replaceAll(place ->
                            Matcher.quoteReplacement(parts.get(places.indexOf(Integer.parseInt(place.group(1))))));
        }

        int length() {
            return around.stream().mapToInt(String::length).sum();
        }
    }

    private Phrases(Map<String, String> phrases) {
        phrases.forEach((phrase, other) -> {
            if (PLACE.matcher(phrase).find()) {
                templates.add(Template.of(phrase, other));
            } else {
                whole.put(phrase, other);
            }
        });
        // What says most about a text is tried first.
        templates.sort(Comparator.comparingInt(Template::length).reversed());
    }

    /**
     * Reads phrases: a CSV file of two columns, {@code english} and the tag of the other language.
     *
     * @throws IllegalArgumentException if a column is missing, a phrase has no words, or has other places than its translation
     */
    static Phrases read(Reader source, String tag) throws IOException {
        Map<String, String> phrases = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(source)) {
            for (NamedCsvRecord row : rows) {
                String english = row.findField("english").orElse("");
                String other = row.findField(tag).orElse("");
                if (!fit(english, other)) {
                    wrong.add("line " + row.getStartingLineNumber());
                }
                phrases.put(english, other);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("phrases: must have columns english and " + tag
                    + " with words in each row and the same places in both, not so at " + wrong);
        }
        return new Phrases(phrases);
    }

    /** One phrase. */
    static Phrases of(String english, String other) {
        if (!fit(english, other)) {
            throw new IllegalArgumentException("phrase: must have words and the same places in both languages");
        }
        return new Phrases(Collections.singletonMap(english, other));
    }

    private static boolean fit(String english, String other) {
        return !english.isBlank() && !other.isBlank() && places(english).equals(places(other));
    }

    private static List<String> places(String phrase) {
        return PLACE.matcher(phrase)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .distinct()
                .toList();
    }

    /** These and others; where both have a phrase, the others'. */
    Phrases and(Phrases others) {
        Phrases both = new Phrases(Collections.emptyMap());
        both.whole.putAll(whole);
        both.whole.putAll(others.whole);
        both.templates.addAll(others.templates);
        both.templates.addAll(templates);
        return both;
    }

    /** A text in the other language; empty if some part of it is not known. */
    Optional<String> of(String text) {
        return new Reading().of(text);
    }

    /** One text that is being read, with what is known of its parts. */
    private final class Reading {
        private final Map<String, Optional<String>> known = new HashMap<>();
        private int tries = MOST_TRIES;

        private Optional<String> of(String text) {
            Optional<String> before = known.get(text);
            if (before != null) {
                return before;
            }
            Optional<String> told = Optional.ofNullable(whole.get(text))
                    .or(() -> sameEverywhere(text) ? Optional.of(text) : Optional.empty());
            for (int t = 0; told.isEmpty() && t < templates.size(); t++) {
                Template template = templates.get(t);
                if (text.startsWith(template.begin()) && text.endsWith(template.end())) {
                    told = filled(template, text, template.begin().length(), List.of());
                }
            }
            known.put(text, told);
            return told;
        }

        /** Every way to cut a text at what stands around the places, shortest first, until one has all its parts known. */
        private Optional<String> filled(Template template, String text, int from, List<String> parts) {
            String after = template.around().get(parts.size() + 1);
            boolean last = parts.size() + 1 == template.places().size();
            int cut = last ? text.length() - after.length() : text.indexOf(after, from + 1);
            while (cut > from && tries-- > 0) {
                String part = text.substring(from, cut);
                Optional<String> told = balanced(part) ? of(part) : Optional.empty();
                if (told.isPresent()) {
                    List<String> more = new ArrayList<>(parts);
                    more.add(told.get());
                    Optional<String> all = last
                            ? Optional.of(template.with(more))
                            : filled(template, text, cut + after.length(), more);
                    if (all.isPresent()) {
                        return all;
                    }
                }
                cut = last ? -1 : text.indexOf(after, cut + 1);
            }
            return Optional.empty();
        }
    }

    /** Whether each bracket that is opened in a part is closed in it. */
    private static boolean balanced(String part) {
        int open = 0;
        for (int i = 0; i < part.length() && open >= 0; i++) {
            open += part.charAt(i) == '(' ? 1 : part.charAt(i) == ')' ? -1 : 0;
        }
        return open == 0;
    }

    /** Numbers, signs, and codes such as {@code A3}, {@code v1} or {@code 2023-24}. */
    private static boolean sameEverywhere(String text) {
        return text.codePoints().noneMatch(Character::isLetter)
                || CODE.matcher(text).matches();
    }
}
