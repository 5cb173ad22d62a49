package org.waymark.io.oneroster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one version and their columns, as data.
 *
 * <p>A column is written as its header, {@code !} if it must be filled, {@code *} if it holds a list, and behind a colon
 * what it holds: a day, a time, a yes or no, a word of a vocabulary, or {@code >} and the file whose ids it refers to.
 */
final class Layout {
    /** What a column holds. */
    enum Kind {
        TEXT,
        DAY,
        TIME,
        YES_NO,
        WORD,
        REFERENCE
    }

    /** One column. */
    record Column(String header, boolean required, boolean list, Kind kind, List<String> words, String target) {}

    /** Every file that some version defines; only those with columns below are read. */
    static final List<String> FILES = List.of(
            "academicSessions",
            "categories",
            "classes",
            "classResources",
            "courses",
            "courseResources",
            "demographics",
            "enrollments",
            "lineItemLearningObjectiveIds",
            "lineItems",
            "lineItemScoreScales",
            "orgs",
            "resources",
            "resultLearningObjectiveIds",
            "results",
            "resultScoreScales",
            "roles",
            "scoreScales",
            "userProfiles",
            "userResources",
            "users");

    static final List<String> VERSION_1_2_ONLY = List.of(
            "lineItemLearningObjectiveIds",
            "lineItemScoreScales",
            "resultLearningObjectiveIds",
            "resultScoreScales",
            "roles",
            "scoreScales",
            "userProfiles",
            "userResources");

    static final List<String> RACES = List.of(
            "americanIndianOrAlaskaNative",
            "asian",
            "blackOrAfricanAmerican",
            "nativeHawaiianOrOtherPacificIslander",
            "white");

    private static final String HEAD = "sourcedId! status:status dateLastModified:time ";
    private static final String SEX_1_1 = "male female";
    private static final String SEX_1_2 = "male female unspecified other";

    static final Layout V1_1 = new Layout("1.1", SEX_1_1)
            .with(
                    "users",
                    "enabledUser!:bool orgSourcedIds!*:>orgs role!:userRole username! userIds* givenName! familyName! "
                            + "middleName identifier email sms phone agentSourcedIds*:>users grades* password");

    static final Layout V1_2 = new Layout("1.2", SEX_1_2)
            .with(
                    "users",
                    "enabledUser!:bool username! userIds* givenName! familyName! middleName identifier email sms phone "
                            + "agentSourcedIds*:>users grades* password userMasterIdentifier preferredGivenName "
                            + "preferredMiddleName preferredFamilyName primaryOrgSourcedId:>orgs pronouns")
            .with(
                    "roles",
                    "userSourcedId!:>users roleType!:roleType role!:role beginDate:day endDate:day "
                            + "orgSourcedId!:>orgs userProfileSourcedId:>userProfiles")
            .with(
                    "userProfiles",
                    "userSourcedId!:>users profileType! vendorId! applicationId description credentialType! username! "
                            + "password");

    private final String version;
    private final Map<String, List<Column>> columns = new LinkedHashMap<>();
    private final Map<String, List<String>> vocabularies = new LinkedHashMap<>();

    private Layout(String version, String sex) {
        this.version = version;
        word("status", "active tobedeleted");
        word("orgType", "department school district local state national");
        word("sessionType", "gradingPeriod semester schoolYear term");
        word("classType", "homeroom scheduled");
        word("userRole", "administrator aide guardian parent proctor relative student teacher");
        word("roleType", "primary secondary");
        word(
                "role",
                "aide counselor districtAdministrator guardian parent principal proctor relative siteAdministrator "
                        + "student systemAdministrator teacher");
        word("enrollmentRole", "administrator proctor student teacher");
        word("sex", sex);
        with(
                "academicSessions",
                "title! type!:sessionType startDate!:day endDate!:day parentSourcedId:>academicSessions schoolYear!");
        with("orgs", "name! type!:orgType identifier parentSourcedId:>orgs");
        with(
                "courses",
                "schoolYearSourcedId:>academicSessions title! courseCode grades* orgSourcedId!:>orgs subjects* "
                        + "subjectCodes*");
        with(
                "classes",
                "title! grades* courseSourcedId!:>courses classCode classType!:classType location "
                        + "schoolSourcedId!:>orgs termSourcedIds!*:>academicSessions subjects* subjectCodes* periods*");
        with(
                "demographics",
                "birthDate:day sex:sex americanIndianOrAlaskaNative:bool asian:bool blackOrAfricanAmerican:bool "
                        + "nativeHawaiianOrOtherPacificIslander:bool white:bool demographicRaceTwoOrMoreRaces:bool "
                        + "hispanicOrLatinoEthnicity:bool countryOfBirthCode stateOfBirthAbbreviation cityOfBirth "
                        + "publicSchoolResidenceStatus");
        with(
                "enrollments",
                "classSourcedId!:>classes schoolSourcedId!:>orgs userSourcedId!:>users role!:enrollmentRole "
                        + "primary:bool beginDate:day endDate:day");
    }

    private void word(String name, String words) {
        vocabularies.put(name, List.of(words.split(" ", -1)));
    }

    private Layout with(String file, String spec) {
        List<Column> list = new ArrayList<>();
        for (String token : (HEAD + spec).split(" ", -1)) {
            int colon = token.indexOf(':');
            String head = colon < 0 ? token : token.substring(0, colon);
            list.add(column(head, colon < 0 ? "" : token.substring(colon + 1)));
        }
        columns.put(file, Collections.unmodifiableList(list));
        return this;
    }

    private Column column(String head, String holds) {
        Kind kind = switch (holds) {
            case "" -> Kind.TEXT;
            case "day" -> Kind.DAY;
            case "time" -> Kind.TIME;
            case "bool" -> Kind.YES_NO;
            default -> holds.startsWith(">") ? Kind.REFERENCE : Kind.WORD;
        };
        return new Column(
                head.replace("!", "").replace("*", ""),
                head.contains("!"),
                head.contains("*"),
                kind,
                kind == Kind.WORD ? vocabularies.getOrDefault(holds, List.of()) : List.of(),
                kind == Kind.REFERENCE ? holds.substring(1) : "");
    }

    /** The version, {@code 1.1} or {@code 1.2}. */
    String version() {
        return version;
    }

    /** Whether words of one's own, {@code ext:...}, may stand where a vocabulary is. */
    boolean isExtensible() {
        return !version.equals("1.1");
    }

    /** The columns of a file; empty if this version does not have it or nothing of it is read. */
    Optional<List<Column>> columns(String file) {
        return Optional.ofNullable(columns.get(file));
    }

    /** The files that are read. */
    List<String> files() {
        return List.copyOf(columns.keySet());
    }

    /** The files that this version defines. */
    List<String> defined() {
        return FILES.stream()
                .filter(file -> !version.equals("1.1") || !VERSION_1_2_ONLY.contains(file))
                .toList();
    }
}
