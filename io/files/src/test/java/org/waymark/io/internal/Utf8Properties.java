package org.waymark.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is taken for well-formed UTF-8 is what the JDK's strict decoder takes, less what may be unseen. */
class Utf8Properties {
    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    /** Every code point by itself, so that no range is left to chance. */
    @Property(tries = 1)
    void everyCharacterIsJudgedAlike() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                continue;
            }
            byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            boolean suspicious = bytes[0] < 0 && StrictText.isSuspicious(bytes[0]);
            assertEquals(!suspicious, Utf8.isPlain(bytes, 0, bytes.length), Integer.toHexString(point));
            for (char c : Character.toChars(point)) {
                assertTrue(suspicious || bytes[0] >= 0 || !StrictText.isUnseen(c), Integer.toHexString(point));
            }
        }
    }

    /** All pairs and, behind each lead, all second and third bytes: the JDK refuses what is refused here, and nothing else. */
    @Property(tries = 1)
    void everyShortSequenceIsJudgedAlike() {
        for (int lead = 0x80; lead <= 0xFF; lead++) {
            boolean suspicious = StrictText.isSuspicious((byte) lead);
            for (int second = 0; second <= 0xFF; second++) {
                check(suspicious, new byte[] {(byte) lead, (byte) second});
                for (int third : new int[] {0x00, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF}) {
                    check(suspicious, new byte[] {(byte) lead, (byte) second, (byte) third});
                    check(suspicious, new byte[] {(byte) lead, (byte) second, (byte) third, (byte) 0x80});
                }
            }
        }
    }

    private static void check(boolean suspicious, byte[] bytes) {
        boolean plain = Utf8.isPlain(bytes, 0, bytes.length);
        if (plain) {
            assertTrue(decodes(bytes), () -> Arrays.toString(bytes));
        } else if (!suspicious && bytes[1] >= (byte) 0x80 && bytes[bytes.length - 1] < 0) {
            // Of the bytes behind the lead one may itself begin a character that is suspicious.
            boolean other = false;
            for (byte b : bytes) {
                other |= b < 0 && StrictText.isSuspicious(b);
            }
            assertTrue(other || !decodes(bytes), () -> Arrays.toString(bytes));
        }
    }

    @Property(tries = 1_000)
    void brokenTextIsFoundWhereverItIs(
            @ForAll("texts") String text, @ForAll @IntRange(max = 200) int place, @ForAll byte wrong) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertTrue(Utf8.isPlain(bytes, 0, bytes.length));
        if (bytes.length > 0) {
            bytes[place % bytes.length] = wrong;
        }
        if (!decodes(bytes)) {
            assertFalse(Utf8.isPlain(bytes, 0, bytes.length));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "é", "ñ", "漢", "ß", "😀", " ", "Zürich")
                .filter(part -> {
                    byte lead = part.getBytes(StandardCharsets.UTF_8)[0];
                    return lead >= 0 || !StrictText.isSuspicious(lead);
                })
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
