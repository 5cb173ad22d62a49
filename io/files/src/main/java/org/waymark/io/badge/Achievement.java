package org.waymark.io.badge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.credential.CredentialKind;

/**
 * What can be achieved, the same for everybody who achieves it.
 *
 * @param id its id, an address or a URN
 * @param name its name
 * @param description what it is, in a sentence or more
 * @param criteria what one has to do for it, in words
 * @param criteriaId the address of a page that says so
 * @param type the standard's type, such as {@code AssociateDegree}, or one of its own that begins with {@code ext:}
 * @param creator who made it
 * @param identifier the id that it has in a catalogue
 * @param alignments what it belongs to: pathways, competencies, credentials of a registry
 * @param tags words to find it by
 */
public record Achievement(
        String id,
        String name,
        String description,
        Optional<String> criteria,
        Optional<String> criteriaId,
        Optional<String> type,
        Optional<Profile> creator,
        Optional<String> identifier,
        List<Alignment> alignments,
        List<String> tags) {
    /** Copies the lists; refuses null, and an id that is blank. */
    public Achievement {
        Texts.notBlank("id", id);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(criteria, "criteria");
        Objects.requireNonNull(criteriaId, "criteriaId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(identifier, "identifier");
        alignments = List.copyOf(alignments);
        tags = List.copyOf(tags);
    }

    /**
     * The kind of credential that it is; empty if the type is none, or leaves it open. Types that stand for several kinds,
     * such as {@code Certificate}, are told apart by a tag that names the kind, as {@link Issuer} writes it.
     */
    public Optional<CredentialKind> kind() {
        return type.flatMap(known -> AchievementTypes.kindOf(known, tags));
    }
}
