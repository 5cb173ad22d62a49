package org.waymark.io.badge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Reason;

/** Takes a credential out of a document, in the standard's form and in the forms before it. */
final class CredentialReading {
    private static final String[] BADGE_TYPES = {"AchievementCredential", "OpenBadgeCredential"};
    private static final Achievement NONE = new Achievement(
            "?",
            "?",
            "?",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    private final Report report;
    private final @Nullable LocalDate asOf;

    CredentialReading(Report report, @Nullable LocalDate asOf) {
        this.report = report;
        this.asOf = asOf;
    }

    /** The credential; empty after a finding. */
    Optional<VerifiableCredential> credential(Claim document) {
        Claim claim = document.at("vc").isObject() ? document.at("vc") : document;
        List<String> types = claim.at("type").texts();
        if (!claim.isObject()) {
            claim.object();
            report.refuse("no JSON object");
        } else if (Contexts.isBadges2(claim)) {
            report.refuse("Open Badges 2.0");
        } else if (types.contains("EndorsementCredential")) {
            report.refuse("endorsement credential");
        } else {
            boolean record = types.contains("ClrCredential");
            VerifiableCredential read = record ? record(claim, document) : badge(claim, document);
            if (!report.hasErrors()) {
                report.finish();
                return Optional.ofNullable(read);
            }
            report.refuse(Contexts.isOldForm(claim) ? "VC 1.1 form, and not whole" : "invalid credential");
        }
        return Optional.empty();
    }

    private @Nullable Badge badge(Claim claim, Claim token) {
        Head head = head(claim, token, false);
        Claim subject = claim.at("credentialSubject").object();
        if (!subject.isObject()) {
            return null;
        }
        subject.type("AchievementSubject");
        Recipient recipient = recipient(subject, token);
        Achievement achievement = achievement(subject.at("achievement").object());
        Optional<Instant> awarded = claim.at("awardedDate").timeIfAny();
        for (Claim evidence : claim.at("evidence").items()) {
            evidence.object().type("Evidence");
        }
        if (claim.at("evidence").isThere()) {
            report.unread("evidence");
        }
        Optional<BigDecimal> credits = subject.at("creditsEarned").numberIfAny();
        subject.done();
        claim.done();
        return new Badge(
                head.id, head.name, head.issuer, recipient, achievement, head.from, head.until, awarded, credits);
    }

    private @Nullable LearnerRecord record(Claim claim, Claim token) {
        Head head = head(claim, token, true);
        Claim subject = claim.at("credentialSubject").object();
        if (!subject.isObject()) {
            return null;
        }
        subject.type("ClrSubject");
        Recipient recipient = recipient(subject, token);
        List<Badge> badges = new ArrayList<>();
        int others = 0;
        for (Claim wrapped : subject.at("verifiableCredential").items()) {
            List<String> types = wrapped.object().at("type").texts();
            if (types.contains("EndorsementCredential") || types.contains("ClrCredential")) {
                others++;
            } else {
                Badge badge = badge(wrapped, wrapped);
                if (badge != null) {
                    badges.add(badge);
                }
            }
        }
        if (others > 0) {
            report.note(others + " credentials in the record that are no badges were passed over");
        }
        if (badges.isEmpty()) {
            subject.at("verifiableCredential").wrong(Reason.MISSING_VALUE, "at least one credential of an achievement");
        }
        List<Achievement> achievements = new ArrayList<>();
        for (Claim one : subject.at("achievement").items()) {
            achievements.add(achievement(one.object()));
        }
        List<Association> associations = new ArrayList<>();
        for (Claim one : subject.at("association").items()) {
            one.object().onlyType("Association");
            associations.add(new Association(
                    one.at("associationType").text(),
                    one.at("sourceId").text(),
                    one.at("targetId").text()));
            one.done();
        }
        subject.done();
        claim.done();
        if (report.hasErrors()) {
            return null;
        }
        return new LearnerRecord(
                head.id, head.name, head.issuer, recipient, head.from, head.until, badges, achievements, associations);
    }

    private record Head(String id, Optional<String> name, Profile issuer, Instant from, Optional<Instant> until) {}

    private Head head(Claim claim, Claim token, boolean record) {
        Contexts.check(claim, record);
        claim.type("VerifiableCredential");
        claim.type(record ? new String[] {"ClrCredential"} : BADGE_TYPES);
        Claim from = older(claim, "validFrom", "issuanceDate");
        Claim until = older(claim, "validUntil", "expirationDate");
        Instant begins = from.isThere() || claim == token
                ? from.time()
                : token.at("nbf").epochIfAny().orElseGet(from::time);
        Optional<Instant> ends = until.isThere() || claim == token
                ? until.timeIfAny()
                : token.at("exp").epochIfAny();
        inForce(from, begins, until, ends);
        Claim id = claim.at("id").isThere() ? claim.at("id") : fromToken(claim, token, "id", "jti");
        Claim issuer = claim.at("issuer").isThere() ? claim.at("issuer") : fromToken(claim, token, "issuer", "iss");
        return new Head(id.text(), claim.at("name").textIfAny(), profile(issuer), begins, ends);
    }

    /** What a token says of a credential in its own claims, where the credential itself does not. */
    private static Claim fromToken(Claim claim, Claim token, String name, String registered) {
        return claim != token && token.at(registered).isThere() ? token.at(registered) : claim.at(name);
    }

    /** The member of this name, or that which had its place before. */
    private Claim older(Claim claim, String name, String before) {
        Claim now = claim.at(name);
        Claim then = claim.at(before);
        if (now.isThere() || !then.isThere()) {
            return now;
        }
        report.olderForm(then.line(), then.where(), name);
        return then;
    }

    private void inForce(Claim from, Instant begins, Claim until, Optional<Instant> ends) {
        if (asOf == null) {
            return;
        }
        if (begins.isAfter(
                asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1))) {
            report.warning(Reason.NOT_IN_FORCE, from.line(), from.where(), "a beginning on or before the as-of day");
        }
        if (ends.isPresent()
                && ends.get().isBefore(asOf.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            report.warning(Reason.NOT_IN_FORCE, until.line(), until.where(), "an end on or after the as-of day");
        }
    }

    private Profile profile(Claim claim) {
        if (claim.isText()) {
            return new Profile(claim.text(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        claim.object();
        if (!claim.isObject()) {
            return new Profile("?", Optional.empty(), Optional.empty(), Optional.empty());
        }
        claim.type("Profile");
        Profile profile = new Profile(
                claim.at("id").text(),
                claim.at("name").textIfAny(),
                claim.at("url").textIfAny(),
                identifier(claim));
        claim.done();
        return profile;
    }

    /** The first of the other identifiers. */
    private static Optional<String> identifier(Claim claim) {
        Optional<String> first = Optional.empty();
        for (Claim one : claim.at("otherIdentifier").items()) {
            one.object().onlyType("IdentifierEntry");
            String identifier = one.at("identifier").text();
            one.at("identifierType").text();
            first = first.isPresent() ? first : Optional.of(identifier);
        }
        return first;
    }

    private Recipient recipient(Claim subject, Claim token) {
        Optional<String> id =
                subject.at("id").textIfAny().or(() -> token.at("sub").textIfAny());
        List<Identity> identities = new ArrayList<>();
        for (Claim one : subject.at("identifier").items()) {
            one.object().onlyType("IdentityObject");
            identities.add(new Identity(
                    one.at("identityType").text(),
                    one.at("hashed").truth(),
                    one.at("identityHash").text(),
                    one.at("salt").textIfAny()));
            one.done();
        }
        if (id.isEmpty() && identities.isEmpty()) {
            report.warning(
                    Reason.MISSING_VALUE, subject.line(), subject.where(), "an id or an identifier of the recipient");
        }
        return new Recipient(id, identities);
    }

    private Achievement achievement(Claim claim) {
        if (!claim.isObject()) {
            return NONE;
        }
        claim.type("Achievement");
        Claim criteria = claim.at("criteria").object();
        List<Alignment> alignments = new ArrayList<>();
        for (Claim one : claim.at("alignment").items()) {
            one.object().type("Alignment");
            alignments.add(new Alignment(
                    one.at("targetName").text(),
                    one.at("targetUrl").text(),
                    one.at("targetType").textIfAny(),
                    one.at("targetCode").textIfAny(),
                    one.at("targetFramework").textIfAny()));
            one.done();
        }
        Claim creator = claim.at("creator");
        Achievement achievement = new Achievement(
                claim.at("id").text(),
                claim.at("name").text(),
                claim.at("description").text(),
                criteria.at("narrative").textIfAny(),
                criteria.at("id").textIfAny(),
                claim.at("achievementType").textIfAny(),
                creator.isThere() ? Optional.of(profile(creator)) : Optional.empty(),
                identifier(claim),
                alignments,
                claim.at("tag").texts());
        claim.done();
        return achievement;
    }
}
