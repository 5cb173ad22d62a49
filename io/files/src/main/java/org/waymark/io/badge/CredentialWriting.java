package org.waymark.io.badge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waymark.io.internal.tree.Node;

/** Puts a credential into the standard's form, members always in the same order, types always as lists. */
final class CredentialWriting {
    private CredentialWriting() {}

    static Node.Obj of(VerifiableCredential credential) {
        return credential instanceof LearnerRecord record ? record(record) : badge((Badge) credential);
    }

    private static Node.Obj badge(Badge badge) {
        Node.Obj subject = subject("AchievementSubject", badge.recipient());
        subject.with("achievement", achievement(badge.achievement()));
        badge.credits().ifPresent(credits -> subject.with("creditsEarned", Node.number(credits)));
        Node.Obj written = head(
                badge,
                List.of(Contexts.CREDENTIALS, Contexts.BADGES),
                List.of("VerifiableCredential", "OpenBadgeCredential"));
        badge.awarded().ifPresent(day -> written.with("awardedDate", day.toString()));
        return written.with("credentialSubject", subject);
    }

    private static Node.Obj record(LearnerRecord record) {
        Node.Obj subject = subject("ClrSubject", record.recipient());
        subject.with("verifiableCredential", Node.list(record.badges(), CredentialWriting::badge));
        if (!record.achievements().isEmpty()) {
            subject.with("achievement", Node.list(record.achievements(), CredentialWriting::achievement));
        }
        if (!record.associations().isEmpty()) {
            subject.with(
                    "association",
                    Node.list(
                            record.associations(),
                            one -> Node.object("Association")
                                    .with("associationType", one.type())
                                    .with("sourceId", one.source())
                                    .with("targetId", one.target())));
        }
        return head(
                        record,
                        List.of(Contexts.CREDENTIALS, Contexts.RECORDS, Contexts.BADGES),
                        List.of("VerifiableCredential", "ClrCredential"))
                .with("credentialSubject", subject);
    }

    private static Node.Obj head(VerifiableCredential credential, List<String> contexts, List<String> types) {
        Node.Obj head = Node.object()
                .with("@context", Node.texts(contexts))
                .with("id", credential.id())
                .with("type", Node.texts(types));
        text(head, "name", credential.name());
        head.with("issuer", profile(credential.issuer()))
                .with("validFrom", credential.validFrom().toString());
        text(head, "validUntil", credential.validUntil().map(Instant::toString));
        return head;
    }

    private static Node.Obj typed(String type) {
        return Node.object().with("type", Node.texts(List.of(type)));
    }

    private static Node.Obj named(String id, String type) {
        return Node.object().with("id", id).with("type", Node.texts(List.of(type)));
    }

    private static Node.Obj text(Node.Obj object, String name, Optional<String> text) {
        text.ifPresent(value -> object.with(name, value));
        return object;
    }

    private static Node.Obj subject(String type, Recipient recipient) {
        Node.Obj subject = Node.object();
        text(subject, "id", recipient.id());
        subject.with("type", Node.texts(List.of(type)));
        if (!recipient.identities().isEmpty()) {
            subject.with("identifier", Node.list(recipient.identities(), CredentialWriting::identity));
        }
        return subject;
    }

    private static Node.Obj identity(Identity identity) {
        Node.Obj written = Node.object("IdentityObject")
                .with("hashed", Node.truth(identity.hashed()))
                .with("identityHash", identity.value())
                .with("identityType", identity.type());
        return text(written, "salt", identity.salt());
    }

    private static Node.Obj profile(Profile profile) {
        Node.Obj written = named(profile.id(), "Profile");
        text(written, "name", profile.name());
        text(written, "url", profile.url());
        return identifier(written, profile.identifier());
    }

    private static Node.Obj identifier(Node.Obj object, Optional<String> identifier) {
        identifier.ifPresent(id -> object.with(
                "otherIdentifier",
                Node.list(
                        List.of(id),
                        one -> Node.object("IdentifierEntry")
                                .with("identifier", one)
                                .with("identifierType", "identifier"))));
        return object;
    }

    private static Node.Obj achievement(Achievement achievement) {
        Node.Obj written = named(achievement.id(), "Achievement");
        text(written, "achievementType", achievement.type());
        written.with("name", achievement.name()).with("description", achievement.description());
        Node.Obj criteria = Node.object();
        text(criteria, "id", achievement.criteriaId());
        written.with("criteria", text(criteria, "narrative", achievement.criteria()));
        achievement.creator().ifPresent(creator -> written.with("creator", profile(creator)));
        identifier(written, achievement.identifier());
        if (!achievement.alignments().isEmpty()) {
            written.with("alignment", Node.list(achievement.alignments(), CredentialWriting::alignment));
        }
        if (!achievement.tags().isEmpty()) {
            written.with("tag", Node.texts(achievement.tags()));
        }
        return written;
    }

    private static Node.Obj alignment(Alignment alignment) {
        Node.Obj written =
                typed("Alignment").with("targetName", alignment.name()).with("targetUrl", alignment.url());
        text(written, "targetType", alignment.type());
        text(written, "targetCode", alignment.code());
        return text(written, "targetFramework", alignment.framework());
    }
}
