package org.waymark.core.credential;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.CredentialId;
import org.waymark.core.id.InstitutionId;
import org.waymark.core.id.StudentId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A credential awarded to a student. */
@Value.Immutable
@Checked
public abstract class CredentialAward implements WithCredentialAward {
    /** The field list. */
    public static final Schema<CredentialAward, Builder> SCHEMA = Schema.of(
                    Unit.of("credential_awards"), CredentialAward.class, CredentialAward::builder, Builder::build)
            .owner("student", e -> e.student().value(), (b, v) -> b.student(StudentId.of(v)), "to whom")
            .called("student_id")
            .linkIfAny(
                    "credential",
                    e -> e.credential().map(CredentialId::value),
                    (b, v) -> b.credential(CredentialId.of(v)),
                    "which, if the catalogue has it")
            .called("credential_id")
            .enumLabel("kind", CredentialKind.class, CredentialAward::kind, Builder::kind, "which kind")
            .day("awardedOn", CredentialAward::awardedOn, Builder::awardedOn, "when")
            .starts()
            .linkIfAny(
                    "institution",
                    e -> e.institution().map(InstitutionId::value),
                    (b, v) -> b.institution(InstitutionId.of(v)),
                    "by whom")
            .called("institution_id")
            .labelIfKnown("verifiedBy", List.of(), CredentialAward::verifiedBy, Builder::verifiedBy, "who verified it")
            .build();

    CredentialAward() {}

    /** To whom. */
    public abstract StudentId student();

    /** Which, if the catalogue has it. */
    public abstract Optional<CredentialId> credential();

    /** Which kind. */
    public abstract CredentialKind kind();

    /** When. */
    public abstract LocalDate awardedOn();

    /** By whom. */
    public abstract Optional<InstitutionId> institution();

    /** Who verified it. */
    public abstract Optional<String> verifiedBy();

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableCredentialAward.Builder {
        Builder() {}
    }
}
