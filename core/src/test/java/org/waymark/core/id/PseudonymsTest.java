package org.waymark.core.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final Pseudonyms STUDY = Pseudonyms.of(KEY, "study", 1);

    /** Worked out by Python's hmac over the bytes that the class says. */
    @Test
    void nameIsThatOfAnotherProgram() {
        assertEquals("754be674accaec10700635638e95eb3f", STUDY.of("0904-17"));
    }

    @Test
    void sameIdHasTheSameNameAndNothingElseHas() {
        assertEquals(STUDY.of("0904-17"), Pseudonyms.of(KEY.clone(), "study", 1).of("0904-17"));
        assertNotEquals(STUDY.of("0904-17"), STUDY.of("904-17"));
        assertNotEquals(STUDY.of("0904-17"), Pseudonyms.of(KEY, "study", 2).of("0904-17"));
        assertNotEquals(STUDY.of("0904-17"), Pseudonyms.of(KEY, "other", 1).of("0904-17"));
        assertNotEquals(
                Pseudonyms.of(KEY, "a", 1).of("bc"), Pseudonyms.of(KEY, "ab", 1).of("c"));
        byte[] other = KEY.clone();
        other[31] ^= 1;
        assertNotEquals(STUDY.of("0904-17"), Pseudonyms.of(other, "study", 1).of("0904-17"));
    }

    @Test
    void manyIdsHaveAsManyNamesInTheirOrder() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            ids.add("id" + i);
        }
        assertEquals(ids, List.copyOf(STUDY.of(ids).keySet()));
        assertEquals(2_000, new LinkedHashSet<>(STUDY.of(ids).values()).size());
        assertEquals(1, STUDY.of(List.of("a", "a")).size());
    }

    @Test
    void keyIsCopiedAndNeverPrinted() {
        byte[] key = KEY.clone();
        Pseudonyms names = Pseudonyms.of(key, "study", 1);
        String before = names.of("a");
        key[0] = 0;
        assertEquals(before, names.of("a"));
        assertFalse(names.toString().contains(HexFormat.of().formatHex(KEY)));
        assertFalse(names.toString().contains("0123456789"));
    }

    @Test
    void shortKeysAndNamelessPurposesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Pseudonyms.of(new byte[31], "study", 1));
        assertThrows(IllegalArgumentException.class, () -> Pseudonyms.of(KEY, " ", 1));
        assertThrows(IllegalArgumentException.class, () -> Pseudonyms.of(KEY, "study", 0));
    }
}
