package org.waymark.metrics.catalog;

import org.waymark.core.schema.Condition;
import org.waymark.core.student.Students;

/** Of whom it is asked what came after high school. */
public enum Base {
    /** Those who graduated with a regular diploma. */
    GRADUATES,
    /** Everybody who was enrolled in grade 12 in the school year asked about. */
    SENIORS;

    Condition universe(boolean ofPeriod) {
        if (this == SENIORS) {
            return Keys.enrolledInPeriod("12");
        }
        return ofPeriod ? Keys.graduatedInPeriod() : Students.GRADUATION_DATE.reached();
    }
}
