package org.waymark.core.credential;

/** Kinds of credentials, by level. */
public enum CredentialKind {
    /** High-school diploma; not postsecondary. */
    SECONDARY_DIPLOMA,
    /** High-school equivalency such as the GED; not postsecondary. */
    EQUIVALENCY,
    /** Badge or microcredential; not counted as postsecondary by default. */
    BADGE,
    /** Certification that an industry recognises. */
    INDUSTRY_CERTIFICATION,
    /** Licence to practise. */
    LICENSE,
    /** Certificate of less than one year. */
    CERTIFICATE_LT1Y,
    /** Certificate of one to two years. */
    CERTIFICATE_1TO2Y,
    /** Certificate of two to four years. */
    CERTIFICATE_2TO4Y,
    /** Certificate of completed apprenticeship. */
    APPRENTICESHIP_CERTIFICATE,
    /** Associate degree. */
    ASSOCIATE,
    /** Bachelor degree. */
    BACHELOR,
    /** Certificate after a bachelor degree. */
    POST_BACHELOR_CERT,
    /** Master degree. */
    MASTER,
    /** Professional doctorate. */
    DOCTORAL_PROFESSIONAL,
    /** Research doctorate. */
    DOCTORAL_RESEARCH
}
