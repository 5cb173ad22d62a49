package org.waymark.io.badge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.credential.CredentialKind;

/** The standard's types of achievements, and which of them are which kind of credential. */
final class AchievementTypes {
    static final String COURSE = "Course";
    static final String PROGRAM = "LearningProgram";

    private static final Map<CredentialKind, String> TYPES = types();
    private static final List<CredentialKind> CERTIFICATES = List.of(
            CredentialKind.CERTIFICATE_LT1Y,
            CredentialKind.CERTIFICATE_1TO2Y,
            CredentialKind.CERTIFICATE_2TO4Y,
            CredentialKind.POST_BACHELOR_CERT);

    private AchievementTypes() {}

    private static Map<CredentialKind, String> types() {
        Map<CredentialKind, String> types = new EnumMap<>(CredentialKind.class);
        types.put(CredentialKind.SECONDARY_DIPLOMA, "SecondarySchoolDiploma");
        types.put(CredentialKind.EQUIVALENCY, "GeneralEducationDevelopment");
        types.put(CredentialKind.BADGE, "Badge");
        types.put(CredentialKind.INDUSTRY_CERTIFICATION, "Certification");
        types.put(CredentialKind.LICENSE, "License");
        types.put(CredentialKind.CERTIFICATE_LT1Y, "Certificate");
        types.put(CredentialKind.CERTIFICATE_1TO2Y, "Certificate");
        types.put(CredentialKind.CERTIFICATE_2TO4Y, "Certificate");
        types.put(CredentialKind.APPRENTICESHIP_CERTIFICATE, "ApprenticeshipCertificate");
        types.put(CredentialKind.ASSOCIATE, "AssociateDegree");
        types.put(CredentialKind.BACHELOR, "BachelorDegree");
        types.put(CredentialKind.POST_BACHELOR_CERT, "Certificate");
        types.put(CredentialKind.MASTER, "MasterDegree");
        types.put(CredentialKind.DOCTORAL_PROFESSIONAL, "ProfessionalDoctorate");
        types.put(CredentialKind.DOCTORAL_RESEARCH, "ResearchDoctorate");
        return Collections.unmodifiableMap(types);
    }

    static String typeOf(CredentialKind kind) {
        String type = TYPES.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("kind: must have a type, was " + kind);
        }
        return type;
    }

    /** The kind as a person says it. */
    static String nameOf(CredentialKind kind) {
        return switch (kind) {
            case SECONDARY_DIPLOMA -> "High school diploma";
            case EQUIVALENCY -> "High school equivalency";
            case BADGE -> "Badge";
            case INDUSTRY_CERTIFICATION -> "Industry certification";
            case LICENSE -> "License";
            case CERTIFICATE_LT1Y -> "Certificate of less than one year";
            case CERTIFICATE_1TO2Y -> "Certificate of one to two years";
            case CERTIFICATE_2TO4Y -> "Certificate of two to four years";
            case APPRENTICESHIP_CERTIFICATE -> "Apprenticeship certificate";
            case ASSOCIATE -> "Associate degree";
            case BACHELOR -> "Bachelor's degree";
            case POST_BACHELOR_CERT -> "Certificate after a bachelor's degree";
            case MASTER -> "Master's degree";
            case DOCTORAL_PROFESSIONAL -> "Professional doctorate";
            case DOCTORAL_RESEARCH -> "Research doctorate";
        };
    }

    /** What must stand beside the type so that the kind comes back. */
    static List<String> tagsOf(CredentialKind kind) {
        return CERTIFICATES.contains(kind) ? List.of(kind.name()) : List.of();
    }

    static Optional<CredentialKind> kindOf(String type, List<String> tags) {
        if (type.equals("Certificate")) {
            return CERTIFICATES.stream()
                    .filter(kind -> tags.contains(kind.name()))
                    .findFirst();
        }
        if (type.equals("MicroCredential")) {
            return Optional.of(CredentialKind.BADGE);
        }
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
