package org.waymark.io.badge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.credential.Credential;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.id.CredentialId;
import org.waymark.core.id.InstitutionId;
import org.waymark.core.id.PathwayId;
import org.waymark.core.id.ProgramId;
import org.waymark.core.pathway.ActivityKind;
import org.waymark.core.pathway.CareerPathway;
import org.waymark.core.pathway.Participation;
import org.waymark.core.pathway.Program;
import org.waymark.core.place.Institution;
import org.waymark.core.population.Population;

/** What the issuer's students can achieve, of the catalogue that the population has. */
final class Definitions {
    private static final List<ActivityKind> COURSES =
            List.of(ActivityKind.CTE_COURSE, ActivityKind.CORE_PLUS, ActivityKind.SKILLS_CENTER);

    private final Profile issuer;
    private final Map<CredentialId, Credential> credentials = new LinkedHashMap<>();
    private final Map<InstitutionId, Institution> institutions = new LinkedHashMap<>();
    private final Map<ProgramId, Program> programs = new LinkedHashMap<>();
    private final Map<PathwayId, CareerPathway> pathways = new LinkedHashMap<>();

    Definitions(Profile issuer, Population population) {
        this.issuer = issuer;
        population.stream(Credential.SCHEMA).forEach(one -> credentials.put(one.id(), one));
        population.stream(Institution.SCHEMA).forEach(one -> institutions.put(one.id(), one));
        population.stream(Program.SCHEMA).forEach(one -> programs.put(one.id(), one));
        population.stream(CareerPathway.SCHEMA).forEach(one -> pathways.put(one.id(), one));
    }

    Achievement of(CredentialAward award) {
        Optional<Credential> credential = award.credential().map(credentials::get);
        Optional<Profile> creator = award.institution().map(this::profile);
        String kind = AchievementTypes.nameOf(award.kind());
        String name = credential.flatMap(Credential::name).orElse(kind);
        String by = creator.flatMap(Profile::name)
                .or(() -> credential.flatMap(Credential::issuer))
                .map(who -> ", awarded by " + who)
                .orElse("");
        String path = award.credential()
                        .map(id -> "credentials/" + inPath(id.value()))
                        .orElse("kinds/" + award.kind())
                + award.institution()
                        .map(id -> "?institution=" + inPath(id.value()))
                        .orElse("");
        List<Alignment> alignments = new ArrayList<>();
        for (CareerPathway pathway : pathways.values()) {
            if (award.credential().filter(pathway.credentials()::contains).isPresent()) {
                alignments.add(alignment(pathway));
            }
        }
        return new Achievement(
                address(path),
                name,
                kind + by + ".",
                Optional.empty(),
                Optional.empty(),
                Optional.of(AchievementTypes.typeOf(award.kind())),
                creator,
                award.credential().map(CredentialId::value),
                alignments,
                AchievementTypes.tagsOf(award.kind()));
    }

    Achievement of(Participation part) {
        ProgramId id = part.program().orElseThrow();
        Optional<Program> program = Optional.ofNullable(programs.get(id));
        boolean course = part.activity().filter(COURSES::contains).isPresent();
        String name = program.flatMap(Program::name).orElse("Program " + id.value());
        List<Alignment> alignments = program.flatMap(Program::pathway)
                .map(pathways::get)
                .map(pathway -> List.of(alignment(pathway)))
                .orElse(List.of());
        return new Achievement(
                address("programs/" + inPath(id.value())),
                name,
                (course ? "Course" : "Program") + " of career connected learning (Career "
                        + part.level().name().charAt(0)
                        + part.level().name().substring(1).toLowerCase(Locale.ROOT) + ").",
                Optional.empty(),
                Optional.empty(),
                Optional.of(course ? AchievementTypes.COURSE : AchievementTypes.PROGRAM),
                Optional.empty(),
                Optional.of(id.value()),
                alignments,
                List.of());
    }

    private Profile profile(InstitutionId id) {
        return new Profile(
                address("institutions/" + inPath(id.value())),
                Optional.ofNullable(institutions.get(id)).flatMap(Institution::name),
                Optional.empty(),
                Optional.of(id.value()));
    }

    private Alignment alignment(CareerPathway pathway) {
        String id = pathway.id().value();
        return new Alignment(
                pathway.name().orElse(id),
                address("pathways/" + inPath(id)),
                Optional.of("CTDL"),
                Optional.of(id),
                Optional.of("Career pathways"));
    }

    private String address(String path) {
        return issuer.id() + (issuer.id().endsWith("/") ? "" : "/") + path;
    }

    private static String inPath(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
