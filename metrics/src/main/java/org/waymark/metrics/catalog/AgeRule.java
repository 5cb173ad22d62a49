package org.waymark.metrics.catalog;

/** How "by an age" is read. */
public enum AgeRule {
    /** While of that age at most: before the birthday after it. */
    WHILE_AGED,
    /** Before the birthday on which that age is reached. */
    BEFORE_BIRTHDAY
}
