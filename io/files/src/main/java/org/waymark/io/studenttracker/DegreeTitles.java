package org.waymark.io.studenttracker;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.credential.CredentialKind;

/** Which kind of credential a degree's title means: the reader's own table first, then words that occur in titles. */
final class DegreeTitles {
    private static final Map<String, CredentialKind> ABBREVIATIONS = abbreviations();

    private final Map<String, CredentialKind> own = new LinkedHashMap<>();
    private final CredentialKind certificate;

    DegreeTitles(Map<String, CredentialKind> own, CredentialKind certificate) {
        own.forEach((title, kind) -> this.own.put(normal(title), kind));
        this.certificate = certificate;
    }

    private static Map<String, CredentialKind> abbreviations() {
        Map<String, CredentialKind> kinds = new LinkedHashMap<>();
        for (String title : new String[] {"AA", "AS", "AAS", "AAAS", "ADN"}) {
            kinds.put(title, CredentialKind.ASSOCIATE);
        }
        for (String title : new String[] {"BA", "BS", "BAS", "BFA", "BSN", "BBA"}) {
            kinds.put(title, CredentialKind.BACHELOR);
        }
        for (String title : new String[] {"MA", "MS", "MBA", "MED", "MFA", "MSW"}) {
            kinds.put(title, CredentialKind.MASTER);
        }
        kinds.put("PHD", CredentialKind.DOCTORAL_RESEARCH);
        kinds.put("EDD", CredentialKind.DOCTORAL_RESEARCH);
        kinds.put("JD", CredentialKind.DOCTORAL_PROFESSIONAL);
        kinds.put("MD", CredentialKind.DOCTORAL_PROFESSIONAL);
        return kinds;
    }

    private static String normal(String title) {
        return title.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", " ").strip();
    }

    /** The kind; empty if no rule fits. */
    Optional<CredentialKind> kindOf(String title) {
        String words = normal(title);
        CredentialKind known = own.getOrDefault(words, ABBREVIATIONS.get(words.replace(" ", "")));
        if (known != null) {
            return Optional.of(known);
        }
        if (words.contains("CERT")) {
            boolean later = words.contains("POST") || words.contains("GRADUATE");
            return Optional.of(
                    later && !words.contains("UNDERGRADUATE") ? CredentialKind.POST_BACHELOR_CERT : certificate);
        }
        if (words.contains("DOCTOR")) {
            boolean research = words.contains("PHILOSOPHY") || words.contains("EDUCATION") || words.contains("SCIENCE");
            return Optional.of(research ? CredentialKind.DOCTORAL_RESEARCH : CredentialKind.DOCTORAL_PROFESSIONAL);
        }
        if (words.contains("MASTER")) {
            return Optional.of(CredentialKind.MASTER);
        }
        if (words.contains("BACHELOR") || words.contains("BACCALAUREATE")) {
            return Optional.of(CredentialKind.BACHELOR);
        }
        if (words.contains("ASSOCIATE")) {
            return Optional.of(CredentialKind.ASSOCIATE);
        }
        return words.contains("DIPLOMA") ? Optional.of(certificate) : Optional.empty();
    }
}
