package org.waymark.io.badge;

import java.time.Instant;
import java.util.Optional;

/**
 * What an issuer says about somebody, after the data model of the W3C: one achievement, or a learner's whole record.
 *
 * <p>"Verifiable" is the standard's word: whether it holds can be told only of a signed one, and not by this library.
 */
public sealed interface VerifiableCredential permits Badge, LearnerRecord {
    /** Its own id, an address or a URN. */
    String id();

    /** Its name. */
    Optional<String> name();

    /** Who says it. */
    Profile issuer();

    /** Of whom. */
    Recipient recipient();

    /** From when on it holds, inclusive. */
    Instant validFrom();

    /** Until when it holds; empty if without end. */
    Optional<Instant> validUntil();
}
