package org.waymark.metrics.disclosure;

import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * What agencies hide, as policies. Of each agency it takes which groups are hidden by themselves, whether empty groups are printed, how
 * rates are told, and of how many members changes are told. What is hidden beside them is decided here: so that nothing can be
 * worked out at the level of the policy, which is more than hiding the next smallest group. Where an agency prints what lets
 * others be found, {@link #differs()} says what is done instead.
 */
public enum Practice {
    /** The Family Educational Rights and Privacy Act names no number; most states take 10. */
    FERPA(
            "FERPA",
            ReleasePolicy.minimum(10),
            "no number in the law: nobody may be identifiable with reasonable certainty to a person in the school community, through"
                    + " single or multiple releases; 39 states take 10",
            "",
            "34 CFR 99.3 and 99.31(b); NCES 2011-603 (2010) for the states"),

    /** The technical brief of the National Center for Education Statistics. */
    NCES(
            "NCES Technical Brief 3",
            ReleasePolicy.minimum(10).coding(RateCoding.EQUAL_BANDS).sizes(SizeCoding.HIDDEN),
            "groups of 10 or more; whole percents without counts beside them, the ends collapsed by the size of the group",
            "bands in place of whole percents below 300 members, for a whole percent can tell the count",
            "NCES 2011-603, SLDS Technical Brief 3 (2010)"),

    /** The federal file of graduation rates of schools. */
    EDFACTS(
            "EDFacts graduation rates",
            ReleasePolicy.minimum(6).coding(RateCoding.EDFACTS),
            "rates of 1 to 5 students hidden; halves up to 15, bands of 20 points up to 30, of 10 up to 60, of 5 up to 300, whole"
                    + " percents above",
            "sizes below 6, which the file prints, are hidden",
            "EDFacts, adjusted cohort graduation rates of schools, 2014-15, as its file has them"),

    /** The federal counts of homeless students. */
    EDFACTS_HOMELESS(
            "EDFacts homeless students",
            ReleasePolicy.minimum(3),
            "0 to 2 students hidden, and the next smallest group if one is hidden alone",
            "",
            "EDFacts, homeless students enrolled"),

    /** Washington's graduation file. */
    WASHINGTON(
            "Washington OSPI",
            ReleasePolicy.minimum(10).zerosPublished(true).coding(RateCoding.NARROW_ENDS),
            "fewer than 10 hidden; that there are no students is told; the ends of rates by size, from <10 % and >90 % to <2 % and >99"
                    + " %; other groups hidden to protect these",
            "ends wide enough for three numbers, and no rate of a hidden group, which the file prints with four decimals",
            "Washington OSPI, Report Card, graduation 2018-19, as its file has it"),

    /** Washington's Education Research and Data Center. */
    WASHINGTON_ERDC(
            "Washington ERDC",
            ReleasePolicy.minimum(10),
            "aggregates alone; fewer than 10 hidden, and others to protect them",
            "",
            "Washington ERDC, dashboards"),

    /** California's community college dashboards. */
    CALIFORNIA_LAUNCHBOARD(
            "California LaunchBoard",
            ReleasePolicy.minimum(10).zerosPublished(true),
            "1 to 9 hidden, and a further group if one is hidden alone; several are shown as a sum",
            "no sum of hidden groups",
            "California Community Colleges, LaunchBoard"),

    /** The surveys on the same dashboards. */
    CALIFORNIA_LAUNCHBOARD_SURVEYS(
            "California LaunchBoard surveys",
            ReleasePolicy.minimum(3).zerosPublished(true),
            "1 or 2 answers hidden",
            "",
            "California Community Colleges, LaunchBoard"),

    /** California's school dashboard. */
    CALIFORNIA_DASHBOARD(
            "California School Dashboard",
            ReleasePolicy.minimum(11).minimumOfChange(20),
            "fewer than 11 hidden, and others to protect them; changes of groups of 20 or more in both years",
            "",
            "California School Dashboard"),

    /** Delaware. */
    DELAWARE(
            "Delaware",
            ReleasePolicy.minimum(16).coding(RateCoding.ENDS_ONLY),
            "15 or fewer hidden; rates above 95 and below 5 percent told as such; rates of which the counts can be found hidden",
            "ends of 10, 20 or 50 points where 5 would hold fewer than three numbers",
            "Delaware Department of Education, redaction rules"),

    /** Wisconsin. */
    WISCONSIN(
            "Wisconsin",
            ReleasePolicy.minimum(6).zerosPublished(true),
            "1 to 5 hidden, directly and indirectly: both halves of a factor of two, or the district in place of a second school",
            "",
            "Wisconsin DPI, https://lbstat.dpi.wi.gov/lbstat_priv_more"),

    /** New York. */
    NEW_YORK(
            "New York",
            ReleasePolicy.minimum(5),
            "fewer than 5 hidden with the next smallest group; hidden groups are shown as a small group total",
            "no total of hidden groups",
            "New York State Education Department, report card database"),

    /** Tennessee. */
    TENNESSEE(
            "Tennessee",
            ReleasePolicy.minimum(10).coding(RateCoding.NARROW_ENDS),
            "fewer than 10 hidden; rates below 1 or above 99 percent hidden",
            "ends wide enough for three numbers",
            "Tennessee Department of Education, data downloads"),

    /** The District of Columbia. */
    DISTRICT_OF_COLUMBIA(
            "District of Columbia",
            ReleasePolicy.minimum(10).coding(RateCoding.ENDS_ONLY),
            "denominators of fewer than 10 hidden, and others to protect them; ends such as <5 % and >=90 % by size",
            "one mark for all that is hidden",
            "DC OSSE, Student Privacy and Data Suppression Policy (2020)");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // A policy is a record of immutable parts.
    private final ReleasePolicy policy;

    private final String rule;
    private final String differs;
    private final String source;

    Practice(String title, ReleasePolicy policy, String rule, String differs, String source) {
        this.title = title;
        this.policy = policy;
        this.rule = rule;
        this.differs = differs;
        this.source = source;
    }

    /** The policy, under the name of the practice. */
    public ReleasePolicy policy() {
        return policy.named(this + ", minimum size " + policy.minimumSize());
    }

    /** What the agency does, in words. */
    public String rule() {
        return rule;
    }

    /** What the policy does otherwise, because the practice lets something be found; empty if nothing. */
    public String differs() {
        return differs;
    }

    /** Where the rule is from. */
    public String source() {
        return source;
    }

    /** All of them as a table. */
    static Table table() {
        Table.Builder table = Table.builder("Rules of agencies, as policies")
                .column(Column.text("practice", "whose rules"))
                .column(Column.count("minimum_size", "groups of fewer members are hidden"))
                .column(Column.text("zeros", "whether empty groups are printed"))
                .column(Column.count(
                        "minimum_outcome", "outcomes of fewer members are hidden where counts are printed"))
                .column(Column.count("minimum_of_change", "changes are told of groups of so many members"))
                .column(Column.text("rates", "how rates are told"))
                .column(Column.text("sizes", "how sizes are told"))
                .column(Column.text("level", "what is promised of a hidden group"))
                .column(Column.text("rule", "what the agency does"))
                .column(Column.text("differs", "what is done otherwise here"))
                .column(Column.text("source", "where the rule is from"));
        for (Practice practice : values()) {
            ReleasePolicy policy = practice.policy;
            table.row(
                    Datum.text(practice.toString()),
                    Datum.whole(policy.minimumSize()),
                    Datum.text(policy.zerosPublished() ? "printed" : "hidden"),
                    Datum.whole(policy.minimumOutcome()),
                    Datum.whole(policy.minimumOfChange()),
                    Datum.text(policy.coding().toString()),
                    Datum.text(policy.sizes().toString()),
                    Datum.text(policy.level().toString()),
                    Datum.text(practice.rule),
                    Datum.text(practice.differs),
                    Datum.text(practice.source));
        }
        return table.build();
    }

    /** Whose rules. */
    @Override
    public String toString() {
        return title;
    }
}
