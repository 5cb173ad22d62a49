package org.waymark.io.oneroster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/** Knows headers again that are misspelt, or that bear the name of an earlier version. */
final class Headers {
    /** Headers of OneRoster 1.0 that still occur, by file and header in small letters. */
    private static final Map<String, String> EARLIER = Map.ofEntries(
            Map.entry("demographics.usersourcedid", "sourcedId"),
            Map.entry("users.userid", "userIds"),
            Map.entry("users.agents", "agentSourcedIds"));

    private final String file;
    private final List<String> known;

    Headers(String file, List<String> known) {
        this.file = file;
        this.known = known;
    }

    /** What each header is called in the layout; an empty name for one that is not read. */
    List<String> names(List<String> headers, String source, long line, FindingLog findings) {
        List<String> names = new ArrayList<>();
        int unread = 0;
        for (String header : headers) {
            if (known.contains(header)) {
                names.add(header);
            } else if (header.isEmpty()) {
                findings.add(Finding.warning(Reason.MISSPELT_HEADER, source, line, "", "a header over each column"));
                names.add("");
            } else {
                String earlier = EARLIER.getOrDefault(file + "." + header.toLowerCase(Locale.ROOT), "");
                String meant = earlier.isEmpty() ? meant(header, headers) : earlier;
                if (!meant.isEmpty()) {
                    findings.add(Finding.warning(
                            earlier.isEmpty() ? Reason.MISSPELT_HEADER : Reason.OLDER_FORM,
                            source,
                            line,
                            header,
                            "the header " + meant + "; read as such"));
                }
                unread += meant.isEmpty() ? 1 : 0;
                names.add(meant);
            }
        }
        if (unread > 0) {
            findings.add(Finding.note(
                    Reason.UNREAD_COLUMNS, source, line, "", unread + " columns that the format does not have"));
        }
        return names;
    }

    /** The one known header that is at most two letters away and not there itself. */
    private String meant(String header, List<String> headers) {
        String best = "";
        int least = 3;
        for (String name : known) {
            int distance = distance(header.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (!headers.contains(name) && distance < least && distance * 4 < name.length()) {
                best = name;
                least = distance;
            }
        }
        return best;
    }

    /** How many letters must be put in, taken away or changed to come from one to the other. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
