package org.waymark.io.badge;

import java.util.List;
import org.waymark.core.result.Reason;

/** The contexts by which a credential says to which version of which standard it holds. */
final class Contexts {
    static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    static final String RECORDS = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";
    private static final String OLD_CREDENTIALS = "https://www.w3.org/2018/credentials/v1";

    private Contexts() {}

    /** Whether it is the form of version 1.1 of the data model of verifiable credentials. */
    static boolean isOldForm(Claim credential) {
        return credential.at("@context").texts().contains(OLD_CREDENTIALS);
    }

    /** Whether it is Open Badges 2.0, which is another format. */
    static boolean isBadges2(Claim credential) {
        List<String> types = credential.at("type").texts();
        return credential.at("@context").texts().stream().anyMatch(c -> c.startsWith("https://w3id.org/openbadges/v"))
                || types.contains("Assertion")
                || types.contains("BadgeClass");
    }

    /** Makes a finding of each context that is missing or not the standard's own. */
    static void check(Claim credential, boolean record) {
        Claim claim = credential.at("@context");
        List<String> contexts = claim.texts();
        if (contexts.contains(OLD_CREDENTIALS)) {
            claim.report().olderForm(claim.line(), claim.where(), "the form of VC 2.0; it was read in that of VC 1.1");
        } else if (!contexts.contains(CREDENTIALS)) {
            claim.wrong(Reason.MISSING_VALUE, "the context of verifiable credentials");
        } else if (!contexts.get(0).equals(CREDENTIALS)) {
            claim.report()
                    .warning(
                            Reason.WRONG_TYPE,
                            claim.line(),
                            claim.where(),
                            "the context of verifiable credentials as the first");
        }
        one(claim, contexts, BADGES, "Open Badges 3.0.3", "/ob/v3p0/", "openbadges-specification");
        if (record) {
            one(claim, contexts, RECORDS, "CLR 2.0.1", "/clr/v2p0/", "clr-specification");
        }
    }

    private static void one(Claim claim, List<String> contexts, String current, String name, String... like) {
        if (contexts.contains(current)) {
            return;
        }
        boolean older = contexts.stream().anyMatch(c -> List.of(like).stream().anyMatch(c::contains));
        if (older) {
            claim.report().olderForm(claim.line(), claim.where(), "the context of " + name + "; an older one was read");
        } else {
            claim.wrong(Reason.MISSING_VALUE, "the context of " + name);
        }
    }
}
