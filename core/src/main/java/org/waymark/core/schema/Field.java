package org.waymark.core.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One attribute of an entity, told once: columns, CSV headers, JSON names, SQL columns and the data dictionary all read
 * it from here.
 *
 * @param <E> the entity
 * @param <B> its builder
 * @param accessor the name of the entity's accessor
 * @param name the name in every file: lower case words joined by underscores
 * @param kind what it holds, and so which type the getter gives and the setter takes
 * @param presence whether it must be given, and what it means if it is not
 * @param labels the labels that can occur, in the order in which they are shown; empty if any text can
 * @param getter reads it from an entity as {@link Kind} says; an empty list or {@code Optional} if there is none
 * @param setter gives it to a builder as {@link Kind} says; not called where there is none
 * @param meaning one line for the data dictionary
 */
public record Field<E, B>(
        String accessor,
        String name,
        Kind kind,
        Presence presence,
        List<String> labels,
        Function<E, List<?>> getter,
        BiConsumer<B, List<?>> setter,
        String meaning) {
    /** What a field holds. */
    public enum Kind {
        /** The entity's own id, a text. */
        ID,
        /** The id of the entity's owner, a text: the student of an enrolment. */
        OWNER,
        /** The id of another entity, a text. */
        LINK,
        /** The ids of other entities, texts. */
        LINKS,
        /** One label out of few, a text. */
        LABEL,
        /** Several labels, texts. */
        LABELS,
        /** Free text. */
        TEXT,
        /** A day. */
        DAY,
        /** An exact decimal of at most four places. */
        NUMBER;

        /** Whether the field can hold several values. */
        public boolean several() {
            return this == LINKS || this == LABELS;
        }
    }

    /** Whether a field must be given, and what it means if it is not. */
    public enum Presence {
        /** It must be given. */
        REQUIRED,
        /** If it is not given, nobody knows: a birth date. */
        UNKNOWN_IF_ABSENT,
        /** If it is not given, there is none: the end of what goes on. */
        NONE_IF_ABSENT
    }

    /** Copies the labels; refuses names that are not lower case words joined by underscores. */
    public Field {
        Objects.requireNonNull(accessor, "accessor");
        Names.check("name", name);
        labels = List.copyOf(labels);
    }

    /**
     * The unit to which a link leads, by the last word of its name: {@code school_id} leads to the schools, {@code
     * home_county_ids} to the counties.
     */
    public Optional<Unit> target() {
        if (kind != Kind.OWNER && kind != Kind.LINK && kind != Kind.LINKS) {
            return Optional.empty();
        }
        String words = name.replaceFirst("_ids?$", "");
        return Optional.of(Unit.ofOne(words.substring(words.lastIndexOf('_') + 1)));
    }
}
