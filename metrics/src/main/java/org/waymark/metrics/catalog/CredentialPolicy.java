package org.waymark.metrics.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * What counts as a credential.
 *
 * @param name what the policy is called in print, a word for stable ids
 * @param kinds the kinds of awards that count
 */
public record CredentialPolicy(String name, List<String> kinds) {
    /** Whatever is earned after high school: certificates, licences, apprenticeships, degrees; no diploma and no badge. */
    public static final CredentialPolicy POSTSECONDARY = new CredentialPolicy(
            "postsecondary",
            List.of(
                    "INDUSTRY_CERTIFICATION",
                    "LICENSE",
                    "CERTIFICATE_LT1Y",
                    "CERTIFICATE_1TO2Y",
                    "CERTIFICATE_2TO4Y",
                    "APPRENTICESHIP_CERTIFICATE",
                    "ASSOCIATE",
                    "BACHELOR",
                    "POST_BACHELOR_CERT",
                    "MASTER",
                    "DOCTORAL_PROFESSIONAL",
                    "DOCTORAL_RESEARCH"));

    /** The same with badges and microcredentials. */
    public static final CredentialPolicy WITH_BADGES = POSTSECONDARY.with("with-badges", "BADGE");

    /** Degrees alone. */
    public static final CredentialPolicy DEGREES = new CredentialPolicy(
            "degrees", List.of("ASSOCIATE", "BACHELOR", "MASTER", "DOCTORAL_PROFESSIONAL", "DOCTORAL_RESEARCH"));

    /** Copies the kinds; refuses none. */
    public CredentialPolicy {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds: must hold one at least");
        }
    }

    /** A policy under another name that counts more kinds. */
    public CredentialPolicy with(String otherName, String... more) {
        List<String> all = new ArrayList<>(kinds);
        all.addAll(List.of(more));
        return new CredentialPolicy(otherName, all);
    }
}
