package org.waymark.io.studenttracker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of the detail file under the spellings that occur: compared by letters and digits alone. */
final class DetailColumns {
    static final String RETURN_FIELD = "requesterreturnfield";
    static final String IDENTIFIER = "youruniqueidentifier";
    static final String HIGH_SCHOOL = "highschoolgraddate";
    static final String FOUND = "recordfoundyn";
    static final String COLLEGE = "collegecodebranch";
    static final String COLLEGE_NAME = "collegename";
    static final String STATE = "collegestate";
    static final String LENGTH = "2year4year";
    static final String CONTROL = "publicprivate";
    static final String BEGIN = "enrollmentbegin";
    static final String END = "enrollmentend";
    static final String STATUS = "enrollmentstatus";
    static final String CIP = "enrollmentcip1";
    static final String MAJOR = "enrollmentmajor1";
    static final String GRADUATED = "graduated";
    static final String GRADUATION = "graduationdate";
    static final String TITLE = "degreetitle";

    private static final List<String> KNOWN = List.of(
            RETURN_FIELD,
            IDENTIFIER,
            HIGH_SCHOOL,
            FOUND,
            COLLEGE,
            COLLEGE_NAME,
            STATE,
            LENGTH,
            CONTROL,
            BEGIN,
            END,
            STATUS,
            CIP,
            MAJOR,
            GRADUATED,
            GRADUATION,
            TITLE);

    private static final Map<String, String> OTHERWISE = otherwise();

    private DetailColumns() {}

    private static Map<String, String> otherwise() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("recordfound", FOUND);
        names.put("collegecode", COLLEGE);
        names.put("a2or4year", LENGTH);
        names.put("2yearor4year", LENGTH);
        names.put("2yr4yr", LENGTH);
        names.put("publicorprivate", CONTROL);
        names.put("enrollmentbegindate", BEGIN);
        names.put("enrolmentbegin", BEGIN);
        names.put("enrollmentenddate", END);
        names.put("enrolmentend", END);
        names.put("enrolmentstatus", STATUS);
        names.put("major", MAJOR);
        names.put("enrollmentmajor", MAJOR);
        names.put("enrollmentcip", CIP);
        names.put("graduationflag", GRADUATED);
        names.put("uniqueidentifier", IDENTIFIER);
        names.put("returnfield", RETURN_FIELD);
        names.put("highschoolgraduationdate", HIGH_SCHOOL);
        return names;
    }

    /** The column that each header means; empty for one that is not read. */
    static List<String> of(List<String> headers) {
        List<String> names = new ArrayList<>();
        for (String header : headers) {
            String normal = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            names.add(KNOWN.contains(normal) ? normal : OTHERWISE.getOrDefault(normal, ""));
        }
        return names;
    }
}
