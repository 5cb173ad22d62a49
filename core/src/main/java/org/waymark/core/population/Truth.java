package org.waymark.core.population;

import org.waymark.core.schema.Unknown;

/**
 * The answers of a condition as bytes: no, yes, or unknown by reason, and beside it whether a window that it looks at is
 * still open for the member.
 */
final class Truth {
    static final byte NO = 0;
    static final byte YES = 1;
    static final byte OPEN = 0x40;

    private static final int FIRST_REASON = 2;
    private static final Unknown[] REASONS = Unknown.values();

    private Truth() {}

    static byte unknown(Unknown reason) {
        return (byte) (FIRST_REASON + reason.ordinal());
    }

    static byte unknown(int reason) {
        return (byte) (FIRST_REASON + reason);
    }

    /** Whether a byte is an answer at all. */
    static boolean isAnswer(byte truth) {
        return answer(truth) < FIRST_REASON + REASONS.length && truth >= 0;
    }

    static byte answer(byte truth) {
        return (byte) (truth & ~OPEN);
    }

    static boolean isYes(byte truth) {
        return answer(truth) == YES;
    }

    static boolean isNo(byte truth) {
        return answer(truth) == NO;
    }

    static boolean isOpen(byte truth) {
        return (truth & OPEN) != 0;
    }

    static Unknown reason(byte truth) {
        return REASONS[answer(truth) - FIRST_REASON];
    }

    static byte not(byte truth) {
        byte answer = answer(truth);
        return answer > YES ? truth : (byte) (truth ^ YES);
    }

    static byte and(byte a, byte b) {
        return (byte) (bothAnswers(answer(a), answer(b), NO, YES) | (a | b) & OPEN);
    }

    static byte or(byte a, byte b) {
        return (byte) (bothAnswers(answer(a), answer(b), YES, NO) | (a | b) & OPEN);
    }

    /** What decides alone, else what both must be, else the first of the reasons. */
    private static int bothAnswers(byte a, byte b, byte decides, byte neutral) {
        if (a == decides || b == decides) {
            return decides;
        }
        if (a == neutral) {
            return b;
        }
        return b == neutral ? a : Math.min(a, b);
    }
}
