package org.waymark.core.place;

/** The twelve locale codes of the National Center for Education Statistics. */
public enum NcesLocale {
    /** 11: principal city, 250,000 people or more. */
    CITY_LARGE,
    /** 12: principal city, 100,000 to 250,000 people. */
    CITY_MIDSIZE,
    /** 13: principal city, fewer than 100,000 people. */
    CITY_SMALL,
    /** 21: outside a principal city, in an urban area of 250,000 or more. */
    SUBURB_LARGE,
    /** 22: outside a principal city, in an urban area of 100,000 to 250,000. */
    SUBURB_MIDSIZE,
    /** 23: outside a principal city, in an urban area of fewer than 100,000. */
    SUBURB_SMALL,
    /** 31: town at most 10 miles from an urban area. */
    TOWN_FRINGE,
    /** 32: town 10 to 35 miles from an urban area. */
    TOWN_DISTANT,
    /** 33: town more than 35 miles from an urban area. */
    TOWN_REMOTE,
    /** 41: rural, at most 5 miles from an urban area. */
    RURAL_FRINGE,
    /** 42: rural, 5 to 25 miles from an urban area. */
    RURAL_DISTANT,
    /** 43: rural, more than 25 miles from an urban area. */
    RURAL_REMOTE
}
