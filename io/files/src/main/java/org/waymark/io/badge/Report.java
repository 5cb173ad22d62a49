package org.waymark.io.badge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;

/** What is found while one credential is read, what is the same throughout a document told once. */
final class Report {
    /** Members of the standard that belong to nothing in the records here. */
    private static final List<String> KNOWN = List.of(
            "activityEndDate",
            "activityStartDate",
            "address",
            "audience",
            "credentialSchema",
            "credentialStatus",
            "creditsAvailable",
            "endorsement",
            "endorsementJwt",
            "evidence",
            "fieldOfStudy",
            "humanCode",
            "image",
            "inLanguage",
            "licenseNumber",
            "narrative",
            "proof",
            "refreshService",
            "related",
            "result",
            "resultDescription",
            "role",
            "source",
            "specialization",
            "term",
            "termsOfUse",
            "version");

    private final String source;
    private final FindingLog findings;
    private final Set<String> unread = new TreeSet<>();
    private boolean others;
    private boolean scalar;
    private boolean older;

    Report(String source, FindingLog findings) {
        this.source = source;
        this.findings = findings;
    }

    void error(Reason reason, long line, String where, String expected) {
        findings.add(Finding.error(reason, source, line, where, expected));
    }

    void warning(Reason reason, long line, String where, String expected) {
        findings.add(Finding.warning(reason, source, line, where, expected));
    }

    void note(String words) {
        findings.add(Finding.note(Reason.UNDERSTOOD_AS, source, 0, "", words));
    }

    /** A type as text where a list belongs; told for the first only. */
    void scalarType(long line, String where) {
        if (!scalar) {
            scalar = true;
            warning(
                    Reason.WRONG_TYPE,
                    line,
                    where,
                    "a list of types; the text was taken for a list of one, here and elsewhere");
        }
    }

    /** A form of earlier versions or of drafts; told for the first only. */
    void olderForm(long line, String where, String expected) {
        if (!older) {
            older = true;
            warning(Reason.OLDER_FORM, line, where, expected);
        }
    }

    /** A member that is passed over. */
    void unread(String name) {
        if (KNOWN.contains(name)) {
            unread.add(name);
        } else {
            others = true;
        }
    }

    /** Tells what was passed over, the standard's names by name. */
    void finish() {
        if (!unread.isEmpty() || others) {
            findings.add(Finding.note(
                    Reason.UNREAD_COLUMNS,
                    source,
                    0,
                    "",
                    "members that were not read: " + String.join(", ", unread)
                            + (others
                                    ? (unread.isEmpty() ? "" : ", and ") + "some that the standard does not name"
                                    : "")));
        }
    }

    boolean hasErrors() {
        return findings.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /** Says that nothing is handed out, and what was recognised. */
    void refuse(String name) {
        error(
                Reason.WRONG_SOURCE,
                0,
                "",
                "a credential of Open Badges 3.0 or CLR 2.0; this is: " + name + "; nothing was handed out");
    }
}
