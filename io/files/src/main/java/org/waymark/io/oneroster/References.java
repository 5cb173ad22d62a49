package org.waymark.io.oneroster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/** Whether every id that is referred to is there. References to a file that has not been read whole yet wait. */
final class References {
    private record Waiting(String target, String id, String source, long line, String header) {}

    private static final List<String> REFERRED_TO =
            List.of("academicSessions", "orgs", "courses", "classes", "users", "userProfiles");

    private final Map<String, Set<String>> ids = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** Takes the id of a row; false if the file had it already. Of enrollments and roles ids are not kept. */
    boolean add(String file, String id) {
        return !REFERRED_TO.contains(file)
                || ids.computeIfAbsent(file, f -> new HashSet<>()).add(id);
    }

    /** Says that a file has been read whole. */
    void complete(String file) {
        read.add(file);
    }

    /** Makes a finding if the id is not there, now or in the end. */
    void check(String target, String id, String source, long line, String header, FindingLog findings) {
        if (!ids.getOrDefault(target, new HashSet<>()).contains(id)) {
            Waiting reference = new Waiting(target, id, source, line, header);
            if (read.contains(target)) {
                dangling(reference, findings);
            } else {
                waiting.add(reference);
            }
        }
    }

    /** Looks again at the references that waited. */
    void settle(FindingLog findings) {
        for (Waiting reference : waiting) {
            if (!ids.getOrDefault(reference.target(), new HashSet<>()).contains(reference.id())) {
                dangling(reference, findings);
            }
        }
        waiting.clear();
        read.addAll(REFERRED_TO);
    }

    private static void dangling(Waiting reference, FindingLog findings) {
        findings.add(Finding.warning(
                Reason.DANGLING_REFERENCE,
                reference.source(),
                reference.line(),
                reference.header(),
                "the id of a row of " + reference.target() + ".csv"));
    }
}
