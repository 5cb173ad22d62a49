package org.waymark.io.internal;

/** Tells well-formed UTF-8 without making text of it. */
final class Utf8 {
    private Utf8() {}

    /**
     * Whether bytes are well-formed UTF-8 (Unicode, table 3-7) and none of them may begin a character that nobody sees;
     * of those that may some are seen, too.
     */
    static boolean isPlain(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            byte lead = bytes[at++];
            if (lead >= 0) {
                continue;
            }
            int length = length(lead);
            if (length == 0 || StrictText.isSuspicious(lead) || at + length > to) {
                return false;
            }
            int low = lead == (byte) 0xE0 ? 0xA0 : lead == (byte) 0xF0 ? 0x90 : 0x80;
            int high = lead == (byte) 0xED ? 0x9F : lead == (byte) 0xF4 ? 0x8F : 0xBF;
            for (int i = 0; i < length; i++) {
                int next = bytes[at++] & 0xFF;
                if (next < low || next > high) {
                    return false;
                }
                low = 0x80;
                high = 0xBF;
            }
        }
        return true;
    }

    /** How many bytes follow one that begins a character of more than one; 0 if none begins with it. */
    private static int length(byte lead) {
        int value = lead & 0xFF;
        if (value < 0xC2 || value > 0xF4) {
            return 0;
        }
        return value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
    }
}
