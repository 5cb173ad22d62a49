package org.waymark.io.sql.internal;

import java.util.Optional;
import org.waymark.core.schema.Unknown;

/**
 * Labels of a row as expressions.
 *
 * @param value the label, or the list of labels; null if there is none
 * @param several whether the value is a list
 * @param reason why they are unknown, as {@link Truths} writes reasons; 0 if they are known
 * @param absent what the reason is wherever the value is null, if that alone decides
 */
record LabelSql(String value, boolean several, String reason, Optional<Integer> absent) {
    private static final int NOT_REPORTED = Truths.unknown(Unknown.NOT_REPORTED);

    /** Labels whose absence always means the same. */
    static LabelSql of(String value, boolean several, int absent) {
        String reason = absent == 0 ? "0" : "CASE WHEN " + value + " IS NULL THEN " + absent + " ELSE 0 END";
        return new LabelSql(value, several, reason, Optional.of(absent));
    }

    /** Labels with a reason of their own. */
    static LabelSql withReason(String value, boolean several, String reason) {
        return new LabelSql(value, several, reason, Optional.empty());
    }

    /** The same of a row of another table, not reported where that row is not there. */
    LabelSql orNotReported(String there) {
        return absent.equals(Optional.of(NOT_REPORTED))
                ? this
                : withReason(
                        value,
                        several,
                        "CASE WHEN " + there + " IS NULL THEN " + NOT_REPORTED + " ELSE " + reason + " END");
    }
}
