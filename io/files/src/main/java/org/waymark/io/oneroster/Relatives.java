package org.waymark.io.oneroster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats that people call OneRoster and that are something else. */
final class Relatives {
    private static final Pattern ED_FI = Pattern.compile("<(?:\\w+:)?(Interchange[A-Za-z]{0,60})\\b");

    private Relatives() {}

    /** The name of the other format; empty if nothing speaks for one. */
    static Optional<String> of(Bundle bundle) {
        for (String document : bundle.documents()) {
            Matcher root = ED_FI.matcher(document);
            if (root.find()) {
                return Optional.of("recognised Ed-Fi interchange XML (" + root.group(1) + ")");
            }
        }
        Map<String, List<String>> files = bundle.headers();
        if (files.containsKey("manifest")) {
            return Optional.empty();
        }
        if (isSchoolDataSync(files)) {
            return Optional.of("Microsoft School Data Sync");
        }
        return isVersion10(files) ? Optional.of("OneRoster 1.0") : Optional.empty();
    }

    private static boolean isSchoolDataSync(Map<String, List<String>> files) {
        boolean first = files.values().stream().anyMatch(headers -> has(headers, "SIS ID"));
        return first
                || has(files, "users", "activeDirectoryMatchId")
                || has(files, "classes", "sessionSourcedIds")
                || has(files, "demographics", "ethnicityCodes")
                || files.containsKey("roles") && !has(files, "roles", "sourcedId");
    }

    private static boolean isVersion10(Map<String, List<String>> files) {
        return has(files, "users", "userId")
                || has(files, "users", "agents")
                || has(files, "demographics", "userSourcedId")
                || files.containsKey("academicSessions") && !has(files, "academicSessions", "schoolYear");
    }

    private static boolean has(Map<String, List<String>> files, String file, String header) {
        return has(files.getOrDefault(file, List.of()), header);
    }

    private static boolean has(List<String> headers, String header) {
        return headers.stream().anyMatch(h -> h.toLowerCase(Locale.ROOT).equals(header.toLowerCase(Locale.ROOT)));
    }
}
