package org.waymark.core.result;

import java.util.Objects;
import java.util.Optional;

/**
 * A raw value of a source, kept out of every text: it is reached only by an explicit call to {@link #reveal()}, and
 * neither printed, nor written by any writer, nor part of equality.
 */
public final class Withheld {
    private static final Withheld NOTHING = new Withheld(null);

    private final @org.jspecify.annotations.Nullable String value;

    private Withheld(@org.jspecify.annotations.Nullable String value) {
        this.value = value;
    }

    /** Nothing was kept. */
    public static Withheld nothing() {
        return NOTHING;
    }

    /** Keeps a raw value. */
    public static Withheld of(String value) {
        return new Withheld(Objects.requireNonNull(value));
    }

    /** The raw value, for someone who may see it. */
    public Optional<String> reveal() {
        return Optional.ofNullable(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Withheld;
    }

    @Override
    public int hashCode() {
        return Withheld.class.hashCode();
    }

    @Override
    public String toString() {
        return "(withheld)";
    }
}
