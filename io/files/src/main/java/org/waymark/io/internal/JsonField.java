package org.waymark.io.internal;

import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/**
 * One member of a flat object.
 *
 * @param name its name
 * @param kind what its value is
 * @param text the value as text; empty for null and for nested values
 */
record JsonField(String name, Kind kind, String text) {
    /** What a value is. */
    enum Kind {
        TEXT,
        BARE,
        NESTED
    }

    /**
     * Gives the field to a receiver.
     *
     * @return whether the row can be used: not if it has characters that nobody sees, or half ones
     */
    boolean put(int column, String header, String source, long line, Rows rows, FindingLog findings) {
        char[] value = text.toCharArray();
        switch (kind) {
            case NESTED -> {
                findings.add(Finding.error(Reason.WRONG_SOURCE, source, line, header, "a plain value, no nested one"));
                rows.unfit(column);
            }
            case BARE -> rows.bare(column, value, 0, value.length);
            case TEXT -> {
                if (hasUnseen()) {
                    findings.add(Finding.error(
                            Reason.BROKEN_ENCODING,
                            source,
                            line,
                            header,
                            "text without control characters, half ones and others that nobody sees; the row was left"
                                    + " out"));
                    return false;
                }
                rows.field(column, value, 0, value.length);
            }
        }
        return true;
    }

    private boolean hasUnseen() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || StrictText.isUnseen(c)) {
                return true;
            }
        }
        return false;
    }
}
