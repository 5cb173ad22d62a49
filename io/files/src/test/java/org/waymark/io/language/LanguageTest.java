package org.waymark.io.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTest {
    @TempDir
    Path folder;

    private static List<String> places(String words) {
        return Pattern.compile("\\{\\d}")
                .matcher(words)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    @Test
    void everyLanguageHasEveryWordWithTheSamePlaces() {
        for (Language language : Language.bundled()) {
            assertEquals(List.copyOf(Language.ENGLISH.keys()), List.copyOf(language.keys()), language.tag());
            for (String key : language.keys()) {
                assertFalse(language.word(key).isBlank(), language + " " + key);
                assertEquals(places(Language.ENGLISH.word(key)), places(language.word(key)), language + " " + key);
            }
        }
        long translated = Language.ENGLISH.keys().stream()
                .filter(key -> !Language.ENGLISH.word(key).equals(Language.SPANISH.word(key)))
                .count();
        assertTrue(translated > Language.ENGLISH.keys().size() * 0.9, translated + " words differ");
    }

    @Test
    void everyKeyThatTheCodeNamesHasWords() throws IOException {
        Pattern drawing = Pattern.compile(".*/(chart|page)/[^/]+\\.java");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/waymark/io"))) {
            for (Path file :
                    files.filter(f -> drawing.matcher(f.toString()).matches()).toList()) {
                Pattern.compile("\\bword\\(\\s*\"([a-z_.]+)\"(?! *\\+)")
                        .matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(key -> assertTrue(Language.ENGLISH.keys().contains(key), file + " " + key));
            }
        }
    }

    @Test
    void languageOfAFileIsReadAndAMissingWordIsNamed() throws IOException {
        String all = Language.ENGLISH.keys().stream()
                .map(key -> key + "=" + (key.equals("language") ? "vi" : "từ " + key))
                .collect(Collectors.joining("\n"));
        Language read = Language.read(Files.writeString(folder.resolve("vi.properties"), all));
        assertEquals("vi", read.tag());
        assertEquals("từ goal", read.word("goal"));
        Path lacking = Files.writeString(folder.resolve("lacking.properties"), all.replace("goal=", "gaol="));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Language.read(lacking));
        assertTrue(refused.getMessage().contains("goal"), refused.getMessage());
    }

    @Test
    void columnWithoutWordsKeepsItsName() {
        assertEquals("Shoe size", Language.SPANISH.column("shoe_size"));
        assertEquals("Tasa", Language.SPANISH.column("rate"));
        assertEquals("Rezagado", Language.SPANISH.status("BEHIND"));
        assertThrows(IllegalArgumentException.class, () -> Language.SPANISH.word("no_such_key"));
    }
}
