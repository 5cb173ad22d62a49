package org.waymark.core.credential;

import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.CredentialId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A credential of the catalogue. */
@Value.Immutable
@Checked
public abstract class Credential implements WithCredential {
    /** The field list. */
    public static final Schema<Credential, Builder> SCHEMA = Schema.of(
                    Unit.of("credentials"), Credential.class, Credential::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(CredentialId.of(v)), "id of the credential")
            .called("credential_id")
            .text("name", Credential::name, Builder::name, "name")
            .enumIfKnown("kind", CredentialKind.class, Credential::kind, Builder::kind, "kind")
            .text("issuer", Credential::issuer, Builder::issuer, "who issues it")
            .text("cip", Credential::cip, Builder::cip, "instructional program (CIP)")
            .yesNo(
                    "stem",
                    Credential::stem,
                    Builder::stem,
                    "whether it belongs to science, technology, engineering or mathematics")
            .links(
                    "stackableOnCredentials",
                    e -> e.stackableOnCredentials().stream()
                            .map(CredentialId::value)
                            .toList(),
                    (b, v) -> b.stackableOnCredentials(
                            v.stream().map(CredentialId::of).toList()),
                    "credentials on which it builds")
            .called("stackable_on_credential_ids")
            .build();

    Credential() {}

    /** Id of the credential. */
    public abstract CredentialId id();

    /** Name. */
    public abstract Optional<String> name();

    /** Kind. */
    public abstract Optional<CredentialKind> kind();

    /** Who issues it. */
    public abstract Optional<String> issuer();

    /** Instructional program (CIP). */
    public abstract Optional<String> cip();

    /** Whether it belongs to science, technology, engineering or mathematics. */
    public abstract Optional<Boolean> stem();

    /** Credentials on which it builds. */
    public abstract Set<CredentialId> stackableOnCredentials();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableCredential.Builder {
        Builder() {}
    }
}
