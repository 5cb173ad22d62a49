package org.waymark.core.student;

import org.waymark.core.schema.Scheme;

/**
 * Named ways to gather the races and the Hispanic answer of a student into groups. Each is data and can be replaced by a
 * user's own {@link Scheme}. A student of whom it is said only that the races are two or more bears the label {@code
 * MULTIPLE}.
 */
public final class RaceSchemes {
    /**
     * The seven federal categories: Hispanic whatever the races, else two or more races, else the one race (Common
     * Education Data Standards, race and ethnicity derived).
     */
    public static final Scheme FEDERAL_7 = Scheme.disjoint("federal 7")
            .any("Hispanic", "HISPANIC")
            .atLeast("Two or more races", 2, "AIAN", "ASIAN", "BLACK", "NHPI", "WHITE")
            .any("Two or more races", "MULTIPLE")
            .any("American Indian/Alaska Native", "AIAN")
            .any("Asian", "ASIAN")
            .any("Black", "BLACK")
            .any("Native Hawaiian/Pacific Islander", "NHPI")
            .any("White", "WHITE")
            .build();

    /** Everybody who names a race or is Hispanic, alone or with others: groups overlap. */
    public static final Scheme ALONE_OR_IN_COMBINATION = Scheme.overlapping("alone or in combination")
            .any("Hispanic", "HISPANIC")
            .any("American Indian/Alaska Native", "AIAN")
            .any("Asian", "ASIAN")
            .any("Black", "BLACK")
            .any("Middle Eastern/North African", "MENA")
            .any("Native Hawaiian/Pacific Islander", "NHPI")
            .any("White", "WHITE")
            .build();

    /**
     * The seven co-equal categories of Statistical Policy Directive 15 as revised in 2024, alone; who names two or more
     * is multiracial or multiethnic.
     */
    public static final Scheme SPD_15_2024 = Scheme.disjoint("SPD 15, 2024")
            .atLeast("Multiracial or multiethnic", 2)
            .any("Multiracial or multiethnic", "MULTIPLE")
            .any("American Indian/Alaska Native", "AIAN")
            .any("Asian", "ASIAN")
            .any("Black", "BLACK")
            .any("Hispanic", "HISPANIC")
            .any("Middle Eastern/North African", "MENA")
            .any("Native Hawaiian/Pacific Islander", "NHPI")
            .any("White", "WHITE")
            .build();

    /** The federal categories under the labels that Washington's report card prints. */
    public static final Scheme OSPI = Scheme.disjoint("OSPI")
            .any("Hispanic/ Latino of any race(s)", "HISPANIC")
            .atLeast("Two or More Races", 2, "AIAN", "ASIAN", "BLACK", "NHPI", "WHITE")
            .any("Two or More Races", "MULTIPLE")
            .any("American Indian/ Alaskan Native", "AIAN")
            .any("Asian", "ASIAN")
            .any("Black/ African American", "BLACK")
            .any("Native Hawaiian/ Other Pacific Islander", "NHPI")
            .any("White", "WHITE")
            .build();

    /** Students of color: everybody known but those who are White alone and not Hispanic. */
    public static final Scheme OF_COLOR = Scheme.disjoint("students of color")
            .any("Students of color", "HISPANIC", "AIAN", "ASIAN", "BLACK", "MENA", "MULTIPLE", "NHPI")
            .others("White alone")
            .build();

    private RaceSchemes() {}
}
