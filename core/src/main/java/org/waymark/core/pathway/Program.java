package org.waymark.core.pathway;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.waymark.core.constraint.Checked;
import org.waymark.core.id.CredentialId;
import org.waymark.core.id.PathwayId;
import org.waymark.core.id.ProgramId;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** A program of career connected learning. */
@Value.Immutable
@Checked
public abstract class Program implements WithProgram {
    /** The field list. */
    public static final Schema<Program, Builder> SCHEMA = Schema.of(
                    Unit.of("programs"), Program.class, Program::builder, Builder::build)
            .id("id", e -> e.id().value(), (b, v) -> b.id(ProgramId.of(v)), "id of the program")
            .called("program_id")
            .text("name", Program::name, Builder::name, "name")
            .enumLabel("level", Level.class, Program::level, Builder::level, "category of career connected learning")
            .enumIfKnown("activity", ActivityKind.class, Program::activity, Builder::activity, "what is done")
            .labelIfKnown("industry", List.of(), Program::industry, Builder::industry, "industry sector")
            .yesNo("paid", Program::paid, Builder::paid, "whether the work is paid")
            .yesNo("supervised", Program::supervised, Builder::supervised, "whether the work is supervised")
            .yesNo("aligned", Program::aligned, Builder::aligned, "whether classroom learning is aligned with the work")
            .yesNo("registered", Program::registered, Builder::registered, "whether it is a registered apprenticeship")
            .linkIfAny(
                    "credential",
                    e -> e.credential().map(CredentialId::value),
                    (b, v) -> b.credential(CredentialId.of(v)),
                    "credential to which it leads")
            .called("credential_id")
            .numberIfKnown(
                    "collegeCredits", Program::collegeCredits, Builder::collegeCredits, "college credits that it gives")
            .dayIfAny(
                    "endorsedFrom",
                    Program::endorsedFrom,
                    Builder::endorsedFrom,
                    "first day of its Career Launch endorsement")
            .dayIfAny("endorsedUntil", Program::endorsedUntil, Builder::endorsedUntil, "first day no longer endorsed")
            .linkIfAny(
                    "pathway",
                    e -> e.pathway().map(PathwayId::value),
                    (b, v) -> b.pathway(PathwayId.of(v)),
                    "career pathway to which it belongs")
            .called("pathway_id")
            .called("pathway_id")
            .text("provider", Program::provider, Builder::provider, "who provides it")
            .build();

    Program() {}

    /** Id of the program. */
    public abstract ProgramId id();

    /** Name. */
    public abstract Optional<String> name();

    /** Category of career connected learning. */
    public abstract Level level();

    /** What is done. */
    public abstract Optional<ActivityKind> activity();

    /** Industry sector. */
    public abstract Optional<String> industry();

    /** Whether the work is paid. */
    public abstract Optional<Boolean> paid();

    /** Whether the work is supervised. */
    public abstract Optional<Boolean> supervised();

    /** Whether classroom learning is aligned with the work. */
    public abstract Optional<Boolean> aligned();

    /** Whether it is a registered apprenticeship. */
    public abstract Optional<Boolean> registered();

    /** Credential to which it leads. */
    public abstract Optional<CredentialId> credential();

    /** College credits that it gives. */
    public abstract Optional<@PositiveOrZero BigDecimal> collegeCredits();

    /** First day of its Career Launch endorsement. */
    public abstract Optional<LocalDate> endorsedFrom();

    /** First day no longer endorsed. */
    public abstract Optional<LocalDate> endorsedUntil();

    /** Career pathway to which it belongs. */
    public abstract Optional<PathwayId> pathway();

    /** Who provides it. */
    public abstract Optional<String> provider();

    /**
     * Which conditions of Career Launch the program does not meet on a day, one by one; empty if it meets all. A
     * registered apprenticeship meets them by itself (RCW 28C.30.020).
     */
    public final List<String> unmetLaunchConditions(LocalDate day) {
        List<String> unmet = new ArrayList<>();
        if (registered().orElse(false)) {
            return unmet;
        }
        if (!endorsedOn(day)) {
            unmet.add("endorsed");
        }
        if (!paid().orElse(false)) {
            unmet.add("paid");
        }
        if (!supervised().orElse(false)) {
            unmet.add("supervised");
        }
        if (!aligned().orElse(false)) {
            unmet.add("aligned");
        }
        boolean enoughCredits = collegeCredits()
                .map(c -> c.compareTo(BigDecimal.valueOf(45)) >= 0)
                .orElse(false);
        if (credential().isEmpty() && !enoughCredits) {
            unmet.add("credential or 45 college credits");
        }
        return unmet;
    }

    /** Whether the program is endorsed on a day. */
    public final boolean endorsedOn(LocalDate day) {
        return endorsedFrom().isPresent()
                && !day.isBefore(endorsedFrom().get())
                && (endorsedUntil().isEmpty() || day.isBefore(endorsedUntil().get()));
    }

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the attributes. */
    public static final class Builder extends ImmutableProgram.Builder {
        Builder() {}
    }
}
