package org.waymark.core.population;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Texts that are found by their bytes are found like the keys of a map, wherever in an array they lie. */
class KnownTextsProperties {
    /** Texts of few characters and many lengths, so that many of them agree at both ends. */
    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a", "b", "ab", "é", "aaaaaaaa", "baaaaaaa", "\u0000")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .list()
                .ofMaxSize(200);
    }

    @Property(tries = 500)
    void findsWhatAMapFinds(
            @ForAll("texts") List<String> texts,
            @ForAll @IntRange(max = 9) int before,
            @ForAll @IntRange(max = 9) int behind) {
        KnownTexts known = new KnownTexts();
        Map<String, Integer> plain = new LinkedHashMap<>();
        for (String text : texts) {
            byte[] own = text.getBytes(StandardCharsets.UTF_8);
            byte[] array = new byte[before + own.length + behind];
            Arrays.fill(array, (byte) 'a');
            System.arraycopy(own, 0, array, before, own.length);
            int expected = plain.getOrDefault(text, KnownTexts.NOT_KNOWN);
            assertEquals(expected, known.find(array, before, before + own.length), text);
            if (expected == KnownTexts.NOT_KNOWN) {
                known.add(array, before, before + own.length, plain.size());
                plain.put(text, plain.size());
            }
            assertEquals(text, KnownTexts.text(array, before, before + own.length));
        }
        plain.forEach((text, code) -> {
            byte[] own = text.getBytes(StandardCharsets.UTF_8);
            assertEquals(code, known.find(own, 0, own.length), text);
        });
    }

    /** Numbered names, as those of schools are, and more of them than are remembered. */
    @Property(tries = 1)
    void textsBeyondTheMostAreNotKnown() {
        KnownTexts known = new KnownTexts();
        for (int i = 0; i < 100_000; i++) {
            byte[] name = ("School " + i).getBytes(StandardCharsets.UTF_8);
            assertEquals(KnownTexts.NOT_KNOWN, known.find(name, 0, name.length));
            known.add(name, 0, name.length, i);
        }
        int found = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] name = ("School " + i).getBytes(StandardCharsets.UTF_8);
            int code = known.find(name, 0, name.length);
            assertEquals(code < 0 ? KnownTexts.NOT_KNOWN : i, code);
            found += code < 0 ? 0 : 1;
        }
        assertEquals(1 << 15, found);
    }
}
