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
        assertEquals("Rezagado", Language.SPANISH.said("BEHIND"));
        assertThrows(IllegalArgumentException.class, () -> Language.SPANISH.word("no_such_key"));
    }

    @Test
    void phraseIsToldWithWhatStandsInItsPlaces() {
        Language spanish = Language.SPANISH;
        assertEquals("generación de 2024", spanish.said("class of 2024"));
        assertEquals(
                "Inscripción dentro del año siguiente a la graduación, generación de 2024: brecha frente a la meta de 60 %",
                spanish.said("Enrolled within a year of graduation, class of 2024: gap to the goal of 60 %"));
        assertEquals("Mujeres x Bajos ingresos", spanish.said("Female x Low income"));
        assertEquals("de 46 % a 60 %: +14 puntos, +30.4 %", spanish.said("46 % to 60 %: +14 points, +30.4 %"));
        for (String alike : List.of("", "*", "12.5 %", "2023-24", "9fb23456ac8a", "$1,000")) {
            assertTrue(spanish.knows(alike), alike);
            assertEquals(alike, spanish.said(alike));
        }
    }

    @Test
    void textIsToldWholeOrNotAtAll() {
        for (String unknown :
                List.of("Adams Elementary", "Adams Elementary, class of 2024", "Female x Tall", "class of yore")) {
            assertFalse(Language.SPANISH.knows(unknown), unknown);
            assertEquals(unknown, Language.SPANISH.said(unknown));
            assertTrue(Language.ENGLISH.knows(unknown), unknown);
        }
        String long1 = "a or b and ".repeat(500);
        assertEquals(long1, Language.SPANISH.said(long1));
    }

    @Test
    void phrasesOfAFileComeBeforeTheOthers() throws IOException {
        Path file = Files.writeString(
                folder.resolve("phrases.es.csv"),
                "english,es\nFemale,Niñas\n\"Readers of grade {0}, {1}\",\"{1}: lectores de grado {0}\"\n");
        Language own = Language.SPANISH.saying(file);
        assertEquals("Niñas", own.said("Female"));
        assertEquals("Niñas x Rural", own.said("Female x Rural"));
        assertEquals("generación de 2024: lectores de grado 3", own.said("Readers of grade 3, class of 2024"));
        assertEquals("Mujeres", Language.SPANISH.said("Female"));
    }

    @Test
    void phrasesThatLackWordsOrPlacesAreRefusedByLine() throws IOException {
        Path file = Files.writeString(
                folder.resolve("phrases.es.csv"), "english,es\nFemale,Niñas\nMale,\nGrade {0},Grado {1}\nOther,Otro\n");
        String message = assertThrows(IllegalArgumentException.class, () -> Language.SPANISH.saying(file))
                .getMessage();
        assertTrue(message.startsWith("phrases.es.csv: "), message);
        assertTrue(message.endsWith("[line 3, line 4]"), message);
        Path other = Files.writeString(folder.resolve("phrases.csv"), "english,vi\nFemale,Nữ\n");
        assertThrows(IllegalArgumentException.class, () -> Language.SPANISH.saying(other));
    }
}
